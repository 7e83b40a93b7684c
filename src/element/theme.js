// The style sheets that a card wears, and theme="host": light or dark as the page around it is, and along with it when
// that changes. The other themes are rules of the sheet.

/** Adopted sheets belong to the document they were made in, and cards move between documents. */
const sheets = new WeakMap();

/** A sheet for all cards of `document`; throws where scripts cannot make one. */
export function sheetFor(document, css) {
  if (!sheets.has(document)) sheets.set(document, {});
  const own = sheets.get(document);
  if (!own[css]) {
    own[css] = new document.defaultView.CSSStyleSheet();
    own[css].replaceSync(css);
  }
  return own[css];
}

/** How pages say it of themselves. */
const MARKS = ['data-theme', 'data-bs-theme', 'data-color-scheme', 'data-color-mode', 'data-mode'];

/** For each card that follows its page: looks at it again. */
const following = new Set();

const update = () => following.forEach((look) => look());
const observer = new MutationObserver(update);
const system = matchMedia('(prefers-color-scheme: dark)');

/** What an element says of itself: dark, light or nothing. A class must be nothing else: `font-light` is no theme. */
function said(element) {
  const marks = MARKS.map((name) => /\b(dark|light)\b/i.exec(element.getAttribute(name)));
  const classes = [...element.classList].map((name) => /^(?:theme-)?(dark|light)(?:-mode|-theme)?$/i.exec(name));
  return [...marks, ...classes].find(Boolean)?.[1].toLowerCase();
}

function* around(host) {
  for (let element = host; (element = element.parentElement ?? element.getRootNode().host); ) yield element;
}

/** Whether the page around `host` is `dark` or `light`; undefined when it is as the reader's system is. */
function schemeOf(host) {
  for (const element of around(host)) {
    const words = said(element);
    if (words) return words;
  }
  const scheme = getComputedStyle(host).colorScheme;
  if (scheme !== 'normal') return ['dark', 'light'].find((one) => !scheme.includes(one === 'dark' ? 'light' : 'dark'));
  // It says nothing, so it looks as it was painted.
  for (const element of around(host)) {
    const [red, green, blue, opacity = 1] = getComputedStyle(element).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    if (opacity > 0.5) return red * 0.3 + green * 0.6 + blue * 0.1 < 128 ? 'dark' : 'light';
  }
  return 'light';
}

/** Calls `show` now and whenever the page changes; gives what ends that. */
function followPage(host, show) {
  const look = () => {
    const { documentElement, body } = host.ownerDocument;
    // Pages put another body in the place of theirs.
    observer.observe(documentElement, { attributes: true, childList: true });
    if (body) observer.observe(body, { attributes: true });
    show();
  };
  system.addEventListener('change', update);
  following.add(look);
  look();
  return () => {
    following.delete(look);
    if (following.size) return;
    observer.disconnect();
    system.removeEventListener('change', update);
  };
}

/** Puts sheets on what is in `root`, in the scheme that `host` is to have; gives what ends that. */
export function dress(host, root, css) {
  const wear = (...rules) => {
    root.adoptedStyleSheets = rules.map((rule) => sheetFor(host.ownerDocument, rule));
  };
  wear(...css);
  if (host.getAttribute('theme') !== 'host') return () => {};
  return followPage(host, () => {
    const scheme = schemeOf(host);
    wear(...css, scheme ? `:host *{color-scheme:${scheme}}` : '');
  });
}
