// The interface in the reader's language: what is fetched for it, when, and what becomes of a card that cannot have it.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, gate, project } from './harness.mjs';
import { feed, inScript, longArticle } from './stories.mjs';

const t = fixture();
const wordsOf = (name) => JSON.parse(readFileSync(join(project, 'src/lang', `${name}.json`), 'utf8'));
const english = { showMore: 'Show more', topics: 'Topics' };
const story = (language, own) => longArticle({ language, readingTime: 21, tags: ['x'], ...own });
const inline = (json, attributes = '', name = 'article-card') =>
  `<${name} loading="eager" ${attributes}><script type="application/json">${inScript(json)}</script></${name}>`;

/** What was asked for in dist/lang/ since the last time. */
let heard = 0;
function asked() {
  const { requests } = t.server;
  const paths = requests.slice(heard).map(({ path }) => path);
  heard = requests.length;
  return paths.filter((path) => path.includes('/lang/')).map((path) => path.replace('/dist/lang/', ''));
}

const open = (...args) => {
  asked();
  return t.open(...args);
};

const said = (selector = 'article-card') => t.inside(selector, (root) => ({
  showMore: root.querySelector('[part=toggle] .more').textContent,
  topics: root.querySelector('[part=tags]').getAttribute('aria-label'),
}));
const shows = async (language, selector) => {
  const { showMore, topics } = language === 'en' ? english : wordsOf(language);
  assert.deepEqual(await said(selector), { showMore, topics });
};
const warnings = async (nth = 0) => (await t.event('article-card:load', nth)).detail.warnings.map(({ path, message }) => `${path}: ${message}`);
const notHad = (name) => [`language: no words in ${name}, they are English`];

/** While `work` runs, the words of a language are answered so. */
async function answering(name, answer, work) {
  const path = `/dist/lang/${name}.js`;
  t.route(path, answer);
  try {
    await work();
  } finally {
    delete t.server.routes[path];
  }
}

for (const [language, name, heard] of [
  ['uk', 'uk', '21 хвилина читання'], ['ar-EG', 'ar', '21 دقيقة قراءة'], ['ja', 'ja', 'この記事は21分で読めます'],
  ['zh-TW', 'zh-Hant', '閱讀時間約 21 分鐘'], ['nn-NO', 'nb', '21 minutters lesetid'],
]) {
  test(`a card in ${language} shows its words, for one request`, async () => {
    await open(inline(story(language)));
    await t.drawn();
    await shows(name);
    assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=reading-time] .sr').textContent), heard);
    assert.deepEqual(asked(), [`${name}.js`]);
    assert.deepEqual(await warnings(), []);
  });
}

test('an English card, and one in a language that we do not have, ask for nothing', async () => {
  await open(inline(story('en-GB')) + inline(story('eo'), 'id="other"'));
  await t.drawn();
  await t.drawn('#other');
  await shows('en');
  await shows('en', '#other');
  assert.deepEqual(asked(), []);
});

test('cards of one language ask for it once, together and later', async () => {
  await open(inline(story('de'), 'id="one"') + inline(story('de-AT'), 'id="two"'));
  await t.drawn('#one');
  await t.drawn('#two');
  await t.run((html) => document.body.insertAdjacentHTML('beforeend', html), inline(story('de'), 'id="three"'));
  await t.drawn('#three');
  for (const id of ['#one', '#two', '#three']) await shows('de', id);
  assert.deepEqual(asked(), ['de.js']);
});

for (const [why, answer] of [['missing', { status: 404 }], ['cut off', { drop: true }], ['no script', { type: 'text/html', body: '<p>' }]]) {
  test(`a language file that is ${why}: the card is English and says why, and nobody asks again`, () =>
    answering('uk', answer, async () => {
      await open(inline(story('uk')));
      await t.drawn();
      await shows('en');
      assert.deepEqual(await warnings(), notHad('uk'));
      asked();
      await t.run(() => document.querySelector('article-card').setAttribute('heading-level', '3'));
      assert.deepEqual(await warnings(1), notHad('uk'));
      assert.deepEqual(asked(), []);
    }));
}

test('a page whose policy allows the script alone: the card is English', async () => {
  const own = ['/dist/article-card.js', '/record.js'].map((path) => t.url(path)).join(' ');
  await open(inline(story('uk')), { headers: { 'content-security-policy': `script-src ${own} 'wasm-unsafe-eval'` } });
  await t.drawn();
  await shows('en');
  assert.deepEqual(await warnings(), notHad('uk'));
  assert.deepEqual(asked(), []);
});

test('the strictest policy that runs the script lets it have the words, without a report', async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'";
  await open(inline(story('uk')), { headers: { 'content-security-policy': policy } });
  await t.drawn();
  await shows('uk');
  assert.deepEqual(await t.log('csp'), []);
});

test('a script that is pinned by its hash runs no other: its card is English; the build with the language inside is not', async () => {
  const pinned = (path) => {
    const hash = createHash('sha384').update(readFileSync(join(project, path))).digest('base64');
    return { script: null, head: `<script type="module" src="/${path}" integrity="sha384-${hash}"></script>` };
  };
  await open(inline(story('uk')), pinned('dist/article-card.js'));
  await t.drawn();
  await shows('en');
  assert.deepEqual(await warnings(), notHad('uk'));
  assert.deepEqual(asked(), []);
  await open(inline(story('uk')), pinned('dist/article-card.uk.js'));
  await t.drawn();
  await shows('uk');
  assert.deepEqual(asked(), []);
});

