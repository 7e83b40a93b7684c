// What is folded away is found: by find-in-page, by text fragments, and by addresses of headings.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { engine, fixture, gate } from './harness.mjs';
import { article, inScript, longArticle, longBody } from './stories.mjs';

const t = fixture();
const heading = (text) => ({ type: 'heading', text });
const story = (own) => longArticle({ body: [...longBody, heading('The new timetable'), ...longBody, heading('Новий розклад'), ...longBody], ...own });
const inline = (json, attributes = '') => `<article-card ${attributes}><script type="application/json">${inScript(json)}</script></article-card>`;
const far = '<div style="height: 4000px">Something else</div>';

const state = (css = 'article-card') => t.run((css) => {
  const { shadowRoot: root } = document.querySelector(css);
  const focused = root.activeElement;
  const box = focused?.getBoundingClientRect();
  return {
    open: root.querySelector('[part=toggle]').getAttribute('aria-expanded') === 'true',
    attribute: root.host.hasAttribute('expanded'),
    focused: focused?.textContent ?? null,
    seen: !!box && box.top > -1 && box.bottom <= innerHeight,
  };
}, css);
const closed = { open: false, attribute: false, focused: null, seen: false };
const at = (text) => ({ open: true, attribute: true, focused: text, seen: true });
const toggles = async () => (await t.log('article-card:toggle')).map((entry) => entry.detail);
const found = [{ expanded: true, cause: 'find' }];

/** Goes to an address with a fragment. Firefox's driver may answer while the page before is still there. */
const go = async (url) => {
  await t.driver.get(url);
  await t.until((path) => location.pathname === path && document.readyState === 'complete', new URL(url).pathname);
};

// Words of the tenth paragraph, which is folded away.
const words = '#:~:text=Paragraph%2010%20of%20a%20story';

test('text fragment to collapsed words: opens, updates aria-expanded, fires cause:"find"', async () => {
  const url = await t.open(`${far}${inline(story(), 'loading="eager"')}`);
  await t.drawn();
  await go(url + words);
  await t.until(() => document.querySelector('article-card').hasAttribute('expanded'));
  const { open, attribute } = await state();
  assert.deepEqual([open, attribute, await toggles()], [true, true, found]);
  await t.until(() => scrollY > 2000); // and the browser goes there
});

// How long browsers look for the words: WebKit for as long as the card may take; Chromium until a little after the
// load event; Firefox until it, and a card may be drawn before or after that. What they miss stays folded.
const finds = { chromium: ['with the page'], webkit: ['with the page', 'long after it'], firefox: [] };

for (const drawn of ['with the page', 'long after it']) {
  test(`a text fragment in the page’s address, of a card that is drawn ${drawn}`, async () => {
    const late = gate();
    if (drawn === 'with the page') late.open();
    t.route('/sought.json', { json: story(), hold: late.promise });
    await go(t.page(`${far}<article-card src="/sought.json" loading="eager"></article-card>`) + words);
    await t.until(() => document.querySelector('article-card').hasAttribute('aria-busy') || document.querySelector('article-card').shadowRoot?.querySelector('[part=card]'));
    await t.frames();
    late.open();
    await t.drawn();
    if (finds[engine].includes(drawn)) await t.until(() => document.querySelector('article-card').hasAttribute('expanded'));
    await t.frames();
    const { open, attribute } = await state();
    assert.equal(attribute, open);
    assert.deepEqual(await toggles(), open ? found : []);
  });
}

const bio = `${'Runa Calloway has covered the docks and the boats for a long time. '.repeat(5)}She plays the tuba.`;
const authors = [{ name: 'Runa Calloway', bio }];
/** Whether the biography is open, and whether its last words can be seen. */
const biography = () => t.inside('article-card', (root) => {
  const rest = root.querySelector('[part=author-bio] [part=rest]');
  return [root.querySelector('[part=author-more]').getAttribute('aria-expanded'), rest.getClientRects().length > 1 && getComputedStyle(rest).display === 'inline'];
});

test('find-in-page opens a biography too', async () => {
  await t.open(inline(article({ authors })));
  await t.drawn();
  assert.deepEqual(await biography(), ['false', false]);
  await t.inside('article-card', (root) => {
    root.querySelector('[part=author-bio] [part=rest]').dispatchEvent(new Event('beforematch', { bubbles: true }));
  });
  assert.deepEqual(await biography(), ['true', true]);
  assert.deepEqual(await toggles(), [], 'which is not the body');
});

test('a text fragment opens a biography', async () => {
  const url = await t.open(`${far}${inline(longArticle({ authors }), 'loading="eager"')}`);
  await t.drawn();
  await go(`${url}#:~:text=plays%20the%20tuba`);
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('[part=author-more]').getAttribute('aria-expanded') === 'true');
  assert.deepEqual(await biography(), ['true', true]);
  assert.equal((await state()).open, false, 'the body is as it was');
});

