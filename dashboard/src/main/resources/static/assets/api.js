// Lets people try the REST API within their session: the token against forged requests goes with each change.
document.addEventListener('DOMContentLoaded', () => {
  const place = document.getElementById('api');
  const csrf = document.querySelector('meta[name=_csrf]');
  // its own dark colours follow the page's
  const system = matchMedia('(prefers-color-scheme: dark)');
  const colour = () => {
    const theme = document.documentElement.dataset.theme;
    document.documentElement.classList.toggle('dark-mode', theme === 'dark' || (theme !== 'light' && system.matches));
  };
  colour();
  document.addEventListener('theme', colour);
  system.addEventListener('change', colour);
  window.SwaggerUIBundle({
    url: place.dataset.document,
    domNode: place,
    deepLinking: false,
    validatorUrl: null,
    docExpansion: 'none',
    tagsSorter: 'alpha',
    operationsSorter: 'alpha',
    requestInterceptor: (request) => {
      if (csrf && new URL(request.url, location.href).origin === location.origin) {
        request.headers[csrf.dataset.header] = csrf.content;
      }
      return request;
    },
  });
});
