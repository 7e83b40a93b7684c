// What a page can set: each custom property reaches the card, and the ready-made themes can be read, light and dark.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bring, wrong } from './axe.mjs';
import { fixture, project } from './harness.mjs';
import { article, inScript } from './stories.mjs';

const t = fixture();
const read = (path) => readFileSync(join(project, path), 'utf8');
const names = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

/** Property: a value, where it is seen, in which style, and how that says it. */
const properties = {
  color: ['#010203', '[part=body]', 'color', 'rgb(1, 2, 3)'],
  muted: ['#010203', '[part=meta]', 'color', 'rgb(1, 2, 3)'],
  accent: ['#010203', '[part=section]', 'color', 'rgb(1, 2, 3)'],
  background: ['#010203', '[part=card]', 'backgroundColor', 'rgb(1, 2, 3)'],
  surface: ['#010203', '[part=tag]', 'backgroundColor', 'rgb(1, 2, 3)'],
  line: ['#010203', '[part=card]', 'borderTopColor', 'rgb(1, 2, 3)'],
  'font-body': ['Body', '[part=body] p', 'fontFamily', 'Body'],
  'font-headline': ['Headline', '[part=headline]', 'fontFamily', 'Headline'],
  'font-ui': ['Interface', '[part=meta]', 'fontFamily', 'Interface'],
  'font-size': ['20px', '[part=card]', 'fontSize', '20px'],
  'headline-size': ['41px', '[part=headline]', 'fontSize', '41px'],
  'headline-weight': ['300', '[part=heading]', 'fontWeight', '300'],
  'line-height': ['2', '[part=card]', 'lineHeight', '32px'],
  link: ['#010203', '[part=body] a', 'color', 'rgb(1, 2, 3)'],
  radius: ['7px', '[part=card]', 'borderTopLeftRadius', '7px'],
  space: ['9px', '[part=card]', 'paddingTop', '9px'],
  'max-width': ['300px', '[part=card]', 'maxWidth', '300px'],
  gap: ['11px', '[part~=item]', 'paddingTop', '11px'],
};

const story = article({
  bodyText: undefined,
  section: { name: 'Section' },
  tags: ['A topic'],
  datePublished: '2026-11-20T08:30:00+02:00',
  body: [{ type: 'heading', text: 'A heading' }, { type: 'paragraph', html: 'Text with <a href="https://a.example/">a link</a>.' }],
});
const inline = (element, json) => `<${element} loading="eager"><script type="application/json">${inScript(json)}</script></${element}>`;
const both = inline('article-card', story) + inline('article-feed', { schema: 'article-feed/1', language: 'en', items: [story] });

test('README lists the properties that the style sheet reads, and no others', () => {
  const documented = names(read('README.md'), /^\| `--article-card-([\w-]+)` \|/gm);
  const used = names(read('src/style/card.css'), /var\(--article-card-([\w-]+)/g);
  assert.deepEqual(documented, used);
  assert.deepEqual(Object.keys(properties).sort(), used, 'each is tried below');
});

test('each property reaches the card, from anything around it', async () => {
  const seen = () => t.run((all) => Object.fromEntries(Object.entries(all).map(([name, [, css, style]]) => {
    const found = [...document.querySelectorAll('article-card, article-feed')].map((host) => host.shadowRoot.querySelector(css)).find(Boolean);
    return [name, getComputedStyle(found)[style]];
  })), properties);
  const rules = Object.entries(properties).map(([name, [value]]) => `--article-card-${name}: ${value}`).join(';');
  await t.open(`<main>${both}</main>`, { head: `<style>html { font-size: 16px } .set { ${rules} } .set article-card, .set article-feed { --article-card-font-size: 16px }</style>` });
  await t.drawn('article-card');
  await t.drawn('article-feed');
  const before = await seen();
  await t.run(() => document.querySelector('main').classList.add('set'));
  const after = await seen();
  for (const [name, [, , , expected]] of Object.entries(properties)) {
    if (name === 'font-size') continue; // it would change the others
    assert.equal(after[name], expected, name);
    assert.notEqual(before[name], expected, `${name}: not without it`);
  }
  await t.run(() => document.querySelector('article-card').style.setProperty('--article-card-font-size', '20px'));
  assert.equal((await seen())['font-size'], '20px');
});

test('a line height of the page leaves room for the marks of Arabic', async () => {
  await t.open('<article-card src="/stories/arabic.json" base="/"></article-card>', { head: '<style>article-card { --article-card-line-height: 1.2; --article-card-font-size: 10px }</style>' });
  await t.drawn();
  assert.equal(await t.inside('article-card', (root) => getComputedStyle(root.querySelector('[part=card]')).lineHeight), '18px');
});

const themes = readdirSync(join(project, 'www/themes')).map((file) => file.replace('.css', ''));

test('there are three themes, and each asks for nothing', () => {
  assert.deepEqual(themes, ['broadsheet', 'magazine', 'tabloid']);
  for (const theme of themes) {
    assert.doesNotMatch(read(`www/themes/${theme}.css`), /@import|@font-face|url\(/);
    assert.match(read('README.md'), new RegExp(`\`${theme}\``));
  }
});

for (const theme of themes) {
  for (const shade of ['light', 'dark']) {
    test(`${theme}, ${shade}: everything in a card and a feed can be read`, async () => {
      const element = (name, attributes) => `<${name} base="/" loading="eager" theme="${shade}" ${attributes}></${name}>`;
      await t.open(`<main class="${theme}"><h1>${theme}</h1>${element('article-card', 'src="/stories/blocks.json" expanded')}${element('article-card', 'src="/stories/harbour.json"')}
        ${element('article-card', 'src="/stories/html.json" expanded')}${element('article-feed', 'src="/stories/feed.json"')}</main>`, { head: `<link rel="stylesheet" href="/dist/themes/${theme}.css">` });
      await t.until(() => [...document.querySelectorAll('article-card, article-feed')].every(({ shadowRoot }) => shadowRoot?.querySelector('[part~=card], [part~=feed]')));
      // It is worn at all.
      const ground = (css) => t.inside(css, (root) => getComputedStyle(root.querySelector('[part=card], [part=feed]')).backgroundColor);
      const worn = [await ground('article-card'), await ground('article-feed')];
      await bring(t);
      const broken = (await wrong(t)).filter(({ rule }) => rule === 'color-contrast' || rule === 'link-in-text-block');
      assert.deepEqual(broken.map(({ line }) => line), []);
      // In forced colours grounds go, and what has no border has no edge.
      const edges = await t.inside('article-card', (root) => ['toggle', 'card'].map((part) => {
        const { outlineStyle, borderTopStyle, borderTopWidth } = getComputedStyle(root.querySelector(`[part=${part}]`));
        return outlineStyle === 'solid' || (borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1);
      }));
      assert.deepEqual(edges, [true, true]);
      await t.run(() => { document.querySelector('main').className = ''; });
      const weight = await t.inside('article-card', (root) => getComputedStyle(root.querySelector('[part=headline]')).fontWeight);
      assert.equal(weight, '700');
      assert.equal(worn[0], worn[1]);
      const light = /[\d.]+/.exec(worn[0].replace('color(srgb', ''))[0] * (worn[0].includes('srgb') ? 255 : 1) > 128;
      assert.equal(light, shade === 'light');
    });
  }
}
