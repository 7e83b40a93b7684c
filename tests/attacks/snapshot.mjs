// A tree for structure.mjs from Chromium's DOMSnapshot: it sees closed shadow roots and frames, and no script of the
// page can tamper with it.

const elementType = 1;
const textType = 3;
const hosts = ['ARTICLE-CARD', 'ARTICLE-FEED'];

/** The nodes of the first document, with what they inherit from the nodes around them. */
export function treeOf({ documents, strings }) {
  const { nodes } = documents[0];
  const tree = { cards: 0, bodies: 0, documents: documents.length, nodes: 0, text: '', elements: [], others: [] };
  /** The kind of shadow tree that a node stands in, where it stands in one. */
  const trees = new Map((nodes.shadowRootType?.index ?? []).map((at, i) => [at, strings[nodes.shadowRootType.value[i]]]));
  const count = nodes.nodeName.length;
  const inCard = new Uint8Array(count);
  const inBody = new Uint8Array(count);
  const ofBrowser = new Uint8Array(count); // shadow trees that the browser itself makes, as in details
  for (let at = 0; at < count; at += 1) {
    const parent = nodes.parentIndex[at];
    const name = strings[nodes.nodeName[at]];
    const type = nodes.nodeType[at];
    const inherits = (marks) => parent >= 0 && marks[parent] === 1;
    ofBrowser[at] = inherits(ofBrowser) || trees.get(at) === 'user-agent';
    inBody[at] = inherits(inBody);
    inCard[at] = inherits(inCard) || hosts.includes(name);
    if (!inherits(inCard)) {
      tree.cards += hosts.includes(name);
      continue; // the host page, and the card's own element with the attributes the page gave it
    }
    // Not of the document: browsers draw with them, and pseudo-elements hold what style sheets say.
    if (ofBrowser[at] || name.startsWith('::')) continue;
    tree.nodes += 1;
    if (type === textType) tree.text += strings[nodes.nodeName[parent]] === 'STYLE' ? '' : strings[nodes.nodeValue[at]] ?? '';
    else if (type === elementType) {
      const attributes = pairs(nodes.attributes[at] ?? [], strings);
      tree.elements.push({ ...named(name), body: inBody[at] === 1, attributes });
      const part = attributes.find(([key]) => key === 'part')?.[1] ?? '';
      if (!inBody[at] && part.split(/\s+/).includes('body')) {
        tree.bodies += 1;
        inBody[at] = 1;
      }
    } else tree.others.push({ type, body: inBody[at] === 1 });
  }
  return tree;
}

// Chromium writes names of HTML in capitals; other names are of SVG, MathML or XML.
const named = (name) => ({ name: name.toLowerCase(), html: name === name.toUpperCase() });

function pairs(flat, strings) {
  const read = [];
  for (let at = 0; at < flat.length; at += 2) read.push([strings[flat[at]] ?? '', strings[flat[at + 1]] ?? '']);
  return read;
}
