// The embeds there are. They do less than a card does, or leave cleaning to others: the table says which.

import { atWork, openTab, watchWork } from '../browser.mjs';
import { documentOf, stories } from '../articles.mjs';
import { head } from '../page/bed.mjs';
import { peers } from '../peers/packages.mjs';
import { service } from '../peers/services.mjs';
import { sizes, sample as sizeOf } from './size.mjs';
import { BASELINE, variants } from '../variants.mjs';

const COUNT = 10;

export const name = 'peers';
export const title = 'Beside other embeds';
export const note = `Packages of npm with a job near to this one, driven by the same articles in their services' own words: navigation → the frame
in which the last of ${COUNT} items is there; good network, this processor.`;
export const rounds = 5;
export const groups = [{
  title,
  measures: {
    brotli: { title: 'brotli -11', unit: 'bytes' },
    shown: { title: 'shown', unit: 'ms' },
    work: { title: 'at work', unit: 'ms' },
    script: { title: 'script', unit: 'ms', ratios: false },
  },
}];

const own = {
  [BASELINE]: {
    item: 'article-card',
    page: (count) => `<div id="cards"></div><script type="module">
      import { render } from '${variants[BASELINE].module}';
      render(document.getElementById('cards'), await (await fetch('/data/story.json?count=${count}')).json());
    </script>`,
  },
  'article-feed': {
    title: 'article-feed, as shipped, its bodies folded',
    item: '[part~=item]',
    page: (count) => `<article-feed src="/peers/feed-${count}.json" page-size="${count}" loading="eager"></article-feed><script type="module" async src="/dist/article-card.js"></script>`,
  },
};
let found = own;

/** Who takes part; their pages are served from now on. */
export async function contenders() {
  found = { ...own, ...(await peers()) };
  for (const [key, contender] of Object.entries(found)) contender.name = key;
  return Object.values(found);
}

/** What their pages fetch. */
export function answer(url, pictures) {
  const { pathname } = url;
  const json = (value) => ({ body: JSON.stringify(value), type: 'application/json' });
  const [, kind, rest] = /^\/peers\/(files|page|feed)[/-](.+)$/.exec(decodeURIComponent(pathname)) ?? [];
  if (kind === 'page') return { body: page(found[rest], url.origin), type: 'text/html; charset=utf-8' };
  if (kind === 'feed') return json({ schema: 'article-feed/1', title: 'News', items: stories(parseInt(rest, 10), pictures).map(documentOf) });
  if (kind === 'files') {
    const body = Object.values(found).map(({ files }) => files?.[rest]).find(Boolean);
    return body && { body, type: rest.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8' };
  }
  const value = service(url, pictures);
  return value && json(value);
}

/** Looks in every frame, shadow trees too, for the last item. */
const watch = (item) => `<script>
window.shown = new Promise((done) => {
  const count = (root) => root.querySelectorAll('${item}').length
    + [...root.querySelectorAll('*')].reduce((sum, { shadowRoot }) => sum + (shadowRoot ? count(shadowRoot) : 0), 0);
  const look = () => {
    if (!document.body || count(document) < ${COUNT}) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { const time = performance.now(); setTimeout(() => done(time), 200); };
    port2.postMessage(0);
  };
  requestAnimationFrame(look);
});
</script>`;

const page = (contender, origin) => `${head(watch(contender.item))}<h1>Host page</h1>${contender.page(COUNT, origin)}`;

export async function sample(contender, { browser, server }) {
  const { page, session, close } = await openTab(browser);
  await watchWork(session);
  try {
    await page.goto(`${server.origin}/peers/page/${encodeURIComponent(contender.name)}`, { waitUntil: 'commit' });
    const shown = await Promise.race([
      page.evaluate(() => window.shown),
      new Promise((_, reject) => setTimeout(reject, 30_000, new Error(`${contender.name} shows nothing`))),
    ]);
    const { all, script } = await atWork(session);
    const { brotli } = contender.files ? sizes(Object.values(contender.files)) : await sizeOf(variants[contender.name] ?? variants.card);
    return { brotli, shown, work: all, script };
  } finally {
    await close();
  }
}
