// Opening and closing what folds away. The button says everything: `aria-controls` names what it folds, `aria-expanded`
// whether that is open. For the body of an <article-card> the element's `expanded` attribute goes with it.

/** The same without a script: what was drawn before there was one. */
const DETAILS = '[part=card]>[part=body]>[part=fold], [part=card]>details>[part=body]>[part=fold]';
const BODY = '[part=card]>[part=toggle], [part=card]>details>[part=toggle]';

/** The reader has pressed a button. */
export function toggle(host, root, button) {
  set(host, root, button, button.ariaExpanded !== 'true', 'user');
}

/** The browser is about to show where, in what is folded away, it found what the reader searched for. */
export function reveal(host, root, rest) {
  const button = root.querySelector(`[aria-controls="${rest.id}"]`);
  if (button) set(host, root, button, true, 'find');
}

/** Opens or closes the body of the card in `root`, if it folds: the attribute changed. */
export function foldBody(host, root, open) {
  const button = root.querySelector(BODY);
  if (button) set(host, root, button, open, 'api');
  const details = root.querySelector(DETAILS);
  if (details) details.open = open;
}

/** What a reader has opened before there was a script stays open. */
export function stayOpen(host, root) {
  const details = root.querySelector(DETAILS);
  if (!details?.open) return;
  told.set(details, true);
  host.setAttribute('expanded', '');
}

/** `<details>` → whether the page was told last that it is open. */
const told = new WeakMap();

/** Something in a card has been opened or closed, by the browser; it says so late, once for several times. */
export function folded(host, details) {
  const { open } = details;
  if (!details.matches('[part=fold]') || open === (told.get(details) ?? false)) return;
  told.set(details, open);
  const isAsked = details.matches(DETAILS) && host.hasAttribute('expanded') === open;
  if (details.matches(DETAILS)) host.toggleAttribute('expanded', open);
  tell(details, open, isAsked ? 'api' : 'user');
}

function set(host, root, button, open, cause) {
  const rest = root.getElementById(button.getAttribute('aria-controls'));
  if (!rest || open === (button.ariaExpanded === 'true')) return;
  // What opens grows below its beginning, which stands before the button; what closes keeps its button.
  const kept = open ? button.previousElementSibling : button;
  const from = kept.getBoundingClientRect().top;
  button.ariaExpanded = open;
  open ? rest.removeAttribute('hidden') : rest.setAttribute('hidden', 'until-found');
  if (cause === 'user') scroll(kept, kept.getBoundingClientRect().top - from);
  // Comes back here, and finds the body as it should be.
  if (button.matches(BODY)) host.toggleAttribute('expanded', open);
  if (!button.matches('[part=toggle]')) return; // a biography is not worth an event
  tell(button, open, cause);
}

/** To the page the target is the host, and in a feed the path leads to the item. */
function tell(element, expanded, cause) {
  element.dispatchEvent(new CustomEvent('article-card:toggle', { bubbles: true, composed: true, detail: { expanded, cause } }));
}

/**
 * Scrolls what `element` stands in by so many pixels, the innermost box first. Browsers with scroll anchoring leave
 * little to do, or keep in place what nobody looks at.
 */
function scroll(element, by) {
  for (let box = element; box && Math.abs(by) >= 1; box = box.assignedSlot ?? box.parentNode ?? box.host) {
    const scrolls = box === document.scrollingElement || (box.localName && /auto|scroll/.test(getComputedStyle(box).overflowY));
    if (!scrolls) continue;
    const from = box.scrollTop;
    box.scrollBy({ top: by, behavior: 'instant' });
    by -= box.scrollTop - from;
  }
}
