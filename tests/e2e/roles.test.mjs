// What assistive technology is told of a card, and what a reader has who has a keyboard and no mouse.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { engine, fixture } from './harness.mjs';
import { article } from './stories.mjs';

const t = fixture();
const headline = 'After eleven dark winters, Merrowick gets its night ferry back';
const page = (attributes = '') => `<main><h1>The page</h1><a id="before" href="#">Before</a>
  <article-card src="/stories/harbour.json" base="/" loading="eager" ${attributes}></article-card><a id="after" href="#">After</a></main>`;

/** Role and name of the first element in a card that a selector finds, as the browser tells it. */
async function told(css) {
  const element = await t.inside('article-card', (root, selector) => root.querySelector(selector), css);
  return [await element.getAriaRole(), await element.getAccessibleName()];
}

test('each part of a card has the role and the name it should have', async () => {
  await t.open(page());
  await t.drawn();
  assert.deepEqual(await told('article'), ['article', headline]);
  assert.deepEqual(await told('[part=headline]'), ['heading', headline]);
  assert.deepEqual(await told('[part=headline-link]'), ['link', headline]);
  assert.equal((await told('[part=figure]'))[0], 'figure');
  // WebKitGTK has no word for it.
  assert.match((await told('[part=image]')).join(), engine === 'webkit' ? /A white ferry/ : /^(img|image),A white ferry with a red funnel/);
  assert.deepEqual(await told('[part=related]'), ['complementary', 'Related']);
  assert.deepEqual(await told('[part=teaser-link]'), ['link', 'The library that crosses the water every other Tuesday']);
  assert.deepEqual(await told('[part=author-name] a'), ['link', 'Runa Calloway']);
  assert.deepEqual(await told('[part=publisher] a'), ['link', 'The Harbour Post']);
  assert.deepEqual(await told('[part=tags]'), ['list', 'Topics']);
  const toggle = await told('[part=toggle]');
  assert.equal(toggle[0], 'button');
  assert.match(toggle[1], /^Show more\b.*Merrowick gets its night ferry back/, 'which of several stories it opens is heard');
  // The page has one banner and one contentinfo at most, and they are its own.
  for (const css of ['header', 'footer']) assert.ok(!['banner', 'contentinfo'].includes((await told(css))[0]), css);
});

test('the button says what it does and whether it has been done', async () => {
  await t.open(page());
  await t.drawn();
  const seen = async () => {
    const button = await t.part('article-card', 'toggle');
    return [(await button.getAccessibleName()).split(' ').slice(0, 2).join(' '), await button.getAttribute('aria-expanded')];
  };
  assert.deepEqual(await seen(), ['Show more', 'false']);
  await t.click('article-card', 'toggle');
  assert.deepEqual(await seen(), ['Show less', 'true']);
});

