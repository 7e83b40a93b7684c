// What "Show more" of a feed leaves to a reader: everything they had, where they were, and words for what came.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { engine, fixture, gate } from './harness.mjs';
import { feeds, item, items, names } from './feeds.mjs';
import { feed, longArticle } from './stories.mjs';

const t = fixture();
const { serve, open, shown, press, waiting, more, said, way } = feeds(t);
const long = (n, own) => longArticle({ ...item(n), ...own });
/** The story that has the focus, by its headline. */
const focused = () => t.inside('article-feed', (root) => root.activeElement?.textContent ?? null);
const focusButton = () => t.inside('article-feed', (root) => root.querySelector('[part=more]').focus());

test('what was there stays: the same elements, open stories, pictures, the reader’s place among them', async () => {
  const pixel = { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>' };
  const image = (n) => ({ url: `pixel-${n}.svg`, width: 90, height: 60 });
  const json = (n) => long(n, { url: undefined, image: image(n), authors: [{ name: 'A Writer', url: 'https://publisher.example/writer' }] });
  const folder = serve([1, 2, 3].map(json), [4, 5].map(json), [6].map(json));
  for (let n = 1; n < 7; n++) t.route(`${folder}pixel-${n}.svg`, pixel);
  await open(`${folder}1.json`, 'page-size="2"');
  await t.click('article-feed', 'toggle', 1);
  const first = `${folder}pixel-1.svg`;
  await t.inside('article-feed', (root) => root.querySelector('img').scrollIntoView({ block: 'center', behavior: 'instant' }));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelector('img').naturalWidth);
  await t.inside('article-feed', (root) => {
    window.before = [...root.querySelectorAll('[part=items] *')];
    window.link = root.querySelectorAll('[part=author-name] a, a[part=author-name]')[1] ?? root.querySelectorAll('[part=toggle]')[1];
    window.link.focus();
  });
  for (const count of [3, 5, 6]) assert.equal((await more()).shown, count);
  assert.deepEqual(await t.inside('article-feed', (root) => {
    const now = [...root.querySelectorAll('[part=items] *')];
    return {
      same: window.before.every((node, at) => now[at] === node), focus: root.activeElement === window.link,
      open: [...root.querySelectorAll('[part=toggle]')].map((button) => button.getAttribute('aria-expanded')).join(),
      picture: root.querySelector('img').naturalWidth > 0,
    };
  }), { same: true, focus: true, open: 'false,true,false,false,false,false', picture: true });
  assert.equal(t.server.count(first), 1);
});

test('ids are unique over all pages, and everything that names another element finds it', async () => {
  const related = [{ url: 'https://publisher.example/r', headline: 'A related story' }];
  const authors = [{ name: 'A Writer', bio: 'One sentence of a life that was long enough to fold away. '.repeat(8).trim() }];
  const json = (n) => long(n, { related, authors });
  const folder = serve([1, 2].map(json), [3, 4].map(json), [5].map(json));
  await open(`${folder}1.json`, 'page-size="1"');
  for (let count = 2; count < 6; count++) await more();
  const seen = await t.inside('article-feed', (root) => {
    const ids = [...root.querySelectorAll('[id]')].map((element) => element.id);
    const referring = ['aria-controls', 'aria-labelledby', 'aria-describedby', 'aria-details', 'for'];
    const named = referring.flatMap((name) => [...root.querySelectorAll(`[${name}]`)].flatMap((element) => element.getAttribute(name).split(' ')));
    return {
      stories: root.querySelectorAll('[part~=item]').length, unique: new Set(ids).size === ids.length, lost: named.filter((id) => !ids.includes(id)),
      named: named.length >= 10, own: [...root.querySelectorAll('[aria-controls]')].every((button) => button.closest('[part~=item]').contains(root.getElementById(button.getAttribute('aria-controls')))),
    };
  });
  assert.deepEqual(seen, { stories: 5, unique: true, lost: [], named: true, own: true });
});

