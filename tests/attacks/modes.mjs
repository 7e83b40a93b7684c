// The ways in which documents are looked at, and the control that goes with each.

import { path as command } from '../e2e/command.mjs';
import { inChromium } from './chromium.mjs';
import { inEngine } from './driver.mjs';
import { drawnBy } from './page.mjs';
import { commandLine, prerendered, unsafeCommand } from './prerender.mjs';
import { pages, secureSite, serveSite } from './site.mjs';

async function page(path, { enforced, reported }, jobs, options) {
  const server = await serveSite();
  try {
    return await inChromium(drawnBy(secureSite(server, enforced), path, { enforced, reported }), jobs, options);
  } finally {
    await server.close();
  }
}

/** Runs jobs; `options` is `{ progress }`. `engine` must be there. `control` names the control that must fire. */
export const modes = {
  'chromium-reporting': {
    engine: 'chromium', control: 'page', about: 'Chromium, policy that reports',
    run: (jobs, options) => page(pages.card, { enforced: false }, jobs, options),
  },
  'chromium-enforcing': {
    engine: 'chromium', control: 'page', about: 'Chromium, policy enforced',
    run: (jobs, options) => page(pages.card, { enforced: true }, jobs, options),
  },
  prerender: {
    engine: 'chromium', control: 'prerender', about: 'article-card render, loaded in Chromium',
    run: async (jobs, options) => inChromium(await prerendered(commandLine(command), { batch: 8 }), jobs, options),
  },
  firefox: {
    engine: 'firefox', control: 'firefox', about: 'Firefox, policy that reports',
    run: (jobs, options) => inEngine('firefox', pages.card, jobs, options),
  },
  webkit: {
    engine: 'webkit', control: 'webkit', about: 'WebKitGTK, policy that reports',
    run: (jobs, options) => inEngine('webkit', pages.card, jobs, options),
  },
};

/** The same with a page, and a command, that put everything into the page as it is. */
const unguarded = { reported: true, confirm: false };
export const controls = {
  page: (jobs, options) => page(pages.control, { enforced: false, ...unguarded }, jobs, { ...options, ...unguarded }),
  prerender: async (jobs, options) => inChromium(await prerendered(unsafeCommand, { batch: 1 }), jobs, { ...options, ...unguarded }),
  firefox: (jobs, options) => inEngine('firefox', pages.control, jobs, { ...options, ...unguarded }),
  webkit: (jobs, options) => inEngine('webkit', pages.control, jobs, { ...options, ...unguarded }),
};

/** Every nth payload of the long lists, and of the others. */
export const extents = {
  whole: { modes: () => ({ long: 1, short: 1 }), control: (name) => (name === 'page' ? 'whole' : 'sample') },
  sample: {
    modes: (name) => (name === 'chromium-enforcing' ? { long: 10, short: 1 } : { long: 20, short: 20 }),
    control: () => 'sample',
    leaves: ['chromium-reporting'],
  },
};
export const controlExtents = { whole: { long: 1, short: 1 }, sample: { long: 100, short: 20 } };
/** Documents that the control draws as markup. */
export const controlSlots = ['html', 'unquoted', 'json'];