test('headings begin at the level that the page has room for, and go down one at a time', async () => {
  const body = [{ type: 'paragraph', text: 'Text.' }, { type: 'heading', text: 'In the body' }, { type: 'heading', level: 3, text: 'Below it' }];
  t.route('/levels.json', { json: article({ bodyText: undefined, body, related: [{ url: 'https://a.example/', headline: 'Another' }] }) });
  for (const [attribute, expected] of [['', ['H2', 'H3', 'H4', 'H3']], ['heading-level="4"', ['H4', 'H5', 'H6', 'H5']]]) {
    await t.open(`<article-card src="/levels.json" loading="eager" ${attribute}></article-card>`);
    await t.drawn();
    assert.deepEqual(await t.inside('article-card', (root) => [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((element) => element.tagName)), expected);
  }
});

test('the accessibility tree of a card is its reading order', { skip: engine !== 'chromium' && 'only Chromium shows its accessibility tree' }, async () => {
  await t.open(page());
  await t.drawn();
  await t.driver.sendDevToolsCommand('Accessibility.enable', {});
  const { nodes } = await t.driver.sendAndGetDevToolsCommand('Accessibility.getFullAXTree', {});
  const property = (node, name) => node.properties?.find((own) => own.name === name)?.value.value;
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = [];
  const visit = (node) => {
    inOrder.push(node);
    for (const id of node.childIds) if (byId.has(id)) visit(byId.get(id));
  };
  visit(byId.get(nodes.find((node) => node.role?.value === 'article').nodeId));
  const telling = /^(article|heading|figure|button|complementary|list|link|image)$/;
  const lines = inOrder.filter((node) => !node.ignored && telling.test(node.role?.value)).map((node) => {
    const states = [property(node, 'level') && `level ${property(node, 'level')}`, property(node, 'expanded') === false && 'closed'];
    return [node.role.value, ...states.filter(Boolean), (node.name?.value ?? '').split(/ :| /).slice(0, 3).join(' ').trim()].join(' ').trim();
  });
  assert.deepEqual(lines, [
    'article After eleven dark', 'link Local News', 'heading level 2 After eleven dark', 'link After eleven dark', 'figure', 'image A white ferry',
    'button closed Show more', 'complementary Related', 'heading level 3 The library that', 'link The library that',
    'link Runa Calloway', 'button closed Read more about', 'list Topics', 'link The Harbour Post', 'link Read the original',
  ]);
});

/** The element that has the focus: what it is, where it is, and how its ring is seen. Runs in the page. */
const focused = () => {
  let element = document.activeElement;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element.id) return { id: element.id };
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const light = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const linear = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const style = getComputedStyle(element);
  const root = element.getRootNode();
  const ground = getComputedStyle(root.querySelector('[part=card], [part=feed]')).backgroundColor;
  const [bright, dim] = [light(style.outlineColor), light(ground)].sort((a, b) => b - a);
  const box = element.getClientRects()[0];
  const edge = root.host.getBoundingClientRect();
  const reach = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth);
  return {
    part: (element.closest('[part]') ?? element).getAttribute('part'),
    place: [Math.round(box.top + scrollY), Math.round(box.left)],
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && (bright + 0.05) / (dim + 0.05) >= 3,
    whole: box.left - reach >= edge.left - 6 && box.right + reach <= edge.right + 6,
    folded: !!element.closest('[part=rest]') && !element.checkVisibility(),
    onScreen: box.bottom > 0 && box.top < innerHeight,
  };
};

/** Walks from the link before a card to the one after it. */
async function walk() {
  await t.run(() => document.getElementById('before').focus());
  const stops = [];
  for (let at = 0; at < 60; at++) {
    await t.press(Key.TAB);
    const stop = await t.run(focused);
    if (stop.id === 'after') return stops;
    stops.push(stop);
  }
  throw new Error(`no end: ${JSON.stringify(stops.slice(-3))}`);
}

for (const [name, html] of [
  ['a card', page()], ['an open card', page('expanded')], ['a card that runs from right to left', page().replace('harbour', 'arabic')],
  ['a card with every kind of block', page('expanded').replace('harbour', 'blocks')], ['a compact card', page('mode="compact"')],
  ['a dark card', page('theme="dark"')],
  ['a feed', page().replaceAll('article-card', 'article-feed')],
]) {
  test(`with the Tab key alone: ${name}`, async () => {
    await t.open(html);
    await t.drawn();
    const stops = await walk();
    assert.ok(stops.length > 1);
    const wrong = stops.filter(({ ring, whole, folded, onScreen }) => !ring || !whole || folded || !onScreen);
    assert.deepEqual(wrong, [], 'each stop is seen, with a ring around it');
    // What is met later stands below, or beside, what was met before.
    const rows = stops.map(({ place }) => place[0]);
    const back = stops.filter((_, at) => at > 0 && rows[at] < rows[at - 1] - 60);
    assert.deepEqual(back, [], 'stops follow each other down the card');
  });
}
