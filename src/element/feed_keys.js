// What a feed is to those who hear it, and its keys: ARIA's feed pattern, as far as it serves readers
// (docs/decisions/0009-feed-pattern.md).

/** Where Control leads to with these keys: out of the stories. */
const OUT = { Home: '[part=new], [part=feed-title] a', End: '[part=items] ~ button, [part=items] ~ * a' };

/** Says of each story which one it is, and of how many, as soon as that is known. */
export function number(root) {
  const list = root.querySelector('[part=items]');
  const stories = [...(list?.children ?? [])];
  if (!stories.length) return;
  list.role = 'feed';
  const title = list.parentNode.getAttribute('aria-labelledby');
  if (title) list.setAttribute('aria-labelledby', title);
  const count = root.querySelector('[part=more]') ? -1 : stories.length;
  stories.forEach((story, at) => {
    story.ariaPosInSet = at + 1;
    story.ariaSetSize = count;
  });
}

/** Page Down and Page Up go from story to story. */
export function walk(event, root) {
  const { key, target } = event;
  const story = target.closest?.('[part~=item]');
  if (!story || event.defaultPrevented || event.altKey || event.shiftKey || event.metaKey) return;
  let to;
  if (event.ctrlKey) to = OUT[key] && root.querySelector(OUT[key]);
  else {
    const { top, bottom } = story.getBoundingClientRect();
    // What is longer than the window is read first.
    if (key === 'PageDown' && bottom <= innerHeight) to = story.nextElementSibling;
    if (key === 'PageUp' && top >= 0) to = story.previousElementSibling;
    // Only now: a press of the mouse on its text is not to take these keys away from scrolling.
    if (to) to.tabIndex = -1;
  }
  if (!to) return;
  event.preventDefault();
  to.focus();
}
