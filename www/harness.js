import '/dist/article-card.js';

const mount = document.getElementById('mount');

/**
 * Draws one document in a fresh card and waits until it is drawn or has failed.
 * It never rejects: a failure is a result, and tests look at `type` and `detail`.
 * @param {string} jsonText
 * @returns {Promise<{type: string, detail: object, card: HTMLElement}>}
 */
window.renderArticle = (jsonText) =>
  new Promise((resolve) => {
    const card = document.createElement('article-card');
    card.setAttribute('loading', 'eager');
    const done = (event) => resolve({ type: event.type, detail: event.detail, card });
    card.addEventListener('article-card:load', done, { once: true });
    card.addEventListener('article-card:error', done, { once: true });
    card.data = jsonText;
    mount.replaceChildren(card);
  });

// Tests that arrive before this module has run wait for this event.
window.dispatchEvent(new Event('harness:ready'));
