// Every page of the site, looked at by axe-core in a real engine: no rule of WCAG 2.0 to 2.2, A and AA, and none of its
// best practices is broken, in light, in dark, in forced colours, at 1200 and at 320 pixels.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bring, wrong } from './axe.mjs';
import { engine, fixture, project } from './harness.mjs';

const www = join(project, 'www');
const pages = ['index.html', ...readdirSync(join(www, 'pages')).filter((name) => name.endsWith('.html')).map((name) => `pages/${name}`)];

/** What is as it is on purpose: page, rule, why. */
const accepted = {
  'pages/many.html': { 'landmark-unique': 'one story several times, each time with the same related stories' },
  'pages/print.html': { 'landmark-unique': 'the same' },
  'pages/sizes.html': { 'landmark-unique': 'the same' },
  'pages/themes.html': { 'landmark-unique': 'the same' },
  'pages/formats.html': {
    'landmark-unique': 'two stories have related ones; each list stands in an article that has a name',
    'heading-order': 'one story repeats its headline as a heading, which is left out; what followed stays below it',
  },
};

const t = fixture({
  headers: { 'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'" },
});

/** Opens a page and scrolls through it until each of its elements has been drawn or has failed. */
async function read(page) {
  await t.open(`/${page}`);
  await t.until(() => {
    for (const panel of document.querySelectorAll('details')) panel.open = true;
    const elements = [...document.querySelectorAll('article-card, article-feed')];
    const settled = (element) => !element.hasAttribute('aria-busy') && element.shadowRoot?.querySelector('[part~=card], [part~=feed], [part=failure]');
    const waiting = elements.find((element) => !settled(element));
    waiting?.scrollIntoView();
    return elements.length > 0 && !waiting;
  });
  await t.run(() => scrollTo(0, 0));
  await bring(t);
}

/** Opens all that is folded: what is hidden, axe does not look at. */
const unfold = () => t.run(() => {
  for (const { shadowRoot } of document.querySelectorAll('article-card, article-feed')) {
    for (const button of shadowRoot.querySelectorAll('[aria-expanded=false]')) button.click();
  }
});

const emulate = (features) => t.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
const dark = { name: 'prefers-color-scheme', value: 'dark' };
const forced = { name: 'forced-colors', value: 'active' };
const schemes = { light: [], dark: [dark], 'forced colours': [forced], 'forced colours, dark': [forced, dark] };

for (const page of pages) {
  test(`${page} keeps nobody out`, async () => {
    await read(page);
    const broken = new Map();
    const look = async (how, options) => {
      for (const { rule, line } of await wrong(t, options)) broken.set(`${how}: ${line}`, rule);
    };
    // Only Chromium can be told what its reader prefers; the others see most when all is open.
    if (engine !== 'chromium') {
      await unfold();
      await look('light, open');
    } else {
      for (const width of [1200, 320]) {
        if (width === 320) await unfold();
        await t.driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
        for (const [name, features] of Object.entries(schemes)) {
          await emulate(features);
          // In forced colours browsers paint others than they tell scripts.
          await look(`${name}, ${width} px`, { colours: !features.includes(forced) });
        }
      }
      assert.equal(await t.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, 'the page scrolls sideways');
      await t.driver.sendDevToolsCommand('Emulation.clearDeviceMetricsOverride', {});
      await emulate([]);
    }
    const known = Object.keys(accepted[page] ?? {});
    assert.deepEqual([...broken].filter(([, rule]) => !known.includes(rule)).map(([line]) => line), []);
    assert.deepEqual(known.filter((rule) => ![...broken.values()].includes(rule)), [], 'what is no longer broken is no longer accepted');
  });
}
