// How high a card will be, as the command line estimates it, and how high it is: nobody's fonts are known, but everybody's
// page jumps less.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.mjs';
import { fixture, project } from './harness.mjs';

const t = fixture();
// Not those that fail, or lose the picture that they count on.
const stories = readdirSync(join(project, 'www/stories')).filter((name) => /^(?!broken|wrong|missing-page|withdrawn).*\.json$/.test(name));
const FEEDS = /feed|page-\d|short-reads/;
const WIDTHS = [360, 480, 640];
const address = 'https://news.example/';

const estimate = (args) => Number(command(['embed', '--quiet', '--reserve', '--src', `${address}story.json`, '--script', `${address}article-card.js`, ...args]).match(/min-height:(\d+)px/)[1]);

/** How high they are, one page of them in a width. */
async function drawn(width, elements) {
  await t.resize(1280);
  await t.open(`<style>div { width: ${width}px; float: left }</style>${elements.map((element) => `<div>${element}</div>`).join('')}`);
  await t.until((count) => document.querySelectorAll('article-card, article-feed').length === count
    && [...document.querySelectorAll('article-card, article-feed')].every((host) => host.shadowRoot?.querySelector('[part~=card], [part~=feed]') && host.getAttribute('aria-busy') !== 'true'), elements.length);
  return t.run(() => [...document.querySelectorAll('article-card, article-feed')].map((host) => host.shadowRoot.querySelector('[part~=card], [part~=feed]').getBoundingClientRect().height));
}

const SINGLE = stories.filter((name) => !FEEDS.test(name) && name !== 'live.json');
for (const width of WIDTHS) {
  for (const [what, args, attributes, names] of [
    ['whole', [], '', stories],
    ['teasers', ['--mode', 'teaser'], 'mode="teaser"', SINGLE],
    ['compact ones', ['--mode', 'compact'], 'mode="compact"', SINGLE],
    ['excerpts', ['--mode', 'excerpt'], 'mode="excerpt"', ['harbour.json', 'html.json', 'japanese.json']],
  ]) {
    test(`${what}, ${width} pixels wide: the estimate is right within a quarter`, async () => {
      const heights = await drawn(width, names.map((name) => {
        const element = FEEDS.test(name) ? 'article-feed' : 'article-card';
        return `<${element} loading="eager" src="/stories/${name}" base="/" ${attributes}></${element}>`;
      }));
      const shares = names.map((name, at) => {
        const share = estimate(['--width', `${width}`, ...args, join(project, 'www/stories', name)]) / heights[at];
        return [name, Math.round(share * 100), heights[at]];
      });
      assert.deepEqual(shares.filter(([, share]) => share < 75 || share > 125), []);
    });
  }
}
