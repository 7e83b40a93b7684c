// "5 minutes ago": of the last day, in the card's language, as long as somebody looks.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { engine, fixture } from './harness.mjs';
import { article, feed, inScript } from './stories.mjs';

const t = fixture();
const noon = '2026-11-20T12:00:00Z';
const card = (json, attributes = `now="${noon}"`) => `<article-card ${attributes}><script type="application/json">${inScript(json)}</script></article-card>`;
const seen = (part = 'published') => t.inside('article-card, article-feed', (root, name) => root.querySelector(`[part=${name}]`).innerText.trim(), part);
/** A date that a reader points at. */
const pointedAt = () => t.inside('article-card', (root) => {
  const time = root.querySelector('time');
  time.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  return { title: time.title, datetime: time.dateTime };
});
const open = async (json, attributes, options) => {
  await t.open(card(json, attributes), options);
  await t.drawn();
};

test('dates of the last day say how long ago that was, others are dates', async () => {
  for (const [date, expected] of [
    ['2026-11-20T11:59:30Z', 'this minute'],
    ['2026-11-20T11:55:00Z', '5 minutes ago'],
    ['2026-11-20T13:00:01+02:00', '59 minutes ago'],
    ['2026-11-20T11:00:00Z', '1 hour ago'],
    ['2026-11-19T12:00:01Z', '23 hours ago'],
    ['2026-11-19T12:00:00Z', 'November 19, 2026'],
    ['2026-11-20T12:00:01Z', 'November 20, 2026'],
    ['2026-11-20', 'November 20, 2026'],
    ['2026-11-20T11:00:00', 'November 20, 2026'],
  ]) {
    await open(article({ datePublished: date }), `now="${noon}" time-zone="UTC"`);
    assert.equal(await seen(), expected, date);
  }
  const { title, datetime } = await pointedAt();
  assert.equal(datetime, '2026-11-20T11:00:00');
  assert.match(title, /Friday, November 20, 2026.* 11:00.AM$/);
});

test('pointed at, a date says all that is known of it, in the language it is in', async () => {
  for (const [date, language, attributes, title] of [
    ['2026-11-20', 'en', 'time-zone="America/New_York"', /^Friday, November 20, 2026$/],
    ['2026-11-20T17:40:00+02:00', 'en', 'time-zone="America/New_York"', /^Friday, November 20, 2026.* 10:40:00.AM (EST|GMT-5)$/],
    ['2026-11-20T17:40:00', 'en', 'time-zone="America/New_York"', /^Friday, November 20, 2026.* 5:40.PM$/],
    ['2026-11-20', 'de', '', /^Freitag, 20. November 2026$/],
    ['2026-11-20', undefined, 'lang="de_DE"', /^Freitag, 20. November 2026$/],
    ['2026-11-20', undefined, 'lang=""', /^Friday, November 20, 2026$/],
  ]) {
    await open(article({ datePublished: date, language }), attributes);
    assert.equal(await t.inside('article-card', (root) => root.querySelector('time').title), '', 'not before');
    assert.match((await pointedAt()).title, title, date);
  }
});

test('dates in English are those of the browser, in the reader’s own zone as well', async () => {
  const moments = ['2026-01-01T00:00:00Z', '2026-03-29T01:30:00Z', '2026-05-31T12:05:00+05:30', '1921-06-01T12:00:00Z', '2026-09-09T23:59:59-08:00', '1999-12-31T12:00:00Z'];
  const inZone = (timezoneId) => engine === 'chromium' && t.driver.sendDevToolsCommand('Emulation.setTimezoneOverride', { timezoneId });
  for (const zone of ['', 'time-zone="UTC"']) {
    await inZone('America/St_Johns'); // half an hour beside the others, and with summer time
    for (const datePublished of moments) {
      const body = [{ type: 'entry', datePublished, blocks: [{ type: 'paragraph', text: 'Fog.' }] }];
      await open(article({ datePublished, bodyText: undefined, body }), zone);
      const both = await t.inside('article-card', (root, moment, timeZone) => {
        const intl = (style) => new Intl.DateTimeFormat('en', { ...style, timeZone: timeZone ?? undefined }).format(new Date(moment));
        const texts = [root.querySelector('[part=published]').textContent, root.querySelector('[part=entry-time]').textContent];
        const own = [intl({ dateStyle: 'long' }), intl({ dateStyle: 'medium', timeStyle: 'short' })];
        return [texts, own].map((list) => list.map((text) => text.replaceAll('\u202f', ' ')));
      }, datePublished, zone ? 'UTC' : undefined);
      assert.deepEqual(both[0], both[1], `${datePublished} ${zone}`);
    }
  }
  await inZone('');
});

