// Cards that a server has written: what they are before there is a script, and that the script leaves them alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { taken, watch } from './adopted.mjs';
import { rendered } from './command.mjs';
import { engine, fixture, project } from './harness.mjs';
import { article, feed, longArticle } from './stories.mjs';

const t = fixture();

/** Of the demo, with pictures from its own server. */
const demo = (name, ...args) => rendered(
  readFileSync(`${project}/www/stories/${name}.json`, 'utf8'),
  '--base', t.url('/'), '--page', t.url('/'), '--images', 'same-origin', ...args,
);

/** Opens the page, and resolves once its script has taken over what is there. */
const adopted = (html, options) => taken(t, html, options);

for (const [name, ...args] of [['harbour'], ['harbour', '--collapse'], ['arabic'], ['blocks'], ['html'], ['authors', '--mode', 'excerpt'], ['japanese', '--hide', 'author']]) {
  test(`${[name, ...args].join(' ')} is taken over as it is: nothing in it changes, nothing moves`, async () => {
    const { changes, shift, kept, all, rust } = await adopted(demo(name, ...args));
    assert.deepEqual(changes, []);
    assert.equal(kept, all);
    assert.equal(shift, 0);
    assert.equal(rust, 1, 'there is a Rust side now');
  });
}

test('a feed is taken over with all its stories; each is numbered, for those who hear it', async () => {
  const { changes, kept, all } = await adopted(demo('feed'));
  assert.deepEqual([...new Set(changes.map(({ type, name }) => `${type} ${name}`))].sort(), [
    'attributes aria-labelledby', 'attributes aria-posinset', 'attributes aria-setsize', 'attributes role',
  ]);
  assert.equal(kept, all);
});

test('the address of the document does as well as the document', async () => {
  const story = longArticle();
  t.route('/long.json', { json: story });
  const { changes } = await adopted(rendered(story, '--src', '/long.json'));
  assert.deepEqual(changes, []);
  assert.equal(t.server.count('/long.json'), 1);
});

test('where the document says something else, that is drawn, once, and the rest stays', async () => {
  const story = longArticle({ headline: 'As it is now', datePublished: '2026-01-31T09:30:00Z' });
  t.route('/newer.json', { json: story });
  const html = rendered({ ...story, headline: 'As it was' }, '--src', '/newer.json');
  await t.open(`<main>${html}${watch}<script>document.querySelector('article-card').shadowRoot.querySelector('[part=publisher] a').focus()</script></main>`);
  await t.event('article-card:load');
  assert.equal(await t.text('article-card', 'headline'), 'As it is now');
  const texts = await t.run(() => changes.filter(({ on }) => on !== 'published').flatMap(({ added, removed }) => [...added.map((text) => `+${text}`), ...removed.map((text) => `-${text}`)]));
  assert.deepEqual(texts, ['+As it is now', '-As it was']);
  assert.equal(await t.run(() => nodes(host.shadowRoot).every((node) => before.includes(node))), true);
  assert.equal(await t.run(() => host.shadowRoot.activeElement?.textContent), 'The Publisher', 'who reads on keeps the focus');
});

test('what a reader has opened before the script came stays open, and the element says so', async () => {
  const html = rendered(longArticle(), '--collapse');
  await t.open(`<main>${html}${watch}<script>host.shadowRoot.querySelector('[part=fold]').open = true</script></main>`);
  await t.event('article-card:load');
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=fold]').open), true);
  assert.equal(await t.run(() => host.hasAttribute('expanded')), true);
});

test('taken over, it is like any other: it opens by the element, tells what it does, obeys attributes', async () => {
  await adopted(rendered(longArticle(), '--collapse'));
  await t.run(() => host.expand());
  const opened = await t.event('article-card:toggle');
  assert.deepEqual(opened.detail, { expanded: true, cause: 'api' });
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=fold]').open), true);
  await t.click('article-card', 'toggle');
  const closed = await t.event('article-card:toggle', 1);
  assert.deepEqual(closed.detail, { expanded: false, cause: 'user' });
  assert.equal(await t.run(() => host.hasAttribute('expanded')), false);
  await t.run(() => host.setAttribute('heading-level', '4'));
  await t.until(() => host.shadowRoot.querySelector('h4[part=headline]'));
  await t.run(() => { host.data = { schema: 'article-card/1', headline: 'Another' }; });
  await t.until(() => host.shadowRoot.querySelector('[part=headline]').textContent === 'Another');
});

test('it stays when its document cannot be had, and when there is no WebAssembly', async () => {
  await t.open(`${rendered(article(), '--src', '/nothing.json')}${watch}`);
  const { detail } = await t.event('article-card:error');
  assert.equal(detail.reason, 'fetch');
  assert.equal(await t.text('article-card', 'headline'), 'A headline');
  assert.deepEqual(await t.run(() => changes), []);

  await t.open(`${rendered(article())}<script>delete WebAssembly.compile; WebAssembly.compile = () => Promise.reject(new Error('no'))</script>${watch}`);
  assert.equal((await t.event('article-card:error')).detail.reason, 'wasm-missing');
  assert.equal(await t.text('article-card', 'headline'), 'A headline');
  assert.deepEqual(await t.run(() => changes), []);
});

