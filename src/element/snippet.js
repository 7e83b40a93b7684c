// Snippets that get past any CMS: <blockquote class="article-card" data-src="…"> becomes a card in its place, and stands
// in it as its fallback. Attributes of the card are `data-` attributes of the quotation.

const SNIPPET = 'blockquote.article-card[data-src], blockquote.article-feed[data-src]';
/** What is known as it is in HTML. */
const PLAIN = ['lang', 'dir'];

/** Makes cards of the snippets in `root`, a node: for trees that the page keeps from us, such as its own shadow roots. */
export function scan(root = document) {
  const inside = root.querySelectorAll?.(SNIPPET) ?? [];
  for (const quote of root.matches?.(SNIPPET) ? [root, ...inside] : inside) become(quote);
}

function become(quote) {
  const name = quote.classList.contains('article-feed') ? 'article-feed' : 'article-card';
  // It stands in its card already.
  if (quote.parentNode.localName === name) return;
  const card = quote.ownerDocument.createElement(name);
  for (const own of quote.attributes) {
    const name = own.name.startsWith('data-') ? own.name.slice(5) : PLAIN.includes(own.name) && own.name;
    if (name) card.setAttribute(name, own.value);
  }
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
