// Our card, from outside: elements that are given documents. Served as it is, beside the script that is shipped.

/** Settles when all are drawn, where all are (`eager`); else at once, and `shown` says when those in view are. */
export function render(container, documents, { eager }) {
  const cards = documents.map((data) => {
    const card = document.createElement('article-card');
    if (eager) card.setAttribute('loading', 'eager');
    card.data = data;
    // As the line that partners paste: until it is drawn, a card is its link.
    const link = document.createElement('a');
    Object.assign(link, { href: data.url, textContent: data.headline });
    card.append(link);
    return card;
  });
  let missing = cards.length;
  return new Promise((resolve, reject) => {
    const count = () => --missing || resolve();
    for (const card of cards) {
      card.addEventListener('article-card:load', count);
      card.addEventListener('article-card:error', ({ detail }) => reject(new Error(detail.message)));
    }
    container.append(...cards);
    if (!eager) resolve();
  });
}

/** Whether the cards in view are drawn, and those above them: they are, in the order of the page. */
export function shown(container) {
  for (const card of container.children) {
    if (!card.shadowRoot.querySelector('article')) return card.getBoundingClientRect().top > innerHeight;
  }
  return true;
}
