// The page of a frame, embed.html: a card as its address asks for, and word of its height to the page around it. Anybody
// writes that address, so it chooses among the publisher's stories, and says nothing in the publisher's name.

import { begin } from './messages.js';

/** Attributes that the address may set: docs/contracts/frame.md. */
const CHOSEN = [
  'item', 'mode', 'hide', 'link-query', 'share', 'page-size', 'max', 'refresh', 'print', 'images', 'heading-level', 'theme', 'lang', 'dir', 'time-zone',
];
/** Those that only the page itself may: by them a stranger would put words on it, or have stories mean something else. */
const KEPT = ['base', 'labels', 'map', 'now'];

/** Pictures are as high as they are, in a window that becomes as high as they are. Films play in no frame within a sandbox. */
const SHEET = `body { margin: 0; display: flow-root }
::part(image), ::part(block-image) { max-height: none }
::part(play) { display: none }`;

const asked = new URLSearchParams(location.search);

/** What addresses of stories begin with: those that the publisher names, else this origin (`self.origin` is "null" in a sandbox). */
const named = document.querySelector('meta[name=article-card-sources]')?.content.match(/\S+/g) ?? [location.origin];
const sources = named.map(address).filter(Boolean);

/** Some servers take these for slashes, and so lead out of the folder that is meant. */
const isShown = ({ href }) => !/%2f|%5c/i.test(href.replace(/[?#].*/, '')) && sources.some((source) => href.startsWith(source.href));

function address(text) {
  try {
    const url = new URL(text, location);
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {} // no address
}

/** Holds redirects and further pages to the same, and scripts to this page's own. */
function narrow() {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `script-src ${location.origin} 'wasm-unsafe-eval'; connect-src ${sources.map(({ href }) => href).join(' ')}`;
  document.head.append(policy);
}

function show(src) {
  const card = document.createElement(asked.has('feed') ? 'article-feed' : 'article-card');
  const place = document.querySelector('main');
  for (const name of [...CHOSEN, ...KEPT]) {
    const value = place.getAttribute(`data-${name}`) ?? (KEPT.includes(name) ? null : asked.get(name));
    if (value !== null) card.setAttribute(name, value);
  }
  card.setAttribute('src', src);
  card.setAttribute('loading', 'eager');
  card.setAttribute('link-target', '_blank');
  // Where a reader's light meets a dark frame, browsers put a ground under it.
  const theme = card.getAttribute('theme');
  if (/^(light|dark)$/.test(theme)) document.documentElement.style.colorScheme = theme;
  place.append(card);
  return card;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(SHEET);
document.adoptedStyleSheets = [sheet];
narrow();
const src = address(asked.get('src')?.trim() || 'data:');
const card = src && isShown(src) && show(src.href);
if (!card) document.querySelector('#refused')?.toggleAttribute('hidden', false);
begin(card);
