// Every page of the site, looked at by axe-core in a real engine: no rule of WCAG 2.0 to 2.2, A and AA, and none of its
// best practices is broken, in light, in dark, in forced colours, at 1200 and at 320 pixels.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { engine, fixture, project } from './harness.mjs';

const www = join(project, 'www');
const pages = ['index.html', ...readdirSync(join(www, 'pages')).filter((name) => name.endsWith('.html')).map((name) => `pages/${name}`)];
const axe = readFileSync(join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What is as it is on purpose: page, rule, why. */
const accepted = {
  'pages/many.html': { 'landmark-unique': 'one story several times, each time with the same related stories' },
  'pages/print.html': { 'landmark-unique': 'the same' },
  'pages/sizes.html': { 'landmark-unique': 'the same' },
  'pages/formats.html': {
    'landmark-unique': 'two stories have related ones; each list stands in an article that has a name',
    'heading-order': 'one story repeats its headline as a heading, which is left out; what followed stays below it',
  },
};

// The page's policy is strict: a driver may run what the page may not.
const t = fixture({
  headers: { 'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'" },
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const byColour = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with the page as it stands: a line for each element, and the rules that were broken. */
async function wrong({ forced = false } = {}) {
  // In forced colours browsers paint others than they tell scripts: those rules are about the page's own.
  const off = forced ? byColour : [];
  const found = await t.run(async (values, without) => {
    const rules = { 'target-size': { enabled: true }, ...Object.fromEntries(without.map((id) => [id, { enabled: false }])) };
    const { violations, passes } = await window.axe.run({ runOnly: { type: 'tag', values }, rules, resultTypes: ['violations'] });
    const lines = ({ id, nodes }) => nodes.map(({ target, any, all, none }) => ({ id, where: target.flat().join(' '), what: [...any, ...all, ...none].map((check) => check.message).join('; ') }));
    return { broken: violations.flatMap(lines), passed: passes.map(({ id }) => id) };
  }, tags, off);
  // A run that looked at nothing finds nothing.
  for (const rule of ['document-title', 'heading-order', 'region', 'target-size', ...(forced ? [] : ['color-contrast'])]) {
    assert.ok(found.passed.includes(rule) || found.broken.some(({ id }) => id === rule), `axe did not look at ${rule}`);
  }
  return found.broken;
}

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
  await t.driver.executeScript(axe);
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
      for (const { id, where, what } of await wrong(options)) broken.set(`${id} in ${how}: ${where}: ${what}`, id);
    };
    // Only Chromium can be told what its reader prefers.
    if (engine !== 'chromium') {
      await look('light');
      await unfold();
      await look('light, open');
    } else {
      for (const width of [1200, 320]) {
        if (width === 320) await unfold();
        await t.driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
        for (const [name, features] of Object.entries(schemes)) {
          await emulate(features);
          await look(`${name}, ${width} px`, { forced: features.includes(forced) });
        }
      }
      await t.driver.sendDevToolsCommand('Emulation.clearDeviceMetricsOverride', {});
      await emulate([]);
    }
    const known = Object.keys(accepted[page] ?? {});
    assert.deepEqual([...broken].filter(([, id]) => !known.includes(id)).map(([line]) => line), []);
    assert.deepEqual(known.filter((rule) => ![...broken.values()].includes(rule)), [], 'what is no longer broken is no longer accepted');
  });
}
