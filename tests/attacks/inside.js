// For engines without DOMSnapshot: the tree as the page itself sees it (open shadow roots only), and documents by the
// batch. Runs after guard.js.

(() => {
  'use strict';
  const { attacks } = window;
  const { shadow, space, localName, parent, namesOf, attribute, matches, closest } = attacks.read;
  const isBody = '[part~=body]';

  function tree() {
    const cards = document.querySelectorAll(attacks.hosts);
    const found = { cards: cards.length, bodies: 0, documents: 1 + window.length, nodes: 0, text: '', elements: [], others: [] };
    const inBody = (node) => {
      const above = parent(node);
      return above !== null && closest(above, isBody) !== null;
    };
    const element = (node) => {
      const body = inBody(node);
      const html = space(node) === 'http://www.w3.org/1999/xhtml';
      const attributes = namesOf(node).map((name) => [name, attribute(node, name)]);
      found.elements.push({ name: localName(node), html, body, attributes });
      found.bodies += !body && matches(node, isBody);
      const inner = shadow(node);
      if (inner) collect(inner);
    };
    const collect = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        found.nodes += 1;
        if (node instanceof Text) found.text += node.data;
        else if (node instanceof Element) element(node);
        else found.others.push({ type: node.nodeType, body: inBody(node) });
      }
    };
    for (const card of cards) {
      collect(card);
      if (card.shadowRoot) collect(card.shadowRoot);
    }
    return found;
  }

  Object.defineProperty(window, 'attacksInside', {
    async value(documents, settle) {
      const results = [];
      for (const json of documents) results.push({ ...await attacks.check(json, settle), tree: tree() });
      return results;
    },
  });
})();
