// Lets people try the REST API within their session: the token against forged requests goes with each change.
document.addEventListener('DOMContentLoaded', () => {
  const place = document.getElementById('api');
  const csrf = document.querySelector('meta[name=_csrf]');
  window.SwaggerUIBundle({
    url: place.dataset.document,
    domNode: place,
    deepLinking: false,
    validatorUrl: null,
    docExpansion: 'none',
    requestInterceptor: (request) => {
      if (csrf && new URL(request.url, location.href).origin === location.origin) {
        request.headers[csrf.dataset.header] = csrf.content;
      }
      return request;
    },
  });
});
