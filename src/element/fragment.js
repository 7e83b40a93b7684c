// Addresses inside a card: browsers do not look into shadow trees for what `#…` names, so the card does. A heading is
// named by the element's id and its own words: `#story-the-new-timetable` in `<article-card id="story">`.

/** Where the page was when we came: a reader who has scrolled since is not carried away. */
const landed = scrollY;

const words = (text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu)?.join(' ') ?? '';

function fragment() {
  try {
    return words(decodeURIComponent(location.hash));
  } catch {
    return ''; // not UTF-8: names nothing of ours
  }
}

/** Whether the page's address names something inside `host`. */
export const isNamed = (host) => host.id !== '' && fragment().startsWith(`${words(host.id)} `);

/** Opens and shows the heading in `root` that the page's address names: see `isNamed`. */
export function follow(host, root) {
  const headings = root.querySelectorAll('[part=heading], [part=headline]');
  const named = [...headings].find((heading) => words(`${host.id} ${heading.textContent}`) === fragment());
  if (!named) return;
  // As the browser says when it finds what it looked for.
  named.closest('[hidden]')?.dispatchEvent(new Event('beforematch', { bubbles: true }));
  for (let box = named; (box = box.parentElement); ) if (box.localName === 'details') box.open = true;
  named.scrollIntoView();
  named.tabIndex = -1;
  named.focus({ preventScroll: true });
}

/** The same after drawing, while the reader has gone nowhere else. That is asked of few: it costs a layout. */
export function arrive(host, root) {
  if (isNamed(host) && scrollY === landed) follow(host, root);
}