test('without JavaScript, under a strict policy, it is a card: its text is there, it folds, and no button leads nowhere', async () => {
  const film = { type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', title: 'A film' };
  const story = longArticle();
  story.body.splice(1, 0, film);
  const html = rendered(story, '--collapse');
  // The button of a script that may still come keeps its room; nobody sees it.
  await t.open(html, { script: null });
  const room = await t.inside('article-card', (root) => {
    const button = root.querySelector('[part=play]');
    return [button.checkVisibility({ visibilityProperty: true }), button.getBoundingClientRect().height > 20];
  });
  assert.deepEqual(room, [false, true]);

  const off = { headers: { 'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'" }, record: false };
  await t.open(html, off);
  assert.equal(await t.run(() => matchMedia('(scripting: none)').matches), true);
  const shown = (css) => t.inside('article-card', (root, css) => root.querySelector(css).checkVisibility(), css);
  assert.equal(await shown('[part=play]'), false);
  const word = () => t.inside('article-card', (root) => root.querySelector('[part=toggle]').innerText.split(':')[0].trim());
  assert.deepEqual([await shown('[part=rest]'), await word()], [false, 'Show more']);
  await t.click('article-card', 'toggle');
  assert.deepEqual([await shown('[part=rest]'), await word()], [true, 'Show less']);
});

test('its style comes along as the policy of the page allows', async () => {
  const story = longArticle();
  const looks = () => t.inside('article-card', (root) => getComputedStyle(root.querySelector('[part=card]')).paddingTop);
  const strict = (own) => ({ script: null, record: false, headers: { 'content-security-policy': `default-src 'none'; img-src https:; ${own}` } });
  await t.open(rendered(story, '--nonce', 'r4nd0m'), strict("style-src 'nonce-r4nd0m'"));
  const padding = await looks();
  assert.notEqual(padding, '0px');
  await t.open(rendered(story, '--stylesheet', '/dist/card.css'), strict("style-src 'self'"));
  await t.until((value) => getComputedStyle(document.querySelector('article-card').shadowRoot.querySelector('[part=card]')).paddingTop === value, padding);
  // What is refused is no card's end: it is plain HTML then, until the script brings its own sheet.
  await t.open(rendered(story), strict("style-src 'none'"));
  assert.equal(await looks(), '0px');
  await t.open(rendered(story), { headers: { 'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src https:" } });
  await t.event('article-card:load');
  assert.equal(await looks(), padding);
});

test('several take over each their own', async () => {
  const html = ['One', 'Two', 'Three'].map((headline) => rendered(article({ headline }))).join('');
  await t.open(html);
  await t.event('article-card:load', 2);
  const headlines = await t.run(() => [...document.querySelectorAll('article-card')].map((card) => card.shadowRoot.querySelector('[part=headline]').textContent));
  assert.deepEqual(headlines, ['One', 'Two', 'Three']);
});

test('a feed that goes on elsewhere goes on once there is a script, which has its room kept', async () => {
  const stories = (...names) => names.map((headline) => ({ headline, url: `https://publisher.example/${headline}` }));
  t.route('/next.json', { json: feed(stories('Three')) });
  const first = feed(stories('One', 'Two'), { more: { url: t.url('/next.json') } });
  const { changes } = await adopted(rendered(first, '--page', t.url('/')));
  assert.deepEqual(changes.filter(({ type }) => type !== 'attributes'), []);
  await t.click('article-feed', 'more');
  await t.event('article-feed:more');
  assert.deepEqual(await t.inside('article-feed', (root) => [...root.querySelectorAll('[part=headline]')].map((one) => one.textContent)), ['One', 'Two', 'Three']);
});

test('a feed looks for new stories', async () => {
  const stories = (...names) => names.map((headline) => ({ id: headline, headline }));
  t.route('/fresh.json', { json: feed(stories('New', 'One', 'Two')) });
  const html = rendered(feed(stories('One', 'Two')), '--src', '/fresh.json').replace('<article-feed', '<article-feed refresh="30"');
  const { changes, kept } = await adopted(html);
  // What the server wrote was older than what the script was given.
  assert.ok(kept > 0);
  assert.ok(changes.length > 0);
  assert.deepEqual(await t.inside('article-feed', (root) => [...root.querySelectorAll('[part=headline]')].map((one) => one.textContent)), ['New', 'One', 'Two']);
});

test('on paper all of it is there, unless the page wants it as shown', { skip: engine !== 'chromium' && 'only Chromium can be told that it prints' }, async () => {
  await t.open(rendered(longArticle(), '--collapse'), { script: null });
  const shown = () => t.inside('article-card', (root) => ['[part=rest] > p', '[part=toggle]'].map((css) => root.querySelector(css).checkVisibility()));
  assert.deepEqual(await shown(), [false, true]);
  await t.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
  assert.deepEqual(await shown(), [true, false]);
  await t.run(() => document.querySelector('article-card').setAttribute('print', 'as-shown'));
  assert.equal((await shown())[0], false);
  await t.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
});

test('the style sheet to link to is the one that cards bring along: one hash is that of both', async () => {
  const inside = /<style>([^]*)<\/style>/.exec(rendered(article()))[1];
  assert.equal(inside, readFileSync(`${project}/dist/card.css`, 'utf8'));
  const { 'card.css': hash } = JSON.parse(readFileSync(`${project}/dist/integrity.json`, 'utf8'));
  await t.open(rendered(article()), { script: null, record: false, headers: { 'content-security-policy': `default-src 'none'; style-src '${hash}'` } });
  assert.notEqual(await t.inside('article-card', (root) => getComputedStyle(root.querySelector('[part=card]')).paddingTop), '0px');
});
