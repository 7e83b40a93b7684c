// Folding is never in the way: of keyboards, screen readers, zoom, paper, slow pictures, closed tabs.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { engine, fixture, gate } from './harness.mjs';
import { inScript, longArticle, longBody } from './stories.mjs';

const t = fixture();
const link = { type: 'embed', url: 'https://maps.example/chart', title: 'A link in the lead' };
const json = longArticle({
  body: [...longBody.slice(0, 4), link, ...longBody.slice(4), { type: 'embed', url: 'https://maps.example/2', title: 'A link in the rest' }],
  authors: [{ name: 'Runa Calloway', bio: 'Runa Calloway has covered the docks and the boats for a long time. '.repeat(5) }],
});
const inline = (attributes = '', own = json) => `<article-card loading="eager" ${attributes}><script type="application/json">${inScript(own)}</script></article-card>`;
/** How many blocks stay, and how many fold away. */
const split = (css = 'article-card') => t.inside(css, (root) => {
  const rest = root.querySelector('[part=body] > [part=rest]');
  return [rest.parentNode.children.length - 1, rest.children.length];
});
const restShown = () => t.inside('article-card', (root) => root.querySelector('[part=body] > [part=rest]').getBoundingClientRect().height > 100);

test('the Tab key meets what is shown, and nothing of what is not', async () => {
  await t.open(inline());
  await t.drawn();
  const walk = async (stops) => {
    const met = [];
    for (let at = 0; at < stops; at++) {
      await t.press(Key.TAB);
      met.push(await t.inside('article-card', (root) => root.activeElement?.querySelector('.more')?.textContent ?? root.activeElement?.textContent));
    }
    return met;
  };
  assert.deepEqual(await walk(4), ['A headline', 'A link in the lead', 'Show more', 'Read more']);
  const hidden = await t.inside('article-card', (root) => [...root.querySelectorAll('[part=rest], [part=rest] *')].filter((element) =>
    element.matches('[part=rest] *') && element.checkVisibility()).length);
  assert.equal(hidden, 0, 'nothing folded away is visible to anybody');
});

test('screen readers read what is folded away not at all, and what is open once', { skip: engine !== 'chromium' && 'only Chromium shows its accessibility tree' }, async () => {
  await t.open(inline());
  await t.drawn();
  const tree = async () => {
    await t.driver.sendDevToolsCommand('Accessibility.enable', {});
    const { nodes } = await t.driver.sendAndGetDevToolsCommand('Accessibility.getFullAXTree', {});
    const said = nodes.filter((node) => !node.ignored && node.role?.value === 'StaticText').map((node) => node.name.value);
    return (text) => said.filter((words) => words.includes(text)).length;
  };
  let count = await tree();
  assert.deepEqual(['Paragraph 1 ', 'Paragraph 12 ', 'A link in the rest'].map(count), [1, 0, 0]);
  await t.click('article-card', 'toggle');
  count = await tree();
  assert.deepEqual(['Paragraph 1 ', 'Paragraph 12 ', 'A link in the rest'].map(count), [1, 1, 1]);
});

test('a focused link at the end of the lead is neither faded nor cut', async () => {
  await t.open(inline());
  await t.drawn();
  await t.press(Key.TAB, Key.TAB);
  const seen = await t.inside('article-card', (root) => {
    const box = root.activeElement.getBoundingClientRect();
    const host = root.host.getBoundingClientRect();
    const rest = getComputedStyle(root.querySelector('[part=body] > [part=rest]'));
    return [root.activeElement.textContent, rest.backgroundImage, box.left - 4 > host.left && box.right + 4 < host.right];
  });
  assert.deepEqual(seen, ['A link in the lead', 'none', true]);
});

test('what fades can be pressed, and the button is where it would be without that', async () => {
  await t.open(inline());
  await t.drawn();
  const found = await t.inside('article-card', (root) => {
    const [body, rest, button] = ['[part=body]', '[part=body] > [part=rest]', '[part=toggle]'].map((part) => root.querySelector(part));
    const lead = rest.previousElementSibling.getBoundingClientRect();
    const [box, over] = [body, rest].map((element) => element.getBoundingClientRect());
    const hit = root.elementFromPoint(lead.left + 20, lead.bottom - 8);
    return [rest.contains(hit), Math.round(over.bottom - lead.bottom), Math.round(box.bottom - lead.bottom), over.height > 40, button.getBoundingClientRect().top > box.bottom];
  });
  assert.deepEqual(found, [false, 0, 0, true, true]);
});

test('nothing moves by itself: no transition, no animation', async () => {
  await t.open(inline());
  await t.drawn();
  await t.inside('article-card', (root) => root.querySelector('[part=toggle]').click());
  const moving = await t.inside('article-card', (root) => [root.getAnimations?.().length ?? 0, [...root.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationName } = getComputedStyle(element);
    return transitionDuration !== '0s' || animationName !== 'none';
  }).length]);
  assert.deepEqual(moving, [0, 0]);
});

test('in forced colours nothing fades, and the button has an edge', { skip: engine !== 'chromium' && 'only Chromium can be told to force colours' }, async () => {
  await t.open(inline());
  await t.drawn();
  const seen = () => t.inside('article-card', (root) => {
    const button = getComputedStyle(root.querySelector('[part=toggle]'));
    return [getComputedStyle(root.querySelector('[part=body] > [part=rest]')).backgroundImage === 'none', button.borderTopStyle, button.borderTopColor !== button.backgroundColor];
  });
  assert.deepEqual(await seen(), [false, 'solid', true]);
  await t.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  assert.deepEqual(await seen(), [true, 'solid', true]);
  await t.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features: [] });
});

