// In test pages: keeps what the elements and the window report, in order, in window.__log.
(() => {
  const log = (window.__log = []);
  const plain = (value) => JSON.parse(JSON.stringify(value ?? null));
  for (const name of ['load', 'error', 'toggle', 'link', 'visible']) {
    addEventListener(`article-card:${name}`, (event) => {
      const { target, detail, bubbles, composed, cancelable } = event;
      log.push({ type: `article-card:${name}`, target: target.id || target.localName, detail: plain(detail), bubbles, composed, cancelable });
    });
  }
  addEventListener('article-feed:more', (event) => {
    log.push({ type: 'article-feed:more', target: event.target.id || event.target.localName, detail: plain(event.detail) });
  });
  // Errors thrown into the page carry a message; files that failed to load do not, and are seen only while capturing.
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) log.push({ type: 'error', message: event.message });
    else log.push({ type: 'resource-error', url: event.target.currentSrc || event.target.src || event.target.href });
  }, true);
  addEventListener('unhandledrejection', (event) => log.push({ type: 'unhandledrejection', message: String(event.reason) }));
  addEventListener('securitypolicyviolation', (event) => {
    if (event.blockedURI.endsWith('/favicon.ico')) return; // the browser's own request, not the page's
    log.push({ type: 'csp', directive: event.effectiveDirective, blocked: event.blockedURI });
  });
})();
