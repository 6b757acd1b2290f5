// What every page does in the browser: theme, clock, keys, confirmations, and quiet refreshes.
(function () {
  'use strict';
  const root = document.documentElement;
  const times = (options) => new Intl.DateTimeFormat('sv-SE', { timeZone: document.body.dataset.zone, ...options });
  const TIME = times({ timeStyle: 'medium' });

  document.addEventListener('click', (event) => {
    const target = event.target.closest('button, a, summary');
    if (!target) {
      return;
    }
    if (target.matches('[data-theme-toggle]')) {
      const dark = root.dataset.theme === 'dark' || (root.dataset.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
      root.dataset.theme = dark ? 'light' : 'dark';
      document.cookie = 'theme=' + root.dataset.theme + ';path=/;max-age=31536000;samesite=lax';
      document.dispatchEvent(new Event('theme'));
    } else if (target.matches('[data-more]')) {
      const open = document.querySelector('.sidebar').classList.toggle('open');
      target.setAttribute('aria-expanded', String(open));
    } else if (target.matches('[data-print]')) {
      print();
    } else if (target.matches('[data-copy]')) {
      const done = () => { target.textContent = target.dataset.done; };
      if (navigator.clipboard) {
        navigator.clipboard.writeText(location.href).then(done, () => {});
      }
    } else if (target.dataset.confirm && !confirm(target.dataset.confirm)) {
      event.preventDefault();
    }
  });

  document.addEventListener('click', (event) => {
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      document.querySelectorAll('details.menu[open]').forEach((menu) => { menu.open = false; });
      document.querySelector('.sidebar')?.classList.remove('open');
    }
    const typing = event.target.closest('input, textarea, select');
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const field = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
  });

  // The clock in the viewer's zone; 2026-11-21 17:04:05 in every language.
  const clock = document.querySelector('[data-clock]');
  if (clock) {
    const format = times({ dateStyle: 'short', timeStyle: 'medium' });
    setInterval(() => { clock.textContent = format.format(new Date()); }, 1000);
  }

  // htmx: the token against forged requests, short addresses, and no refresh while somebody works in what it replaces.
  document.addEventListener('htmx:configRequest', (event) => {
    const token = document.querySelector('meta[name="_csrf"]');
    if (token && event.detail.verb !== 'get') {
      event.detail.headers[token.dataset.header] = token.content;
    }
    if (event.detail.verb === 'get' && event.detail.formData) {
      [...event.detail.formData.keys()].forEach((key) => {
        if (event.detail.formData.getAll(key).every((value) => value === '')) {
          event.detail.formData.delete(key);
        }
      });
    }
  });
  // What is asked for once, when it is shown, is not a refresh, though htmx gives both without an event.
  const asked = new WeakSet();
  const loads = (element) => /(^|[\s,])load\b/.test(element.getAttribute('hx-trigger') ?? '');
  document.addEventListener('htmx:beforeRequest', (event) => {
    const element = event.detail.elt;
    const first = loads(element) && !asked.has(element);
    asked.add(element);
    const polling = event.detail.requestConfig.triggeringEvent === undefined;
    if (first || !polling || element.matches('form')) {
      return;
    }
    const busy = document.hidden || (String(getSelection()).length > 0 && element.contains(getSelection().anchorNode))
      || element.querySelector('input:focus:not([type=checkbox]), textarea:focus, details[open]');
    if (busy) {
      event.preventDefault();
    }
  });

  // Where the session is over the page is loaded again, which leads to the sign-in and says why. Once: of several
  // answers the second would come to a session that is gone, and nobody knew why any more.
  let leaving = false;
  function leave() {
    if (!leaving) {
      leaving = true;
      location.reload();
    }
  }
  addEventListener('pageshow', () => { leaving = false; });
  document.addEventListener('session-over', leave);
  document.addEventListener('htmx:beforeOnLoad', (event) => {
    if (event.detail.xhr.getResponseHeader('HX-Refresh')) {
      event.preventDefault();
      leave();
    }
  });

  // What could not be refreshed is said until it could: a screen that stands still must not look as if all were well.
  // Charts and maps tell by an event of the page how their own questions went.
  const opened = Date.now();
  const answered = new Map();
  const failing = new Set();
  function heard(kind, good) {
    if (good) {
      answered.set(kind, Date.now());
      failing.delete(kind);
    } else {
      failing.add(kind);
    }
    const note = document.querySelector('#stale p');
    if (!note) {
      return;
    }
    const since = Math.min(...[...failing].map((one) => answered.get(one) ?? opened));
    const text = failing.size ? note.dataset.text.replace('{time}', TIME.format(new Date(since))) : '';
    if (note.lastElementChild.textContent !== text) {
      note.hidden = !text;
      note.lastElementChild.textContent = text;
    }
  }
  const place = ({ requestPath }) => requestPath.replace(/\?.*/, '');
  document.addEventListener('answered', (event) => heard(event.detail.kind, event.detail.good));
  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.successful) {
      heard(place(event.detail.pathInfo), true);
    }
  });
  ['htmx:sendError', 'htmx:responseError', 'htmx:timeout'].forEach((name) => document.addEventListener(name, (event) => {
    const { elt, pathInfo, xhr } = event.detail;
    if (elt.matches('form[hx-post]')) {
      notSaved(elt, xhr.status);
      return;
    }
    if (elt.matches('form') && xhr.status >= 400 && xhr.status < 500) {
      return; // what was asked makes no sense; asking again does not help
    }
    heard(place(pathInfo), false);
    retry(elt);
  }));

  // htmx itself asks only once for what has no interval.
  const retrying = new WeakSet();
  function retry(element) {
    asked.delete(element);
    if (!loads(element) || element.getAttribute('hx-trigger').includes('every') || retrying.has(element)) {
      return;
    }
    retrying.add(element);
    setTimeout(() => {
      retrying.delete(element);
      if (element.isConnected) {
        window.htmx.ajax('GET', element.getAttribute('hx-get'), { source: element }).catch(() => {});
      }
    }, 15000);
  }

  // A form that is sent without leaving the page: what the server refuses is shown as without a script, and where nobody
  // answers that is said.
  const said = document.getElementById('said');
  let forgetting;
  function notSaved(form, status) {
    if (status >= 400) {
      form.submit();
      return;
    }
    const note = document.createElement('p');
    note.className = 'note bad';
    note.textContent = said.dataset.lost;
    said.replaceChildren(note);
    forget();
  }
  function forget() {
    clearTimeout(forgetting);
    forgetting = setTimeout(() => said.replaceChildren(), 12000);
  }

  // The banner of stores that are away comes with every fragment; what did not change is not announced again. What is
  // being typed at an incident or alarm stays where it is, and so do the keys where a button is gone that was pressed.
  document.addEventListener('htmx:oobBeforeSwap', (event) => {
    const { target, fragment } = event.detail;
    if (['away', 'said', 'incident-bar', 'incident-desk', 'alarm-bar', 'alarm-strip', 'alarm-told'].includes(target.id)) {
      event.detail.shouldSwap = false;
      const focused = target.contains(document.activeElement);
      morph(target, fragment.firstElementChild);
      if (focused && document.activeElement.closest('[hidden]')) {
        const next = target.hidden ? document.querySelector('main [role=group][tabindex]:not([hidden])') : target;
        (next ?? document.getElementById('main')).focus({ preventScroll: true });
      }
      if (target === said) {
        forget();
      }
    }
  });

  // A fragment that is asked for again changes only where it differs: nothing jumps, and what is focused stays so.
  document.addEventListener('htmx:load', () => {
    if (!window.htmx || window.htmx.morphs) {
      return;
    }
    window.htmx.morphs = true;
    window.htmx.defineExtension('morph', {
      isInlineSwap: (style) => style === 'morph',
      handleSwap: (style, target, fragment) => {
        const next = fragment.firstElementChild;
        if (style === 'morph' && next) {
          morph(target, next);
          return [target];
        }
        return false;
      },
    });
  });
  function morph(old, next) {
    if (old.nodeType !== next.nodeType || old.nodeName !== next.nodeName) {
      old.replaceWith(next);
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.nodeValue !== next.nodeValue) {
        old.nodeValue = next.nodeValue;
      }
      return;
    }
    if (old.hasAttribute('data-keep')) {
      return; // a script draws it
    }
    [...old.attributes].forEach(({ name }) => { if (!next.hasAttribute(name) && !(name === 'open' && old.matches('details'))) { old.removeAttribute(name); } });
    [...next.attributes].forEach(({ name, value }) => { if (old.getAttribute(name) !== value) { old.setAttribute(name, value); } });
    const olds = [...old.childNodes];
    const nexts = [...next.childNodes];
    nexts.forEach((child, i) => { if (i < olds.length) { morph(olds[i], child); } else { old.append(child); } });
    olds.slice(nexts.length).forEach((child) => child.remove());
  }

  // Live: the server tells when there is something new. A page in the background lets go of the stream, of which a
  // browser allows six to a server; a lost one comes back by itself.
  const live = document.querySelector('[data-stream]');
  let stream;
  function say(on) {
    live.className = 'live ' + (on ? 'on' : 'off');
    live.textContent = on ? live.dataset.on : live.dataset.off;
  }
  function listen() {
    stream?.close();
    stream = undefined;
    if (document.hidden) {
      return;
    }
    stream = new EventSource(live.dataset.stream);
    stream.onopen = () => say(true);
    stream.addEventListener('picture', () => window.htmx?.trigger(document.body, 'picture'));
    stream.onerror = () => {
      say(false);
      if (stream?.readyState === EventSource.CLOSED) {
        setTimeout(listen, 10000);
        window.htmx?.trigger(document.body, 'picture'); // leads to the sign-in where the session is over
      }
    };
  }
  if (live) {
    listen();
    document.addEventListener('visibilitychange', listen);
    addEventListener('pagehide', () => stream?.close());
  }

  // Refreshing a list leaves alone where somebody is in it: what is chosen, how far it is scrolled, what has the focus.
  const FOCUSABLE = 'a[href], button, input, summary, [tabindex]';
  let left;
  document.addEventListener('htmx:beforeSwap', (event) => {
    const target = event.detail.target;
    const focused = document.activeElement;
    left = {
      target,
      chosen: target.matches('[data-keep-choice]') ? [...target.querySelectorAll('input[name=ids]:checked')].map((box) => box.value) : [],
      scrolled: named(target, '.scroll').map(([name, region]) => [name, region.scrollLeft, region.scrollTop]),
      focused: target.contains(focused) ? named(target, FOCUSABLE).find(([, one]) => one === focused)?.[0] : undefined,
    };
  });
  document.addEventListener('htmx:afterSwap', () => {
    const list = left && (left.target.isConnected ? left.target : document.getElementById(left.target.id));
    if (list) {
      restore(list, left);
    }
    left = undefined;
    count();
  });
  function restore(list, { chosen, scrolled, focused }) {
    list.querySelectorAll('input[name=ids]').forEach((box) => {
      box.checked = box.checked || (chosen.includes(box.value) && !box.disabled);
    });
    const regions = new Map(named(list, '.scroll'));
    scrolled.forEach(([name, x, y]) => regions.get(name)?.scrollTo({ left: x, top: y, behavior: 'instant' }));
    if (focused && !list.contains(document.activeElement)) {
      // where what had the focus is gone, the keys stay in the list
      const next = new Map(named(list, FOCUSABLE)).get(focused) ?? list.querySelector('.scroll');
      next?.focus({ preventScroll: true });
    }
  }
  // Elements by what they are, not by where: rows come and go above them.
  function named(list, selector) {
    const seen = new Map();
    return [...list.querySelectorAll(selector)].map((one) => {
      const words = ['href', 'name', 'value', 'form', 'formaction', 'aria-label'].map((name) => one.getAttribute(name) ?? '');
      if (one.matches('button, summary')) {
        const row = one.closest('tr, li');
        const links = [...row?.querySelectorAll('a[href]') ?? []].map((link) => link.getAttribute('href'));
        words.push(...row?.dataset.key ? [row.dataset.key] : [one.textContent, links.join(' ') || row?.textContent]);
      }
      const name = [one.nodeName, ...words].join('\n');
      seen.set(name, (seen.get(name) ?? 0) + 1);
      return [name + '\n' + seen.get(name), one];
    });
  }
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-check-all]')) {
      document.querySelectorAll('input[name=ids]:not(:disabled)').forEach((box) => { box.checked = event.target.checked; });
    }
    if (event.target.matches('[data-remember]')) {
      localStorage.setItem(event.target.id, event.target.checked ? '1' : '');
    }
    if (event.target.matches('[data-follow]')) {
      follow(event.target.checked);
    }
    count();
  });
  function count() {
    const label = document.querySelector('[data-chosen]');
    if (label) {
      label.dataset.idle = label.dataset.idle || label.textContent;
      const n = document.querySelectorAll('input[name=ids]:checked').length;
      label.textContent = n ? label.dataset.text.replace('{n}', n) : label.dataset.idle;
    }
  }

  document.querySelectorAll('[data-remember]').forEach((box) => { box.checked = localStorage.getItem(box.id) === '1'; });

  // Following a log: ask again every three seconds while the box is ticked.
  let following;
  function follow(on) {
    clearInterval(following);
    if (on) {
      following = setInterval(() => {
        const results = document.querySelector('[data-follow-target]');
        if (results && !document.hidden && window.htmx) {
          window.htmx.trigger(results, 'follow');
        }
      }, 3000);
    }
  }
  document.addEventListener('htmx:afterSwap', () => {
    const box = document.querySelector('[data-follow]');
    if (box && following) {
      box.checked = true;
    }
  });

  // A chosen stretch of time keeps the other parameters of the address.
  document.addEventListener('submit', (event) => {
    if (event.target.matches('form[data-range]')) {
      event.preventDefault();
      const address = new URL(location.href);
      ['range', 'page', 'after'].forEach((name) => address.searchParams.delete(name));
      new FormData(event.target).forEach((value, name) => address.searchParams.set(name, value));
      location.assign(address);
    }
  });
})();
