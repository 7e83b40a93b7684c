// The page for frames, dist/embed.html, on pages of others: the frame shows the publisher's stories and nobody else's, and
// tells how high it is.

import { afterEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bring, wrong } from './axe.mjs';
import { fixture, project } from './harness.mjs';
import { article, feed, longArticle } from './stories.mjs';

const open = { 'access-control-allow-origin': '*' };
/** As it is published, but for pages that come without https. */
const html = readFileSync(join(project, 'dist/embed.html'), 'utf8');
const published = (html) => ({ type: 'text/html', body: html.replaceAll(' https:', ' http:').replace('<title>', '<script src="/record.js"></script><title>') });
const file = (path) => ({ body: readFileSync(join(project, 'dist', path)), type: 'text/javascript' });
const t = fixture({
  routes: {
    '/harbour.json': { body: readFileSync(join(project, 'www/stories/harbour.json')), type: 'application/json' },
    '/publisher/embed.html': published(html),
    '/publisher/embed.js': file('embed.js'),
    '/publisher/article-card.js': file('article-card.js'),
    '/publisher/lang/de.js': file('lang/de.js'),
    '/long.json': { json: longArticle() },
    '/feed.json': { json: feed([article({ headline: 'One' }), article({ headline: 'Two' })]) },
  },
  // What the publisher sends for frames within a sandbox, whose origin is none.
  headers: ({ pathname }) => (pathname.endsWith('.js') || pathname.endsWith('.json') ? open : {}),
});
const SANDBOX = 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"';

/** The publisher is another origin than the page around the frame. */
const address = (query, page = '/publisher/embed.html') => t.url(`${page}?${new URLSearchParams(query)}`, { origin: 'other' });
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const frame = (src, more = SANDBOX) => `<iframe title="Story" width="400" height="150" frameborder="0" data-article-card ${more} src="${escaped(src)}"></iframe>`;
const heard = '<script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data))</script>';

const enter = async (index = 0) => t.driver.switchTo().frame(index);
const leave = () => t.driver.switchTo().defaultContent();
afterEach(leave);
const inFrame = async (what) => {
  await enter();
  try {
    return await what();
  } finally {
    await leave();
  }
};
const height = () => t.run(() => document.querySelector('iframe').getBoundingClientRect().height);
/** Waits until the frame is as high as its page, and that is more than it was. */
const grown = async (before = 150) => {
  let now;
  let inside;
  await t.driver.wait(async () => {
    now = await height();
    inside = await inFrame(() => t.run(() => Math.ceil(document.body.getBoundingClientRect().height)));
    return now > before && now === inside;
  }, 10_000).catch(() => assert.fail(`the frame is ${now} high, its page ${inside}`));
  return now;
};

/** What the frame shows: its sentence, or whether there is a card. */
const shown = () => inFrame(() => t.run(() => (document.querySelector('p').checkVisibility() ? document.querySelector('p').textContent : !!document.querySelector('article-card, article-feed'))));

test('a frame within a sandbox draws a story, raises no report, and becomes as high as it; higher after Show more', async () => {
  await t.open(frame(address({ src: '/harbour.json' })));
  const first = await grown();
  const seen = await inFrame(async () => {
    await t.drawn();
    const seen = await t.run(() => {
      const card = document.querySelector('article-card');
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      return [self.origin, document.title === card.shadowRoot.querySelector('[part=headline-link]').firstChild.data, document.querySelector('p').checkVisibility(), scrollWidth > clientWidth, scrollHeight > clientHeight, getComputedStyle(document.body).backgroundColor, card.shadowRoot.querySelector('a').target];
    });
    await t.click('article-card', 'toggle');
    return [...seen, await t.log('csp')];
  });
  assert.deepEqual(seen, ['null', true, false, false, false, 'rgba(0, 0, 0, 0)', '_blank', []]);
  await grown(first);
  assert.deepEqual(await t.log(), []);
});

test('one without a sandbox has pictures too, whole ones, and axe finds nothing', async () => {
  await t.open(frame(address({ src: '/harbour.json', theme: 'light' }), ''));
  await grown();
  await inFrame(async () => {
    await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('[part=image]').naturalWidth);
    assert.deepEqual(await t.log('csp'), []);
    assert.equal(await t.run(() => document.documentElement.style.colorScheme), 'light');
    await bring(t);
    // Who hears the page hears the frame in it: headings go on from those around it.
    assert.deepEqual((await wrong(t)).filter(({ rule }) => rule !== 'page-has-heading-one'), []);
  });
});

test('a frame of 320 pixels does not scroll sideways, and one that is too low does not lose what it shows', async () => {
  await t.open(frame(address({ src: '/harbour.json' })).replace('400', '320').replace('data-article-card', ''));
  await inFrame(async () => {
    await t.drawn();
    assert.deepEqual(await t.run(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      scrollTo(0, 50);
      return [scrollWidth > clientWidth, scrollHeight > clientHeight, scrollY];
    }), [false, true, 50]);
  });
  assert.equal(await height(), 150);
});

test('a feed, in the language of its words, with what its address says of it', async () => {
  await t.open(frame(address({ src: '/feed.json', feed: '', lang: 'de', 'page-size': '1', 'heading-level': '3' })));
  await grown();
  assert.deepEqual(await inFrame(() => t.run(() => {
    const root = document.querySelector('article-feed').shadowRoot;
    return [document.title, root.querySelectorAll('[part~=item]').length, root.querySelector('[part=feed-title]').localName];
  })), ['A feed', 1, 'h3']);
});

