// `refresh`: a feed that stays open asks for new stories, and shows them when the reader says so.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { bring, wrong } from './axe.mjs';
import { engine, fixture } from './harness.mjs';
import { feeds, item, items, names } from './feeds.mjs';
import { feed, longArticle } from './stories.mjs';

const t = fixture();
const { shown, more } = feeds(t);

// A clock that the test turns, for what waits longer than requests do; the driver of WebKit waits in the page, too, but
// hands nothing over.
const clock = `<script>
  {
    const waiting = new Map(), begun = Date.now(), [set, clear] = [setTimeout, clearTimeout];
    let late = 0, number = 1e9;
    Date.now = () => begun + late;
    window.setTimeout = (work, delay, ...rest) => {
      if (!(delay > 10000) || !rest.length) return set(work, delay, ...rest);
      waiting.set(++number, { at: late + delay, run: () => work(...rest) });
      return number;
    };
    window.clearTimeout = (id) => { waiting.delete(id); clear(id); };
    window.later = (seconds) => {
      late += seconds * 1000;
      for (const [id, { at, run }] of [...waiting]) if (at <= late && waiting.delete(id)) run();
    };
    window.timers = () => waiting.size;
    let away = false;
    Object.defineProperty(document, 'hidden', { get: () => away });
    window.away = (is) => { away = is; document.dispatchEvent(new Event('visibilitychange')); };
  }
</script>`;
let number = 0;
/** A feed at an address of its own, whose stories the test changes. */
const serve = (list, own) => {
  const path = `/refreshed-${++number}.json`;
  const tell = (list, own) => t.route(path, { json: feed(list, own) });
  tell(list, own);
  return { path, tell, asked: () => t.server.count(path) };
};
const open = async (src, attributes = 'refresh="60"', around = ['', '']) => {
  await t.open(`${around[0]}<article-feed src="${src}" loading="eager" ${attributes}><a href="/all">All stories</a></article-feed>${around[1]}`, { head: clock });
  await t.drawn('article-feed');
  if (/refresh="?[1-9]/.test(attributes)) await planned();
};
const planned = () => t.until(() => window.timers() === 1);
const later = (seconds) => t.run((seconds) => window.later(seconds), seconds);
/** What the button offers. */
const offered = () => t.inside('article-feed', (root) => root.querySelector('[part=new]')?.textContent ?? null);
const offers = (text) => t.until((text) => document.querySelector('article-feed').shadowRoot.querySelector('[part=new]')?.textContent === text, text);
/** Time goes by until the feed has asked once more and knows. */
const look = async ({ asked }, seconds = 60) => {
  const before = asked();
  await later(seconds);
  await t.driver.wait(() => asked() > before, 10_000);
  await planned();
};
const press = async () => {
  const before = (await t.log('article-card:load')).length;
  await t.click('article-feed', 'new');
  return t.event('article-card:load', before);
};
const focused = () => t.inside('article-feed', (root) => root.activeElement?.textContent ?? null);
const isIn = (element) => t.run((e) => { const { top, bottom } = e.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }, element);

test('new stories are offered, not inserted; pressed, they stand before the others, and the focus is on the first', async () => {
  const source = serve(items(4, 8));
  await open(source.path);
  const [request] = t.server.requests.filter(({ path }) => path === source.path);
  source.tell(items(1, 8));
  await look(source);
  assert.equal(await offered(), '3 new stories');
  assert.deepEqual(await shown(), names(4, 8));
  await t.inside('article-feed', (root) => { window.before = [...root.querySelectorAll('[part~=item]')]; });
  const { detail } = await press();
  assert.deepEqual(detail, { format: 'native', truncated: false, warnings: [], empty: false });
  assert.deepEqual(await shown(), names(1, 8));
  assert.deepEqual([await focused(), await offered()], ['Story 1', null]);
  assert.ok(await isIn(await t.part('article-feed', 'headline')), 'the first new headline is before their eyes');
  assert.ok(await t.inside('article-feed', (root) => [...root.querySelectorAll('[part~=item]')].slice(3).every((story, at) => story === window.before[at])), 'what was there is what it was');
  const asked = t.server.requests.filter(({ path }) => path === source.path).at(-1);
  const own = ({ headers }) => Object.keys(headers).filter((name) => !/^(cache-control|pragma|if-none-match|if-modified-since)$/.test(name)).sort();
  assert.deepEqual([asked.method, own(asked)], ['GET', own(request)], 'no headers that would need to be allowed');
});

test('one new story is one; and it is heard before anybody presses it', async () => {
  const source = serve(items(2, 4));
  await open(source.path);
  const box = await t.part('article-feed', 'news');
  assert.deepEqual([await box.getAriaRole(), await box.getText()], ['status', '']);
  source.tell(items(1, 4));
  await look(source);
  assert.equal(await box.getText(), '1 new story');
  assert.equal(await (await t.part('article-feed', 'new')).getAriaRole(), 'button');
});

test('where nothing is new, nothing changes: not a node, not an attribute, no event', async () => {
  const source = serve(items(1, 5));
  await open(source.path);
  await t.inside('article-feed', (root) => {
    window.changes = [];
    const observer = new MutationObserver((records) => window.changes.push(...records.map(({ type, attributeName }) => `${type} ${attributeName}`)));
    for (const node of [root, document]) observer.observe(node, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const events = (await t.log()).length;
  await look(source);
  source.tell(items(1, 5, { summary: 'Changed, and not new.' }));
  await look(source);
  source.tell(items(2, 5));
  await look(source);
  source.tell(items(1, 7));
  await look(source);
  await t.frames();
  assert.deepEqual([await t.run(() => window.changes), (await t.log()).length - events], [[], 0]);
});

test('the button takes no room: what is read stays where it is', async () => {
  const source = serve(items(2, 6));
  await open(source.path);
  const tops = () => t.inside('article-feed', (root) => [...root.querySelectorAll('[part~=item]')].map((story) => story.getBoundingClientRect().top));
  const before = await tops();
  source.tell(items(1, 6));
  await look(source);
  await offers('1 new story');
  assert.deepEqual(await tops(), before);
  const covered = await t.inside('article-feed', (root) => {
    const [button, headline] = ['new', 'headline'].map((part) => root.querySelector(`[part=${part}]`).getBoundingClientRect());
    return button.bottom > headline.top;
  });
  assert.equal(covered, false, 'it hides no headline');
});

test('more and more of them are one offer', async () => {
  const source = serve(items(5, 6));
  await open(source.path);
  source.tell(items(4, 6));
  await look(source);
  await offers('1 new story');
  source.tell(items(2, 6));
  await look(source);
  await offers('3 new stories');
  source.tell(items(5, 6));
  await look(source);
  await t.until(() => !document.querySelector('article-feed').shadowRoot.querySelector('[part=new]'));
});

test('what a reader has opened stays open, in a story that has changed too; ids stay unique', async () => {
  const long = (n, own) => longArticle({ id: `${n}`, headline: `Long ${n}`, url: undefined, ...own });
  const source = serve([long(1), long(2), long(3)]);
  await open(source.path);
  for (const at of [0, 1]) await t.click('article-feed', 'toggle', at);
  await t.inside('article-feed', (root) => { window.kept = root.querySelector('[part~=item]'); });
  source.tell([long(9), long(1), long(2, { headline: 'Long 2, corrected' }), long(3)]);
  await look(source);
  assert.deepEqual(await shown(), ['Long 1', 'Long 2', 'Long 3']);
  await press();
  assert.deepEqual(await shown(), ['Long 9', 'Long 1', 'Long 2, corrected', 'Long 3']);
  const state = await t.inside('article-feed', (root) => {
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    const named = [...root.querySelectorAll('[aria-controls], [aria-labelledby]')].map((e) => e.getAttribute('aria-controls') ?? e.getAttribute('aria-labelledby'));
    return {
      open: [...root.querySelectorAll('[part=toggle]')].map((button) => button.getAttribute('aria-expanded')),
      seen: [...root.querySelectorAll('[part=rest]')].map((rest) => rest.getBoundingClientRect().height > 100),
      unique: new Set(ids).size === ids.length, resolve: named.every((id) => ids.includes(id)),
      kept: root.querySelectorAll('[part~=item]')[1] === window.kept,
      numbers: [...root.querySelectorAll('[part~=item]')].map((story) => story.getAttribute('aria-posinset')).join(),
    };
  });
  assert.deepEqual(state, {
    open: ['false', 'true', 'true', 'false'], seen: [false, true, true, false], unique: true, resolve: true, kept: true, numbers: '1,2,3,4',
  });
});

test('a story that says how long ago it was is no other one for that', async () => {
  const datePublished = new Date(Date.now() - 300_000).toISOString();
  const recent = (from) => items(from, 3, { datePublished });
  const source = serve(recent(2));
  await open(source.path);
  assert.equal(await t.inside('article-feed', (root) => root.querySelector('[part=published]').innerText.trim()), '5 minutes ago');
  await t.inside('article-feed', (root) => { window.kept = root.querySelector('[part~=item]'); });
  source.tell(recent(1));
  await look(source);
  await press();
  assert.ok(await t.inside('article-feed', (root) => root.querySelectorAll('[part~=item]')[1] === window.kept));
});

test('a feed of several pages goes on where it was, and no story comes twice', async () => {
  const source = serve(items(4, 8), { more: { url: '/refreshed-second.json' } });
  t.route('/refreshed-second.json', { json: feed(items(9, 11), { more: { url: '/refreshed-third.json' } }) });
  t.route('/refreshed-third.json', { json: feed(items(12, 12)) });
  await open(source.path);
  await more();
  source.tell(items(1, 5), { more: { url: '/refreshed-second.json' } });
  await look(source);
  await press();
  assert.deepEqual(await shown(), names(1, 11));
  assert.deepEqual(await more(), { shown: 12, total: 12, warnings: [] });
  assert.deepEqual(await shown(), names(1, 12));
  assert.equal(t.server.count('/refreshed-second.json'), 1);
  // Drawn anew, and once more refreshed.
  await t.run(() => document.querySelector('article-feed').setAttribute('heading-level', '4'));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelector('h4[part=feed-title]'));
  assert.deepEqual(await shown(), names(1, 12));
  source.tell([item(0), ...items(1, 4)]);
  await look(source);
  await t.inside('article-feed', (root) => { window.before = [...root.querySelectorAll('[part~=item]')]; });
  await press();
  assert.deepEqual(await shown(), names(0, 12));
  assert.ok(await t.inside('article-feed', (root) => [...root.querySelectorAll('[part~=item]')].slice(1).every((story, at) => story === window.before[at])), 'none is drawn twice');
});

test('an offer survives being drawn anew and being moved', async () => {
  const source = serve(items(2, 4));
  await open(source.path, 'refresh="60"', ['', '<aside></aside>']);
  source.tell(items(1, 4));
  await look(source);
  await t.run(() => document.querySelector('article-feed').setAttribute('heading-level', '4'));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelector('h4[part=feed-title]'));
  await offers('1 new story');
  await t.run(() => document.querySelector('aside').append(document.querySelector('article-feed')));
  await press();
  assert.deepEqual(await shown(), names(1, 4));
});

test('the offer is in the language of the feed, or in the page’s words', async () => {
  for (const [language, attributes, stories, said] of [
    ['uk', '', 1, '1 новий матеріал'], ['uk', '', 2, '2 нові матеріали'], ['ja', '', 3, '新しい記事が3件あります'],
    ['uk', `labels='{"newStories": "Neu: {count}"}'`, 2, 'Neu: 2'], ['en', `labels='{"oneNewStory": "Neu"}'`, 1, 'Neu'],
    ['en', `labels='{"newStories": "Neu: {count}"}'`, 1, '1 new story'],
  ]) {
    const source = serve(items(4, 6), { language });
    await open(source.path, `refresh="60" ${attributes}`);
    source.tell(items(4 - stories, 6), { language });
    await look(source);
    assert.equal(await offered(), said);
  }
});

test('a new story in another language has the words of it', async () => {
  const source = serve(items(2, 3));
  await open(source.path);
  source.tell([longArticle({ id: '1', language: 'de', headline: 'Eins' }), ...items(2, 3)]);
  await look(source);
  await offers('1 new story');
  await press();
  assert.match(await t.text('article-feed', 'toggle'), /^Mehr/);
});

test('stories without id and address are known by their words', async () => {
  const bare = (...headlines) => headlines.map((headline) => ({ headline, datePublished: '2026-11-20T12:00:00Z' }));
  const source = serve(bare('One', 'Two'));
  await open(source.path, 'refresh="60" now="2026-11-20T12:05:00Z"');
  source.tell([...bare('Zero', 'One', 'Two'), { bodyText: 'Only a text.' }]);
  await look(source);
  assert.equal(await offered(), '1 new story');
  await press();
  assert.deepEqual(await shown(), ['Zero', 'One', 'Two', '—']);
});

test('a playing story plays on, a story that came with "Show more" stays too', async () => {
  const source = serve(items(2, 8));
  await open(source.path);
  await more();
  await t.inside('article-feed', (root) => {
    window.before = [...root.querySelectorAll('[part~=item]')];
    // As a player that was loaded.
    window.before[6].append(document.createElement('video'));
  });
  source.tell(items(1, 8));
  await look(source);
  await press();
  assert.ok(await t.inside('article-feed', (root) => [...root.querySelectorAll('[part~=item]')].slice(1).every((story, at) => story === window.before[at])));
  assert.equal(await t.inside('article-feed', (root) => root.querySelectorAll('video').length), 1);
});

test('two stories that nothing tells apart are both there', async () => {
  const source = serve([{ headline: 'Weather' }, { headline: 'Weather' }, item(2)]);
  await open(source.path);
  source.tell([item(1), { headline: 'Weather' }, { headline: 'Weather' }, item(2)]);
  await look(source);
  await press();
  assert.deepEqual(await shown(), ['Story 1', 'Weather', 'Weather', 'Story 2']);
  assert.equal(await t.part('article-feed', 'more'), null);
});

test('axe finds nothing: a feed, its new stories, and more of them', { skip: engine !== 'chromium' && 'once is enough' }, async () => {
  const source = serve(items(2, 9));
  await open(source.path, 'refresh="60" page-size="3"', ['<main><h1>News</h1>', '</main>']);
  source.tell(items(1, 9));
  await look(source);
  await bring(t);
  assert.deepEqual(await wrong(t), []);
  await press();
  await more();
  await t.inside('article-feed', (root) => root.querySelector('[part=headline-link]').focus());
  await t.press(Key.PAGE_DOWN);
  assert.deepEqual(await wrong(t), []);
});

test('entries of one page, as live blogs have them, are told apart by their ids', async () => {
  const entry = (n) => item(n, { url: 'https://publisher.example/live' });
  const source = serve([entry(2), entry(3)]);
  await open(source.path);
  source.tell([entry(1), entry(2), entry(3)]);
  await look(source);
  await press();
  assert.deepEqual(await shown(), names(1, 3));
});

test('a document that went wrong takes no offer away', async () => {
  const source = serve(items(2, 4));
  await open(source.path);
  source.tell(items(1, 4));
  await look(source);
  for (const bad of [{ body: '{' }, { json: feed([]) }, { json: { schema: 'article-feed/1', items: 7 } }]) {
    t.route(source.path, bad);
    await look(source, 86_400);
  }
  assert.equal(await offered(), '1 new story');
  await press();
  assert.deepEqual(await shown(), names(1, 4));
});

test('max holds: the oldest make room', async () => {
  const source = serve(items(4, 9));
  await open(source.path, 'refresh="60" max="5"');
  source.tell(items(2, 9));
  await look(source);
  await press();
  assert.deepEqual(await shown(), names(2, 6));
  assert.equal(await t.part('article-feed', 'more'), null);
});

test('an empty feed shows its first stories by itself', async () => {
  const source = serve([]);
  await t.open(`<article-feed src="${source.path}" loading="eager" refresh="60"></article-feed>`, { head: clock });
  await t.event('article-card:load');
  await planned();
  source.tell(items(1, 2));
  await look(source);
  await t.drawn('article-feed');
  assert.deepEqual(await shown(), names(1, 2));
});

test('a reader who is elsewhere stays there when a script presses the button', async () => {
  const source = serve(items(2, 4));
  await open(source.path, 'refresh="60"', ['<input>', '']);
  source.tell(items(1, 4));
  await look(source);
  await t.run(() => document.querySelector('input').focus());
  await t.inside('article-feed', (root) => root.querySelector('[part=new]').click());
  assert.deepEqual(await shown(), names(1, 4));
  assert.equal(await t.focused(), 'input');
});

test('by keyboard: the button comes before the stories', async () => {
  const source = serve(items(2, 4));
  await open(source.path);
  source.tell(items(1, 4));
  await look(source);
  await t.press(Key.TAB);
  assert.equal(await t.focused(), 'new');
  await t.press(Key.ENTER);
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelectorAll('[part~=item]').length === 4);
  assert.equal(await focused(), 'Story 1');
  await t.press(Key.TAB);
  assert.equal(await focused(), 'Story 2');
});

for (const [refresh, seconds] of [['300', 300], ['30', 30], ['29', 30], ['1', 30], [' 45 ', 45], ['31.5', 31.5]]) {
  test(`refresh="${refresh}" asks after ${seconds} seconds, and not before`, async () => {
    const source = serve(items(1, 2));
    await open(source.path, `refresh="${refresh}"`);
    await planned();
    await later(seconds - 0.5);
    assert.equal(await t.run(() => window.timers()), 1);
    assert.equal(source.asked(), 1);
    await look(source, 0.5);
    assert.equal(source.asked(), 2);
  });
}

for (const refresh of ['0', '', 'often', '-60', 'NaN']) {
  test(`refresh="${refresh}" asks for nothing, and no timer runs`, async () => {
    await open(serve(items(1, 2)).path, `refresh="${refresh}"`);
    await t.frames();
    assert.equal(await t.run(() => window.timers()), 0);
  });
}

test('a year is no overflow: it waits a day', async () => {
  const source = serve(items(1, 2));
  await open(source.path, 'refresh="31536000"');
  assert.equal(source.asked(), 1);
  await look(source, 86_400);
});

test('only near a reader, and only while the page is seen; at once when it is seen again', async () => {
  const source = serve(items(1, 2));
  await open(source.path, 'refresh="60"', ['', '<div style="height: 5000px"></div>']);
  await t.run(() => scrollTo(0, 5000));
  await t.until(() => window.timers() === 0);
  await later(600);
  assert.equal(source.asked(), 1);
  await t.run(() => scrollTo(0, 0));
  await t.driver.wait(() => source.asked() === 2, 10_000);
  await planned();
  await t.run(() => window.away(true));
  assert.equal(await t.run(() => window.timers()), 0);
  await later(600);
  assert.equal(source.asked(), 2);
  await t.run(() => window.away(false));
  await t.driver.wait(() => source.asked() === 3, 10_000);
  await planned();
  await t.run(() => { window.away(true); window.away(false); });
  await planned();
  assert.equal(source.asked(), 3, 'not due yet');
});

test('a refresh that fails says nothing, and waits longer each time', async () => {
  const source = serve(items(2, 3));
  await open(source.path);
  const events = (await t.log()).length;
  t.route(source.path, { status: 404 });
  await look(source);
  await later(60);
  assert.equal(source.asked(), 2, 'not yet');
  t.route(source.path, { type: 'text/html', body: '<!doctype html>Sorry' });
  await look(source, 60);
  assert.equal(source.asked(), 3);
  await later(239);
  assert.equal(source.asked(), 3, 'not yet');
  source.tell(items(1, 3));
  await look(source, 1);
  await offers('1 new story');
  assert.deepEqual([(await t.log()).length - events, await shown()], [0, names(2, 3)]);
  await look(source, 60);
});

test('a feed that has gone asks no more; one that is moved goes on', async () => {
  const source = serve(items(1, 2));
  await open(source.path, 'refresh="60"', ['', '<aside></aside>']);
  await t.run(() => document.querySelector('aside').append(document.querySelector('article-feed')));
  await planned();
  await look(source);
  await t.run(() => document.querySelector('article-feed').remove());
  assert.equal(await t.run(() => window.timers()), 0);
});

test('the attribute may come and go', async () => {
  const source = serve(items(1, 2));
  await open(source.path, '');
  assert.equal(await t.run(() => window.timers()), 0);
  await t.run(() => document.querySelector('article-feed').setAttribute('refresh', '60'));
  await planned();
  await look(source);
  await t.run(() => document.querySelector('article-feed').removeAttribute('refresh'));
  assert.equal(await t.run(() => window.timers()), 0);
});

test('cards, and feeds whose document is in the page, are not refreshed', async () => {
  const source = serve(items(1, 2));
  const script = `<script type="application/json">${JSON.stringify(feed(items(1, 2)))}</script>`;
  await t.open(`<article-feed refresh="60" loading="eager">${script}</article-feed><article-feed refresh="60" loading="eager" src="#json"></article-feed>
    <article-card refresh="60" loading="eager" src="${source.path}"></article-card><article-feed id="given" refresh="60" loading="eager" src="${source.path}"></article-feed>
    ${script.replace('<script', '<script id="json"')}`, { head: clock });
  await t.run((json) => { document.querySelector('#given').data = json; }, feed(items(1, 2)));
  for (const at of [0, 1, 2, 3]) await t.event('article-card:load', at);
  await t.frames();
  assert.equal(await t.run(() => window.timers()), 0);
});
