// How text is set, in every engine: what one of them does not understand, it leaves out without a word.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { inline } from '../../build/stylesheet.mjs';
import { engine, fixture, project } from './harness.mjs';
import { article, inScript } from './stories.mjs';

const t = fixture();
const card = (json) => `<article-card loading="eager" expanded><script type="application/json">${inScript(json)}</script></article-card>`;

test('links in the text, of the source and of a film are underlined', async () => {
  const body = [
    { type: 'paragraph', html: 'Text with <a href="https://a.example/">a link</a>.' },
    { type: 'embed', url: 'https://maps.example/chart', title: 'A chart' },
  ];
  await t.open(card(article({ bodyText: undefined, body, publisher: { name: 'The Publisher', url: 'https://publisher.example/' } })));
  await t.drawn();
  const lines = await t.inside('article-card', (root) => ['p a', '[part=media-title] a', '[part=publisher] a'].map((css) =>
    getComputedStyle(root.querySelector(css)).textDecorationLine));
  assert.deepEqual(lines, ['underline', 'underline', 'underline']);
});

for (const [language, headline, body, roomy] of [
  ['ar', 'عنوان', 'نص قصير.', true], ['hi', 'शीर्षक', 'एक छोटा पाठ।', true], ['th', 'พาดหัว', 'ข้อความสั้น', true], ['en', 'A headline', 'A text.', false],
]) {
  test(`lines stand ${roomy ? 'further apart where letters have marks above and below' : 'as close as Latin letters may'}: ${language}`, async () => {
    await t.open(card(article({ language, headline, bodyText: body })));
    await t.drawn();
    const heights = await t.inside('article-card', (root) => ['[part=headline]', '[part=body] p'].map((css) => {
      const { fontSize, lineHeight } = getComputedStyle(root.querySelector(css));
      return Math.round(parseFloat(lineHeight) / parseFloat(fontSize) * 10) / 10;
    }));
    assert.deepEqual(heights, roomy ? [1.5, 1.8] : [1.2, 1.6]);
  });
}

/** What an engine may leave out: a card is whole without it. */
const welcome = {
  chromium: [],
  firefox: ['-webkit-locale:revert-layer', '-webkit-text-size-adjust:100%', 'text-wrap:pretty'],
  webkit: ['overflow-clip-margin:6px', '-webkit-text-size-adjust:100%'],
};

test('every engine understands every rule and declaration of the style sheet, but for what is only welcome', async () => {
  const css = await inline(join(project, 'src/style/card.css'));
  const selectors = [...css.matchAll(/(?:^|[{}])([^{}@;]+)\{/g)].map(([, selector]) => selector);
  const declarations = [...new Set([...css.matchAll(/[{;]([a-z-]+:[^{};]+)(?=[;}])/g)].map(([, text]) => text.replace(/!important$/, '')))];
  assert.ok(selectors.length > 80 && declarations.length > 150, 'the patterns find them');
  await t.open('<p>Nothing here is styled.</p>');
  const refused = await t.run((rules, texts) => {
    const parse = (text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet.cssRules[0];
    };
    const isRule = (selector) => parse(`${selector}{color:red}`);
    const isDeclaration = (text) => text.startsWith('--') || parse(`p{${text}}`).style.length > 0;
    return [rules.filter((selector) => !isRule(selector)), texts.filter((text) => !isDeclaration(text))];
  }, selectors, declarations);
  assert.deepEqual(refused, [[], welcome[engine]]);
});

test('in a narrow column dates and “3 min read” go to the next line as a whole, and a long date keeps its own line height', async () => {
  await t.open('<div style="width: 240px"><article-card src="/stories/harbour.json" base="/" loading="eager"></article-card></div>');
  await t.drawn();
  const { lines, high } = await t.inside('article-card', (root) => {
    const linesOf = (element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    const date = root.querySelector('[part=teaser-date]');
    const once = ['[part=published]', '[part=reading-time] > [aria-hidden]', '[part=updated] > time'];
    return {
      lines: once.map((css) => linesOf(root.querySelector(css))),
      high: date.getBoundingClientRect().height / linesOf(date) / parseFloat(getComputedStyle(date).fontSize),
    };
  });
  assert.deepEqual(lines, [1, 1, 1]);
  assert.ok(high > 1.4 && high < 1.5, `${high} of its size`);
});

test('a pull quote stands between two lines, and no bar touches it', async () => {
  await t.open('<article-card src="/stories/blocks.json" base="/" loading="eager" expanded></article-card>');
  await t.drawn();
  assert.deepEqual(await t.inside('article-card', (root) => {
    const { borderTopWidth, borderBottomWidth, borderLeftWidth, borderRightWidth } = getComputedStyle(root.querySelector('[part~=pull]'));
    return [borderTopWidth, borderBottomWidth, borderLeftWidth, borderRightWidth];
  }), ['1px', '1px', '0px', '0px']);
});

test('what has a ground of its own has an edge for those whose colours are forced', async () => {
  await t.open('<article-card src="/stories/blocks.json" base="/" loading="eager" expanded></article-card>');
  await t.drawn();
  const edges = await t.inside('article-card', (root) => ['aside', 'code', 'tag', 'media', 'toggle', 'card'].map((part) => {
    const { outlineStyle, outlineWidth, borderInlineStartStyle, borderInlineStartWidth } = getComputedStyle(root.querySelector(`[part=${part}]`));
    return (outlineStyle === 'solid' && parseFloat(outlineWidth) >= 1) || (borderInlineStartStyle === 'solid' && parseFloat(borderInlineStartWidth) >= 1) ? 'an edge' : part;
  }));
  assert.deepEqual(new Set(edges), new Set(['an edge']));
});
