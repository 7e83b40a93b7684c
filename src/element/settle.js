// A card that was drawn before there was a script: what is so already is not touched, so nothing flashes or moves.

import { isDate } from './ago.js';
import { CLOSE, TEXT, reader } from './code.js';

/**
 * Makes the card that stands in `root` the one that `code` means. Dates were written for readers of another place, which
 * is no reason to write them again, unless something else is one.
 */
export function settle(root, code) {
  const { ownerDocument: document } = root;
  const { number, text, attribute, tag } = reader(code);
  const dates = [];
  let changed = false;
  let node = root;
  /** What stands where the code is. */
  let at = root.querySelector('[part=card],[part=feed]');
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
  let step = number();
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
      const own = (node = stays ? at : insert(document.createElement(name)));
      const stale = new Set(stays ? own.getAttributeNames() : []);
      for (let of; (of = attribute((step = number()))); stale.delete(of)) {
        const value = text();
        if (own.getAttribute(of) === value) continue;
        own.setAttribute(of, value);
        changed = true;
      }
      for (const of of stale) {
        const drop = () => own.removeAttribute(of);
        if (of === 'title' && isDate(own)) dates.push(drop); // else told when a reader points at it
        else if (of !== 'open') changed = !drop(); // that is the reader's
      }
      at = own.firstChild;
    }
  }
  if (changed) for (const write of dates) write();
}