test('stories of a further page fold like the first ones, and tell the page which one it was', async () => {
  const folder = serve([item(1)], [long(2), long(3)]);
  await open(`${folder}1.json`);
  await more();
  await t.run(() => addEventListener('article-card:toggle', (event) => {
    const [button] = event.composedPath();
    window.toggled = [button.part.value, button.closest('[part~=item]').querySelector('[part=headline]').textContent];
  }));
  await t.click('article-feed', 'toggle', 1);
  const [event] = await t.log('article-card:toggle');
  assert.deepEqual([event.target, event.detail, await t.run(() => window.toggled)], ['article-feed', { expanded: true, cause: 'user' }, ['toggle', 'Story 3']]);
  assert.deepEqual(await t.inside('article-feed', (root) => [...root.querySelectorAll('[part=rest]')].map((rest) => rest.checkVisibility({ contentVisibilityAuto: true }) && !rest.hidden)), [false, true]);
});

test('what is said is said in one place, and that is silent before it speaks again', async () => {
  const folder = serve(items(1, 4), items(5, 6), items(7, 8), items(9, 9));
  await open(`${folder}1.json`, 'page-size="2"');
  await t.inside('article-feed', (root) => {
    window.heard = [];
    window.place = root.querySelector('[part=status]');
    new MutationObserver(() => window.heard.push(window.place.textContent)).observe(window.place, { childList: true, characterData: true, subtree: true });
  });
  for (let press = 0; press < 3; press++) {
    await more();
    await said('2 more stories');
  }
  await more();
  await said('1 more story');
  const heard = await t.run(() => window.heard.filter((text, at, all) => text !== all[at - 1]));
  assert.deepEqual(heard.filter((text, at) => at || text), ['2 more stories', '', '2 more stories', '', '2 more stories', '', '1 more story']);
  assert.deepEqual(await t.inside('article-feed', (root) => {
    const places = root.querySelectorAll('[role=status], [aria-live]');
    return [places.length, places[0] === window.place, !places[0].closest('[aria-hidden=true], [hidden]'), getComputedStyle(places[0]).display !== 'none'];
  }), [1, true, true, true]);
});

for (const [name, labels, told] of [
  ['one', { oneMoreStory: 'Noch einer' }, 'Noch einer'],
  ['two', { moreStories: 'Weitere: {count}.' }, 'Weitere: 2.'],
  ['no', { noMoreStories: 'Das war alles' }, 'Das war alles'],
]) {
  test(`the host’s words for ${name} more`, async () => {
    const folder = serve(items(1, 5), { one: items(6, 6), two: items(6, 7), no: items(1, 2) }[name]);
    await open(`${folder}1.json`, `labels='${JSON.stringify(labels)}'`);
    await more();
    await said(told);
  });
}

test('the feed’s own word on the button, the host’s where it has none', async () => {
  const labels = `labels='{"showMore": "Weitere"}'`;
  await open(`${serve({ json: feed(items(1, 6), { more: { label: 'Older <b>stories</b>' } }) })}1.json`, labels);
  assert.equal((await way()).button, 'Older <b>stories</b>');
  await open(`${serve(items(1, 6))}1.json`, labels);
  assert.equal((await way()).button, 'Weitere');
});

test('a page that brings nothing more: the reader hears so, and has the focus where that is said', async () => {
  const folder = serve(items(1, 5), items(1, 2));
  await open(`${folder}1.json`);
  await focusButton();
  await t.press(Key.ENTER);
  await said('No more stories');
  assert.deepEqual([await t.focused(), await t.part('article-feed', 'more')], ['status', null]);
});

test('five pages of nothing new: the button stays, and the focus on it', async () => {
  const folder = serve(items(1, 5), ...Array.from({ length: 7 }, () => items(1, 2)), items(6, 6));
  await open(`${folder}1.json`);
  await focusButton();
  await t.press(Key.ENTER);
  await t.event('article-feed:more');
  assert.deepEqual([await t.focused(), (await way()).button], ['more', 'Show more']);
  await t.press(Key.ENTER);
  await t.until(() => document.querySelector('article-feed').shadowRoot.activeElement?.textContent === 'Story 6');
});

/** Presses the focused button, does something while the page is on its way, and gives what has the focus at the end. */
async function whileItLoads(act, expected) {
  const hold = gate();
  const folder = serve(items(1, 5), { json: feed(items(6, 8)), hold: hold.promise });
  await open(`${folder}1.json`, '', ['<input>', '']);
  await focusButton();
  await t.press(Key.ENTER);
  await waiting();
  await act();
  hold.open();
  await t.event('article-feed:more');
  await said('3 more stories');
  assert.equal(await focused(), expected);
}