test('the address of a heading opens the body and leads there: followed in the page', async () => {
  await t.open(`<a href="#story-the-new-timetable">There</a>${far}${inline(story(), 'id="story" loading="eager"')}${far}`);
  await t.drawn();
  assert.deepEqual(await state(), closed);
  await t.driver.findElement({ css: 'a' }).click();
  await t.until(() => document.querySelector('article-card').hasAttribute('expanded'));
  assert.deepEqual(await state(), at('The new timetable'));
  assert.deepEqual(await toggles(), found);
  await t.run(() => { location.hash = '#story-%D0%9D%D0%BE%D0%B2%D0%B8%D0%B9-%D1%80%D0%BE%D0%B7%D0%BA%D0%BB%D0%B0%D0%B4'; });
  await t.until(() => document.querySelector('article-card').shadowRoot.activeElement.textContent === 'Новий розклад');
  assert.deepEqual(await state(), at('Новий розклад'), 'in every script');
});

test('the same in the page’s address: for a card far below that waits to be scrolled to, and is late', async () => {
  const late = gate();
  t.route('/late.json', { json: story(), hold: late.promise });
  const url = t.page(`${far}<article-card id="story" src="/late.json"></article-card>${far}`);
  await go(`${url}#story-the-new-timetable`);
  late.open();
  await t.drawn();
  await t.until(() => document.querySelector('article-card').shadowRoot.activeElement);
  assert.deepEqual(await state(), at('The new timetable'));
});

test('the same in the page’s address, for a card that is there with the page, in every script', async () => {
  const url = t.page(`${far}${inline(story(), 'id="story"')}${far}`);
  for (const [fragment, text] of [['the-new-timetable', 'The new timetable'], [encodeURIComponent('новий-розклад'), 'Новий розклад']]) {
    await t.open('<p>Elsewhere</p>'); // or the browser would stay on the page
    await go(`${url}#story-${fragment}`);
    await t.drawn();
    await t.until(() => document.querySelector('article-card').shadowRoot.activeElement);
    assert.deepEqual(await state(), at(text));
    assert.deepEqual(await toggles(), found);
  }
});

test('a reader who has scrolled meanwhile is not carried away; the body is left as it is', async () => {
  const late = gate();
  t.route('/later.json', { json: story(), hold: late.promise });
  const url = t.page(`${far}<article-card id="story" src="/later.json"></article-card>${far}`);
  await go(`${url}#story-the-new-timetable`);
  await t.until(() => document.querySelector('article-card').hasAttribute('aria-busy'));
  await t.run(() => scrollTo({ top: 700, behavior: 'instant' }));
  late.open();
  await t.drawn();
  await t.frames();
  assert.equal(await t.run(() => scrollY), 700);
  assert.deepEqual(await state(), closed);
});

test('an address that names nothing of the card does nothing', async () => {
  await t.open(`${inline(story(), 'id="one" loading="eager"')}${inline(story({ url: 'https://publisher.example/2' }), 'id="two" loading="eager"')}${inline(story(), 'class="nameless" loading="eager"')}`);
  for (const css of ['#one', '#two', '.nameless']) await t.drawn(css);
  for (const hash of ['#one', '#one-unknown', '#the-new-timetable', '#%E0%A4%A', '#-the-new-timetable', '#']) {
    await t.run((to) => { location.hash = to; }, hash);
    await t.frames();
    for (const css of ['#one', '#two', '.nameless']) assert.deepEqual(await state(css), closed, hash);
  }
  await t.run(() => { location.hash = '#two-the-new-timetable'; });
  await t.until(() => document.querySelector('#two').hasAttribute('expanded'));
  assert.deepEqual([await state('#one'), await state('.nameless')], [closed, closed]);
});

test('an element that has gone does not listen', async () => {
  await t.open(inline(story(), 'id="story"'));
  await t.drawn();
  const open = await t.run(async () => {
    const card = document.querySelector('article-card');
    card.remove();
    location.hash = '#story-the-new-timetable';
    await new Promise((done) => addEventListener('hashchange', done, { once: true }));
    return card.hasAttribute('expanded');
  });
  assert.equal(open, false);
});

test('a document that is replaced leaves the reader where they are', async () => {
  const url = t.page(inline(story(), 'id="story"'));
  await go(`${url}#story-the-new-timetable`);
  await t.drawn();
  await t.until(() => document.querySelector('article-card').shadowRoot.activeElement);
  await t.run(() => { scrollTo({ top: 0, behavior: 'instant' }); document.querySelector('article-card').shadowRoot.activeElement.blur(); });
  await t.run((json) => { document.querySelector('article-card').data = json; }, story({ headline: 'Another headline' }));
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('[part=headline]').textContent === 'Another headline');
  assert.deepEqual([await t.run(() => scrollY), (await state()).focused], [0, null]);
});