test('print: the hidden part has height, the button none; print="as-shown" leaves it folded', async () => {
  for (const [attribute, whole] of [['', true], ['print="whole"', true], ['print="as-shown"', false]]) {
    await t.open(inline(attribute));
    await t.drawn();
    if (engine === 'chromium') {
      await t.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
      const printed = await t.inside('article-card', (root) => {
        const last = root.querySelector('[part=body] > [part=rest] > p:last-of-type');
        const bio = root.querySelector('[part=author-bio]').getBoundingClientRect().height;
        return [last.checkVisibility() && last.getBoundingClientRect().height > 10, bio > 40, root.querySelector('[part=toggle]').getBoundingClientRect().height];
      });
      await t.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
      assert.deepEqual(printed, [whole, whole, 0], attribute);
    } else {
      // Their drivers cannot look at a printed page: what the style sheet says for print, applied to the screen.
      const shown = await t.inside('article-card', (root) => {
        const [sheet] = root.adoptedStyleSheets;
        const print = [...sheet.cssRules].find((rule) => rule.media?.mediaText === 'print');
        const copy = new CSSStyleSheet();
        copy.replaceSync([...print.cssRules].map((rule) => rule.cssText).join('\n'));
        root.adoptedStyleSheets = [sheet, copy];
        const last = root.querySelector('[part=body] > [part=rest] > p:last-of-type');
        const seen = [last.checkVisibility() && last.getBoundingClientRect().height > 10, root.querySelector('[part=toggle]').getBoundingClientRect().height];
        root.adoptedStyleSheets = [sheet];
        return seen;
      });
      assert.deepEqual(shown, [whole, 0], attribute);
    }
  }
});

test('a card in a panel that is not displayed folds at the same place, and is right when the panel opens', async () => {
  await t.open(`${inline('id="seen"')}<div id="panel" style="display: none">${inline('id="unseen"')}<article-card id="lazy"><script type="application/json">${inScript(json)}</script></article-card></div>`);
  await t.drawn('#seen');
  await t.drawn('#unseen');
  assert.deepEqual(await split('#unseen'), await split('#seen'));
  assert.equal(await t.inside('#lazy', (root) => root.querySelector('[part=card]')), null, 'what nobody will see yet waits');
  await t.run(() => { document.getElementById('panel').style.display = ''; document.getElementById('lazy').scrollIntoView(); });
  await t.drawn('#lazy');
  assert.deepEqual(await split('#lazy'), await split('#seen'));
});

test('late pictures and late fonts fold nothing and open nothing', async () => {
  const late = gate();
  t.route('/late.svg', { type: 'image/svg+xml', hold: late.promise, body: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="900"/>' });
  t.route('/late.woff2', { status: 404, hold: late.promise });
  const image = { type: 'image', image: { url: t.url('/late.svg'), width: 600, height: 900 } };
  const head = '<style>@font-face { font-family: Late; src: url(/late.woff2) } article-card { --article-card-font-body: Late, serif }</style>';
  // The page's load event would wait for what a card needs that was there before it.
  await t.open('<main></main>', { head });
  await t.run((html) => { document.querySelector('main').innerHTML = html; }, inline('', { ...json, body: [longBody[0], image, ...json.body.slice(1)] }));
  await t.drawn();
  const before = await split();
  const top = () => t.inside('article-card', (root) => Math.round(root.querySelector('[part=toggle]').getBoundingClientRect().top));
  const place = await top();
  late.open();
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('img').complete);
  await t.frames();
  assert.deepEqual([await split(), await restShown()], [before, false]);
  assert.ok(Math.abs(await top() - place) < 2, 'its place was kept');
});

test('four times as large in a narrow window: the button is there, and nothing runs out of the page', async () => {
  await t.open(`<iframe width="320" height="800" srcdoc="" title="Zoomed"></iframe>`);
  await t.run((html) => { document.querySelector('iframe').srcdoc = html; },
    `<!doctype html><meta name=viewport content="width=device-width"><style>body { margin: 0 } article-card { --article-card-font-size: 64px }</style><script type=module src="${t.url('/dist/article-card.js')}"></script>${inline()}`);
  const fits = await t.until(() => {
    const page = document.querySelector('iframe').contentDocument;
    const root = page.querySelector('article-card')?.shadowRoot;
    const button = root?.querySelector('[part=toggle]')?.getBoundingClientRect();
    return button && { inside: button.left >= 0 && button.right <= 320, wide: page.documentElement.scrollWidth - page.documentElement.clientWidth };
  });
  assert.deepEqual(fits, { inside: true, wide: 0 });
});

test('nothing is folded before our script runs, and the page’s own styles cannot unfold it', async () => {
  await t.open(`<article-card><p>The whole story, written in the page.</p></article-card>`, { script: null });
  assert.ok(await t.run(() => document.querySelector('article-card p').getBoundingClientRect().height > 5));
  await t.open(inline(), { head: '<style>[hidden], div, span { display: block !important; content-visibility: visible !important }</style>' });
  await t.drawn();
  assert.equal(await restShown(), false);
});
