// What a page with many cards holds.

import { growth, held } from '../browser.mjs';

const COUNT = 1000;

export const name = 'memory';
export const title = 'Memory';
export const note = `Held by ${COUNT.toLocaleString('en')} cards: after drawing them, less before, everything collected that nobody holds. *Process* is the
private memory of the page's process, Wasm and its code included. Of lazy cards those are drawn that are in view.`;
export const rounds = 5;
export const groups = [{
  title,
  measures: {
    process: { title: 'process', unit: 'MB' },
    script: { title: 'script heap', unit: 'MB', ratios: false },
    dom: { title: 'DOM heap', unit: 'MB' },
    buffers: { title: 'buffers', unit: 'MB', ratios: false },
    nodes: { title: 'nodes', ratios: false },
    listeners: { title: 'listeners', ratios: false },
  },
}];

export async function sample(variant, { bed, browser, quick }) {
  const { page, session, close } = await bed(variant);
  await page.evaluate(async (count) => {
    await bed.untilShown(1);
    window.articles = await bed.fresh(count);
  }, quick ? 100 : COUNT);
  const before = await held(browser, session);
  await page.evaluate(async () => {
    await bed.draw(articles);
    await bed.inView();
    await bed.frame();
  });
  const after = await held(browser, session);
  await close();
  const more = (key) => after[key] - before[key];
  return {
    process: growth(before.processes, after.processes) / 1e6,
    script: more('script') / 1e6,
    dom: more('dom') / 1e6,
    buffers: more('buffers') / 1e6,
    nodes: more('nodes'),
    listeners: more('listeners'),
  };
}
