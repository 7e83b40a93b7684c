// A reader who has never been here: from the click to the painted card.

import { atWork, openTab, watchWork } from '../browser.mjs';

const READERS = [
  { key: 'fast', title: 'Good network, this processor', cpu: 1 },
  { key: 'fast4g', title: 'Fast 4G, processor 4 times as slow', cpu: 4, network: 'fast 4G' },
  { key: 'slow4g', title: 'Slow 4G, processor 4 times as slow', cpu: 4, network: 'slow 4G' },
];

export const name = 'cold';
export const title = 'First visit';
export const note = `A partner’s page with one card in the window, script and story of another origin, nothing cached: navigation → the
frame that shows the card. *At work* is the time of the page's main thread, *script* what of it was JavaScript and
WebAssembly; WebAssembly is compiled beside it. *Shift* is the layout shift of the page (CLS); nothing has told these pages
how high a card will be. Networks are the presets of DevTools.

*Pre-rendered* is what \`article-card render --collapse\` prints, the document for its script in it, in place of the element:
painted is the first frame after all of that was read. *Taken over* is when its script, of another origin as ever, has
found it to be what it would draw; work, script and shift are until then. *Whole* is without \`--collapse\`: no part of the
body is folded.`;
export const groups = [
  ...READERS.map(({ key, title }) => ({
    title,
    measures: {
      [`${key}-painted`]: { title: 'painted', unit: 'ms' },
      [`${key}-taken`]: { title: 'taken over', unit: 'ms', ratios: false },
      [`${key}-work`]: { title: 'at work', unit: 'ms' },
      [`${key}-script`]: { title: 'script', unit: 'ms', ratios: false },
      [`${key}-shift`]: { title: 'shift', ratios: false },
    },
  })),
  {
    title: 'What is fetched for it, brotli -11',
    measures: {
      page: { title: 'page', unit: 'bytes', ratios: false },
      fetched: { title: 'with code and story', unit: 'bytes' },
    },
  },
];

export async function sample(variant, { browser, quick, server }) {
  const bytes = (path) => server.warm(path).body.length;
  const page = bytes(`/cold/${variant.name}`);
  const story = bytes(`/data/${variant.form}.json`);
  const values = { page, fetched: variant.files.reduce((sum, path) => sum + bytes(path), page + (variant.render ? 0 : story)) };
  for (const { key, ...slower } of quick ? READERS.slice(0, 1) : READERS) {
    const { page, session, close } = await openTab(browser, slower);
    await watchWork(session);
    await page.goto(`${server.origin}/cold/${variant.name}`, { waitUntil: 'commit' });
    const { painted, shift, taken } = await page.evaluate(() => window.painted);
    const { all, script } = await atWork(session);
    await close();
    Object.assign(values, { [`${key}-painted`]: painted, [`${key}-taken`]: taken, [`${key}-work`]: all, [`${key}-script`]: script, [`${key}-shift`]: shift });
  }
  return values;
}
