// What stays behind when cards go.

import { held } from '../browser.mjs';

const COUNT = 1000;
const TIMES = 5;

export const name = 'leak';
export const title = 'After they are gone';
export const note = `${COUNT.toLocaleString('en')} cards drawn and removed, ${TIMES} times more: what grew, everything collected that nobody holds.`;
export const rounds = 3;
export const groups = [{
  title,
  measures: {
    nodes: { title: 'nodes', ratios: false },
    listeners: { title: 'listeners', ratios: false },
    script: { title: 'script heap', unit: 'kB', ratios: false },
    dom: { title: 'DOM heap', unit: 'kB', ratios: false },
    wasm: { title: 'Wasm memory', unit: 'kB', ratios: false },
  },
}];

export async function sample(variant, { bed, browser, quick }) {
  const { page, session, close } = await bed(variant);
  const again = () => page.evaluate(async (count) => {
    await bed.draw(await bed.fresh(count));
    await bed.inView();
    bed.clear();
    await bed.frame();
  }, quick ? 100 : COUNT);
  await again();
  const wasm = () => page.evaluate(() => window.memory?.buffer.byteLength ?? NaN);
  const before = { ...(await held(browser, session)), wasm: await wasm() };
  for (let time = 0; time < (quick ? 1 : TIMES); time++) await again();
  const after = { ...(await held(browser, session)), wasm: await wasm() };
  await close();
  const more = (key) => after[key] - before[key];
  return { nodes: more('nodes'), listeners: more('listeners'), script: more('script') / 1e3, dom: more('dom') / 1e3, wasm: more('wasm') / 1e3 };
}