for (const [build, requests] of [['article-card.uk.js', []], ['article-card.core.js', ['uk.js']], ['split/article-card.js', ['uk.js']]]) {
  test(`dist/${build} speaks Ukrainian`, async () => {
    await open(inline(story('uk')), { script: `/dist/${build}` });
    await t.drawn();
    await shows('uk');
    assert.deepEqual(asked(), requests);
    assert.deepEqual(await warnings(), []);
  });
}

test('a feed speaks its language, and each of its stories its own, also those read later', async () => {
  const next = feed([{ headline: 'c', tags: ['x'], language: 'ja' }], { language: 'uk' });
  const first = feed([{ headline: 'a', tags: ['x'], language: 'de' }, { headline: 'b', tags: ['x'] }], {
    language: 'uk', more: { url: 'next.json' },
  });
  t.route('/next.json', { json: next });
  t.route('/first.json', { json: first });
  await open('<article-feed loading="eager" src="/first.json"></article-feed>');
  await t.drawn();
  const topics = () => t.inside('article-feed', (root) => [...root.querySelectorAll('[part=tags]')].map((tags) => tags.getAttribute('aria-label')));
  const button = () => t.inside('article-feed', (root) => root.querySelector('[part=more] .more')?.textContent);
  assert.deepEqual(await topics(), [wordsOf('de').topics, wordsOf('uk').topics]);
  assert.equal(await button(), wordsOf('uk').showMore);
  assert.deepEqual(asked().sort(), ['de.js', 'uk.js']);
  await t.click('article-feed', 'more');
  const { detail } = await t.event('article-feed:more');
  assert.deepEqual(detail, { shown: 3, total: 3, warnings: [] });
  assert.deepEqual(await topics(), [wordsOf('de').topics, wordsOf('uk').topics, wordsOf('ja').topics]);
  assert.deepEqual(asked(), ['ja.js']);
  await t.until((text) => document.querySelector('article-feed').shadowRoot.querySelector('[part=status]').textContent === text, 'Ще 1 матеріал');
});

test('changing lang redraws in the new language, the old card stays until its words are there', async () => {
  const hold = gate();
  await answering('uk', { hold: hold.promise, body: readFileSync(join(project, 'dist/lang/uk.js')) }, async () => {
    await open(inline(story(undefined), 'lang="de"'));
    await t.drawn();
    await shows('de');
    const speak = (language) => t.run((lang) => document.querySelector('article-card').setAttribute('lang', lang), language);
    await speak('uk');
    await t.frames();
    await shows('de');
    hold.open();
    await t.event('article-card:load', 1);
    await shows('uk');
    await speak('en');
    await t.event('article-card:load', 2);
    await shows('en');
  });
});

test('a card that is moved, and one that means another document, while its words are on their way', async () => {
  const hold = gate();
  await answering('uk', { hold: hold.promise, body: readFileSync(join(project, 'dist/lang/uk.js')) }, async () => {
    await open('<p>A page</p>'); // whose load event would wait for what is held
    await t.run((html) => document.body.insertAdjacentHTML('beforeend', html), inline(story('uk'), 'id="moved"') + inline(story('uk'), 'id="other"'));
    await t.until(() => ['moved', 'other'].every((id) => document.getElementById(id).getAttribute('aria-busy') === 'true'));
    await t.frames();
    await t.run((json) => {
      document.body.append(document.getElementById('moved'));
      document.getElementById('other').data = json;
    }, story('en'));
    await t.drawn('#other');
    await shows('en', '#other');
    hold.open();
    await t.drawn('#moved');
    await shows('uk', '#moved');
    await t.frames();
    await shows('en', '#other');
    assert.equal((await t.log('article-card:load')).length, 2);
  });
});

test('words of the page win over the language’s', async () => {
  await open(inline(story('uk'), `labels='{"showMore": "Далі"}'`));
  await t.drawn();
  assert.deepEqual(await said(), { showMore: 'Далі', topics: wordsOf('uk').topics });
});

const failure = () => t.inside('article-card', (root) => ['failure-text', 'retry'].map((part) => root.querySelector(`[part=${part}]`).textContent));
const says = (...words) => t.until((wanted) => {
  const root = document.querySelector('article-card').shadowRoot;
  return ['failure-text', 'retry'].map((part) => root.querySelector(`[part=${part}]`)?.textContent).join('|') === wanted;
}, words.join('|'));

test('a failure is told in the language of the page: in English until that has come', async () => {
  const uk = wordsOf('uk');
  const hold = gate();
  await answering('uk', { hold: hold.promise, body: readFileSync(join(project, 'dist/lang/uk.js')) }, async () => {
    await open('<p>A page</p>', { lang: 'uk' });
    await t.run(() => document.body.insertAdjacentHTML('beforeend', '<article-card src="/nowhere.json"></article-card>'));
    await t.event('article-card:error');
    assert.deepEqual(await failure(), ['This article could not be loaded.', 'Try again']);
    hold.open();
    await says(uk.failed, uk.tryAgain);
  });
  await open('<article-card src="/nowhere.json" labels=\'{"failed": "Немає."}\'></article-card>', { lang: 'uk' });
  await says('Немає.', uk.tryAgain);
  await open('<article-card src="/nowhere.json"></article-card>', { lang: 'sw' });
  await t.event('article-card:error');
  assert.deepEqual(await failure(), ['This article could not be loaded.', 'Try again']);
});

test('a page of a feed that cannot be had is told in the language of the feed', async () => {
  const json = { ...feed([{ headline: 'Eins' }], { language: 'de' }), more: { url: t.url('/nowhere.json') } };
  await open(inline(json, '', 'article-feed'), { lang: 'uk' });
  await t.drawn();
  await t.click('article-feed', 'more');
  await t.event('article-card:error');
  assert.equal(await t.text('article-feed', 'status'), wordsOf('de').moreFailed);
});
