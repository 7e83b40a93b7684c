// A reader who has never been here: from the click to the painted card.

import { atWork, openTab, watchWork } from '../browser.mjs';

const READERS = [
  { key: 'fast', title: 'Good network, this processor', cpu: 1 },
  { key: 'fast4g', title: 'Fast 4G, processor 4 times as slow', cpu: 4, network: 'fast 4G' },
  { key: 'slow4g', title: 'Slow 4G, processor 4 times as slow', cpu: 4, network: 'slow 4G' },
];

export const name = 'cold';
export const title = 'First visit';
export const note = `A partner’s page with one card in the window, script and story of another origin, nothing cached: navigation → the frame that shows the card. *At work* is the time of the
page's main thread, *script* what of it was JavaScript and WebAssembly; WebAssembly is compiled beside it. *Shift* is
the layout shift of the page (CLS); nothing has told these pages how high a card will be. Networks are the presets of DevTools.`;
export const groups = READERS.map(({ key, title }) => ({
  title,
  measures: {
    [`${key}-painted`]: { title: 'painted', unit: 'ms' },
    [`${key}-work`]: { title: 'at work', unit: 'ms' },
    [`${key}-script`]: { title: 'script', unit: 'ms', ratios: false },
    [`${key}-shift`]: { title: 'shift', ratios: false },
  },
}));

export async function sample(variant, { browser, quick, server }) {
  const values = {};
  for (const path of [...variant.files, variant.module, `/cold/${variant.name}`, `/data/${variant.form}.json`]) server.warm(path);
  for (const { key, ...slower } of quick ? READERS.slice(0, 1) : READERS) {
    const { page, session, close } = await openTab(browser, slower);
    await watchWork(session);
    await page.goto(`${server.origin}/cold/${variant.name}`, { waitUntil: 'commit' });
    const { painted, shift } = await page.evaluate(() => window.painted);
    const { all, script } = await atWork(session);
    await close();
    Object.assign(values, { [`${key}-painted`]: painted, [`${key}-work`]: all, [`${key}-script`]: script, [`${key}-shift`]: shift });
  }
  return values;
}
