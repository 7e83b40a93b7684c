// A card that was drawn before there was a script: what is so already is not touched, so nothing flashes or moves.

import { isDate } from './ago.js';
import { CLOSE, TEXT, build, reader } from './page.js';

/** Roots whose cards have been taken over. From then on they are ours. */
const settled = new WeakSet();

/**
 * Makes what stands in `root` the card that `code` means. A server writes dates for readers of another place: the first
 * time that alone is no reason to write them again. `isSpoken`: the words in `code` are of the card's own language; where
 * they are not, those of the server are better.
 */
function takeOver(root, code, isSpoken) {
  const { ownerDocument: document } = root;
  const { number, text, attribute, tag } = reader(code);
  const dates = [];
  let changed = settled.has(root);
  let node = root;
  /** What stands where the code is. */
  let at = null;
  let step = number();

  const insert = (made) => {
    changed = true;
    return node.insertBefore(made, at);
  };
  const remove = (end) => {
    for (; at !== end; changed = true) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
  };

  const isCard = (child) => child.localName === tag(step) && child.matches('[part=card],[part=feed]');
  const card = [...root.childNodes].find(isCard);
  if (card && !isSpoken) return;
  for (const child of [...root.childNodes]) {
    const isOurs = child === card || /^(style|link)$/.test(child.localName) || /^\s+$/.test(child.data);
    if (!isOurs) child.remove();
  }
  at = card ?? null;
  settled.add(root);

  while (step >= CLOSE) {
    if (step === CLOSE) {
      remove(null);
      at = node.nextSibling;
      node = node.parentNode;
      step = number();
    } else if (step === TEXT) {
      const said = document.createTextNode(text());
      // Parsers part long texts.
      let end = at;
      let stands = '';
      for (; end?.nodeType === 3; end = end.nextSibling) stands += end.data;
      if (at && isDate(node)) {
        const time = node;
        if (stands !== said.data) dates.push(() => time.replaceChildren(said));
        at = null;
      } else if (stands === said.data) at = end;
      else {
        insert(said);
        remove(end);
      }
      step = number();
    } else {
      const name = tag(step);
      const stays = at?.localName === name;
      // A film that plays, in the place of its button.
      const plays = name === 'button' && at?.matches?.('[part=player]');
      const own = (node = stays || plays ? at : insert(document.createElement(name)));
      const stale = new Set(stays ? own.getAttributeNames() : []);
      for (let of; (of = attribute((step = number()))); stale.delete(of)) {
        const value = text();
        // Whether something is open, and where the focus may be, is the reader's.
        if (plays || own.getAttribute(of) === value || (stays && of === 'open')) continue;
        own.setAttribute(of, value);
        changed = true;
      }
      for (const of of stale) {
        const drop = () => own.removeAttribute(of);
        if (of === 'title' && isDate(own)) dates.push(drop); // else told when a reader points at it
        else if (!/^(open|tabindex)$/.test(of)) changed = !drop();
      }
      at = own.firstChild;
      if (!plays) continue;
      for (let depth = 1; depth; step = number()) {
        if (step === CLOSE) depth--;
        else if (step === TEXT || attribute(step)) text();
        else depth++;
      }
      at = own.nextSibling;
      node = own.parentNode;
    }
  }
  if (changed) for (const write of dates) write();
}

/** The same; draws it anew if listeners of the page have meddled with it meanwhile. */
export function settle(root, code, isSpoken) {
  try {
    takeOver(root, code, isSpoken);
  } catch {
    root.replaceChildren(build(root, code));
  }
}