test('updates, teasers, entries and the items of feeds count as well', async () => {
  await open(article({
    datePublished: '2026-11-20T08:00:00Z', dateModified: '2026-11-20T11:30:00Z',
    related: [{ url: 'https://publisher.example/b', headline: 'Bridge', datePublished: '2026-11-20T10:00:00Z' }],
    bodyText: undefined, body: [{ type: 'entry', datePublished: '2026-11-20T11:48:00Z', blocks: [{ type: 'paragraph', text: 'Fog.' }] }],
  }));
  assert.deepEqual(await Promise.all(['published', 'updated', 'teaser-date', 'entry-time'].map(seen)),
    ['4 hours ago', 'Updated 30 minutes ago', '2 hours ago', '12 minutes ago']);
  const items = [1, 2, 3].map((hour) => ({ headline: `At ${hour}`, datePublished: `2026-11-20T0${hour}:00:00Z` }));
  await t.open(`<article-feed page-size="1" now="${noon}"><script type="application/json">${inScript(feed(items))}</script></article-feed>`);
  await t.drawn();
  await t.click('article-feed', 'more');
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelectorAll('[part=published]').length === 2);
  const shown = await t.inside('article-feed', (root) => [...root.querySelectorAll('[part=published]')].map((time) => time.innerText.trim()));
  assert.deepEqual(shown, ['11 hours ago', '10 hours ago']);
});

test('in the language of the story, else of the page, else in English', async () => {
  const json = { datePublished: '2026-11-20T11:55:00Z' };
  for (const [language, attributes, page, expected] of [
    ['uk', '', 'en', '5 хвилин тому'], [undefined, '', 'de', 'vor 5 Minuten'], [undefined, 'lang="fr"', 'de', 'il y a 5 minutes'],
    [undefined, '', 'x-klingon', '5 minutes ago'],
  ]) {
    await open(article({ ...json, language }), `now="${noon}" ${attributes}`, { lang: page });
    assert.equal(await seen(), expected, `${language} ${attributes} ${page}`);
  }
});

test('what a body says of times stays as it was written', async () => {
  const bodyHtml = '<p>It sailed at <time datetime="2026-11-20T11:55:00Z"><b>five</b> <span>to noon</span></time>.</p>';
  await open(article({ bodyText: undefined, bodyHtml }));
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=body]').innerText.trim()), 'It sailed at five to noon.');
  // Nor is a reader who points at it told anything else, or the page of something that failed.
  const times = ['PT2H30M', '12:30', '2026-W47', '2026', '2026-11-20T11:55:00Z'].map((time) => `<time datetime="${time}">then</time>`);
  await open(article({ bodyText: undefined, bodyHtml: `<p>${times.join(' or ')}</p>` }));
  const titles = await t.inside('article-card', (root) => [...root.querySelectorAll('time')].map((time) => {
    time.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    return time.title;
  }));
  assert.deepEqual(titles, Array(5).fill(''));
});

test('on paper it is a date', async () => {
  await open(article({ datePublished: '2026-11-20T11:55:00Z' }));
  assert.equal(await seen(), '5 minutes ago');
  if (engine === 'chromium') {
    await t.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
    assert.equal(await seen(), 'November 20, 2026');
    return t.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
  }
  // Their drivers cannot look at a printed page: what the style sheet says for print, applied to the screen.
  await t.inside('article-card', (root) => {
    const [sheet] = root.adoptedStyleSheets;
    const copy = new CSSStyleSheet();
    copy.replaceSync([...sheet.cssRules].find((rule) => rule.media?.mediaText === 'print').cssText.replace('print', 'all'));
    root.adoptedStyleSheets = [sheet, copy];
  });
  assert.equal(await seen(), 'November 20, 2026');
});

test('it counts on while a reader looks, and only then', async () => {
  // A clock that the test turns.
  const head = `<script>
    const begun = Date.now(), intervals = new Map();
    let late = 0, number = 0;
    Date.now = () => begun + late;
    window.setInterval = (work, delay) => (intervals.set(++number, work), number);
    window.clearInterval = (number) => intervals.delete(number);
    window.minutesLater = (count) => { late += count * 60000; intervals.forEach((work) => work()); };
    window.running = () => intervals.size;
    window.date = new Date(begun - 3 * 60000 - 1000).toISOString();
  </script>`;
  await t.open('<div id="before"></div><article-card></article-card><div style="height: 5000px"></div>', { head });
  await t.run(() => { document.querySelector('article-card').data = { schema: 'article-card/1', language: 'en', headline: 'x', datePublished: window.date }; });
  await t.drawn();
  assert.equal(await seen(), '3 minutes ago');
  await t.until(() => window.running() === 1);
  await t.run(() => window.minutesLater(2));
  assert.equal(await seen(), '5 minutes ago');
  await t.run(() => scrollTo(0, 4000));
  await t.until(() => window.running() === 0);
  await t.run(() => window.minutesLater(5));
  assert.equal(await seen(), '5 minutes ago');
  await t.run(() => scrollTo(0, 0));
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('[part=published]').innerText.trim() === '10 minutes ago');
  // It moves with its card, and goes with it.
  await t.run(() => document.querySelector('#before').append(document.querySelector('article-card')));
  await t.until(() => window.running() === 1);
  await t.run(() => window.minutesLater(1));
  assert.equal(await seen(), '11 minutes ago');
  await t.run(() => document.querySelector('article-card').remove());
  await t.until(() => window.running() === 0);
});