test('words of other languages come to a frame within a sandbox', async () => {
  t.route('/german.json', { json: longArticle({ language: 'de' }) });
  await t.open(frame(address({ src: '/german.json' })));
  await grown();
  assert.match(await inFrame(() => t.text('article-card', 'toggle')), /Mehr anzeigen|Weiterlesen/);
});

test('stories of others are refused with a sentence, and nothing is asked for', async () => {
  t.route('/foreign.json', { json: article({ headline: 'Foreign' }) });
  const foreign = t.url('/foreign.json');
  for (const src of [foreign, foreign.slice(5), foreign.replace('//', '\\\\'), ` ${foreign}`, foreign.replace('127.0.0.1', 'localhost@127.0.0.1'), 'data:application/json,{"schema":"article-card/1","headline":"x"}', `blob:${t.url('/', { origin: 'other' })}1`, 'javascript:alert(1)', 'http://', '']) {
    await t.open(heard + frame(address({ src })), { script: null });
    await t.until(() => heard.length);
    assert.equal(await shown(), 'This story cannot be shown here.', src);
  }
  await t.open(heard + frame(t.url('/publisher/embed.html', { origin: 'other' })), { script: null });
  await t.until(() => heard.length);
  assert.equal(await shown(), 'This story cannot be shown here.', 'none');
  assert.equal(t.server.count('/foreign.json'), 0);
});

test('nor does an address of the publisher lead to them, or the next page of a feed', async () => {
  t.route('/foreign.json', { json: article({ headline: 'Foreign' }), headers: open });
  t.route('/away.json', { status: 302, headers: { ...open, location: t.url('/foreign.json') } });
  await t.open(heard + frame(address({ src: '/away.json' })), { script: null });
  await t.until(() => heard.length);
  assert.deepEqual(await inFrame(async () => [(await t.event('article-card:error')).detail.reason, (await t.event('csp')).directive]), ['fetch', 'connect-src']);
  t.route('/paged.json', { json: feed([article()], { more: { url: t.url('/foreign.json') } }) });
  await t.open(heard + frame(address({ src: '/paged.json', feed: '' }), ''), { script: null });
  await t.until(() => heard.length);
  await inFrame(async () => {
    await t.drawn();
    await t.click('article-feed', 'more');
    await t.event('csp');
  });
  assert.equal(t.server.count('/foreign.json'), 0);
});

test('origins that the publisher names in the page are no strangers', async () => {
  t.route('/named.json', { json: article({ headline: 'Named' }) });
  for (const named of [t.server.url, `https://a.example  ${t.server.url}/ nonsense`]) {
    t.route('/publisher/named.html', published(html.replace(/(sources" content=")/, `$1${named}`)));
    await t.open(frame(address({ src: t.url('/named.json') }, '/publisher/named.html')) + heard, { script: null });
    await t.until(() => heard.length);
    assert.equal(await inFrame(() => t.text('article-card', 'headline')), 'Named');
  }
});

test('an address chooses, and says nothing itself: no words, no other places, nothing that is not in the list', async () => {
  const labels = '{"showMore": "Call 0800"}';
  await t.open(frame(address({ src: '/long.json', mode: 'full', labels, map: '{"headline": "/url"}', base: t.url('/'), onclick: 'alert(1)', style: 'color: red', id: 'x', 'link-target': '_top', loading: 'lazy', now: '2020-01-01T00:00Z', data: '{}', expanded: '' })));
  await grown();
  assert.deepEqual(await inFrame(() => t.run(() => document.querySelector('article-card').getAttributeNames().sort())), ['link-target', 'loading', 'mode', 'src']);
  t.route('/publisher/own.html', published(html.replace('<main>', `<main data-labels="${escaped(labels)}" data-mode="excerpt">`)));
  await t.open(frame(address({ src: '/long.json', mode: 'full' }, '/publisher/own.html')) + heard);
  await t.until(() => heard.length);
  assert.deepEqual(await inFrame(() => t.run(() => ['labels', 'mode'].map((name) => document.querySelector('article-card').getAttribute(name)))), [labels, 'excerpt']);
});

test('a story that cannot be had leaves the words of the card in the frame', async () => {
  await t.open(heard + frame(address({ src: '/missing.json' })));
  await t.until(() => heard.length && document.querySelector('iframe').getBoundingClientRect().height === 50);
  assert.match(await inFrame(() => t.text('article-card', 'failure')), /could not be loaded/);
});

test('of each attribute of a card it is said whether an address may set it', () => {
  const read = (path) => readFileSync(join(project, path), 'utf8');
  const documented = [...read('README.md').split('### Attributes')[1].split('###')[0].matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
  const lists = read('src/frame/frame.js').matchAll(/^const (?:CHOSEN|KEPT) = \[([^\]]*)\]/gm);
  const said = [...lists].flatMap(([, names]) => names.match(/[\w-]+/g));
  assert.deepEqual([...new Set([...said, 'src', 'link-target', 'loading', 'expanded'])].sort(), [...documented, 'dir'].sort());
});
