// Snippets that get past any CMS: <blockquote class="article-card" data-src="…"> becomes a card in its place, and stands
// in it as its fallback. Attributes of the card are `data-` attributes of the quotation.

const SNIPPET = 'blockquote.article-card[data-src], blockquote.article-feed[data-src]';
/** Attributes of a card besides those it watches. No others: `data-onclick` gets past a CMS that `onclick` does not. */
const MORE = ['loading', 'print'];

/** Makes cards of the snippets in `root`, a node: for trees that the page keeps from us, such as its own shadow roots. */
export function scan(root = document) {
  const inside = root.querySelectorAll?.(SNIPPET) ?? [];
  for (const quote of root.matches?.(SNIPPET) ? [root, ...inside] : inside) become(quote);
}

function become(quote) {
  const name = quote.classList.contains('article-feed') ? 'article-feed' : 'article-card';
  // It stands in its card already, or the page has taken it out again.
  if (!quote.parentNode || quote.parentNode.localName === name) return;
  const card = quote.ownerDocument.createElement(name);
  for (const own of customElements.get(name).observedAttributes.concat(MORE)) {
    const value = quote.getAttribute(`data-${own}`);
    if (value !== null) card.setAttribute(own, value);
  }
  for (const plain of ['lang', 'dir']) if (quote.getAttribute(plain)) card[plain] = quote.getAttribute(plain);
  quote.replaceWith(card);
  card.append(quote);
}

/** Snippets of this page, and those that come later: pages change without being loaded. */
export function follow() {
  scan();
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(scan);
  }).observe(document, { childList: true, subtree: true });
}