test('the focus waits on the button and goes to the first new story', () =>
  whileItLoads(async () => assert.equal(await t.focused(), 'more'), 'Story 6'));

test('a reader whose focus is nowhere comes to the first new story', () =>
  whileItLoads(() => t.inside('article-feed', (root) => root.activeElement.blur()), 'Story 6'));

test('a reader who goes back to an earlier story while the page loads stays there', () =>
  whileItLoads(() => t.inside('article-feed', (root) => root.querySelectorAll('[part=headline-link]')[2].focus()), 'Story 3'));

test('a reader who writes in a field while the page loads keeps their place in it', async () => {
  await whileItLoads(async () => {
    await t.run(() => document.querySelector('input').focus());
    await t.press('one ');
  }, null);
  await t.press('two');
  assert.equal(await t.run(() => document.querySelector('input').value), 'one two');
});

test('by keyboard alone through three pages, Tab by Tab: each story once, the button after the last', async () => {
  await open(`${serve(items(1, 2), items(3, 4), items(5, 5))}1.json`);
  const stops = [];
  for (let at = 0; at < 20 && stops.at(-1) !== 'Story 5'; at++) {
    if (at && await t.focused() === 'more') {
      const before = (await t.log('article-feed:more')).length;
      await t.press(at % 2 ? Key.ENTER : Key.SPACE);
      await t.event('article-feed:more', before);
    } else await t.press(Key.TAB);
    stops.push(await t.focused() === 'more' ? 'more' : await focused());
  }
  assert.deepEqual(stops, ['Story 1', 'Story 2', 'more', 'Story 3', 'Story 4', 'more', 'Story 5']);
});

test('the button: a name that goes with its visible word and says which feed; off, not disabled, while it waits', async () => {
  const hold = gate();
  const folder = serve(items(1, 5), { json: feed(items(6, 6), { more: { url: '3.json' } }), hold: hold.promise });
  await open(`${folder}1.json`);
  const button = await t.part('article-feed', 'more');
  assert.match(await button.getAccessibleName(), /^Show more.*A feed$/);
  await press();
  await waiting();
  const state = () => t.run((e) => [e.disabled, e.getAttribute('aria-disabled') === 'true', e.getRootNode().host.getAttribute('aria-busy')], button);
  assert.deepEqual(await state(), [false, true, 'true']);
  await button.click();
  await t.press(Key.ENTER);
  hold.open();
  await t.event('article-feed:more');
  await t.frames();
  assert.deepEqual(await state(), [false, false, null]);
  assert.deepEqual([(await t.log('article-feed:more')).length, t.server.count(`${folder}2.json`), t.server.count(`${folder}3.json`)], [1, 1, 0]);
});

test('what is at hand is shown at once: nothing is busy, nothing is off', async () => {
  await open(`${serve(items(1, 12))}1.json`);
  const seen = await t.inside('article-feed', async (root) => {
    const states = [];
    const look = () => states.push([root.host.getAttribute('aria-busy'), root.querySelector('[part=more]')?.getAttribute('aria-disabled') === 'true']);
    const observer = new MutationObserver(look);
    observer.observe(root.host, { attributes: true });
    observer.observe(root, { attributes: true, subtree: true });
    root.querySelector('[part=more]').click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    observer.disconnect();
    return states.filter(([busy, off]) => busy || off);
  });
  assert.deepEqual([seen, (await shown()).length], [[], 10]);
});

test('the whole accessibility tree has each headline once, after three pages', { skip: engine !== 'chromium' && 'only Chromium shows its accessibility tree' }, async () => {
  await open(`${serve(items(1, 3), items(4, 5), items(6, 6))}1.json`);
  await more();
  await more();
  await t.driver.sendDevToolsCommand('Accessibility.enable', {});
  const { nodes } = await t.driver.sendAndGetDevToolsCommand('Accessibility.getFullAXTree', {});
  const of = (role) => nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name?.value ?? '');
  for (const role of ['heading', 'link', 'article']) assert.deepEqual(of(role).filter((name) => /^Story/.test(name)), names(1, 6), role);
  assert.deepEqual(of('StaticText').filter((text) => /^Story/.test(text)), names(1, 6));
  assert.deepEqual(of('button'), []);
});
