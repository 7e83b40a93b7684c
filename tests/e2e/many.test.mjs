// Pages with many cards: browsers may leave out those that nobody is near, and nobody is to notice.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { article, feed, inScript } from './stories.mjs';

const MANY = 50;
const t = fixture();
const eager = (attributes = '', data = article()) => `<article-card loading="eager" ${attributes}><script type="application/json">${inScript(data)}</script></article-card>`;
const count = (wanted) => t.until((wanted) => [...document.querySelectorAll('article-card')].filter((card) => card.shadowRoot?.querySelector('[part=card]')).length === wanted, wanted);
const visibilities = () => t.run(() => [...document.querySelectorAll('article-card')].map((card) =>
  [card, card.shadowRoot.querySelector('[part=card]')].some((box) => getComputedStyle(box).contentVisibility === 'auto') ? 'auto' : 'visible'));
const height = (selector) => t.run((selector) => document.querySelector(selector).getBoundingClientRect().height, selector);

test('up to fifty cards are all laid out; of further ones those that nobody is near may be left out', async () => {
  await t.open(eager().repeat(MANY + 5));
  await count(MANY + 5);
  assert.deepEqual(await visibilities(), [...Array(MANY).fill('visible'), ...Array(5).fill('auto')]);
});

test('the height of a card that was left out is its own once a reader comes, and stays so when they go', async () => {
  await t.open(eager().repeat(MANY + 4) + eager('id="last"'));
  await count(MANY + 5);
  const whole = await height('article-card');
  await t.run(() => document.querySelector('#last').scrollIntoView());
  await t.until((whole) => Math.abs(document.querySelector('#last').getBoundingClientRect().height - whole) < 1, whole);
  await t.run(() => scrollTo(0, 0));
  await t.frames();
  assert.ok(Math.abs(await height('#last') - whole) < 1, `${await height('#last')} of ${whole} px`);
});

test('cards that came near are left out only once their height is known', async () => {
  await t.open(eager().repeat(MANY));
  await count(MANY);
  // As masonry layouts do.
  const [told, whole] = await t.run((html) => new Promise((done) => {
    document.body.insertAdjacentHTML('afterbegin', html);
    const card = document.querySelector('#new');
    card.addEventListener('article-card:load', () => {
      const told = card.getBoundingClientRect().height;
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done([told, card.getBoundingClientRect().height]))));
    });
  }), eager('id="new"').replace('loading="eager"', ''));
  assert.equal(told, whole);
  assert.equal((await visibilities())[0], 'auto');
});

test('an address leads to a heading in a card that was left out', async () => {
  const long = { type: 'paragraph', text: 'A paragraph of some words. '.repeat(40) };
  const story = article({ body: [long, long, { type: 'heading', text: 'The far end' }, long] });
  await t.open(eager().repeat(MANY + 3) + eager('id="far"', story) + eager().repeat(3));
  await count(MANY + 7);
  await t.run(() => (location.hash = 'far-the-far-end'));
  await t.until(() => {
    const heading = document.querySelector('#far').shadowRoot.querySelector('[part=heading]');
    const { top } = heading.getBoundingClientRect();
    return heading.matches(':focus') && top >= 0 && top < innerHeight / 2;
  });
  await t.frames();
  const top = await t.run(() => document.querySelector('#far').shadowRoot.querySelector('[part=heading]').getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 200, `the heading is at ${top} px`);
});

test('in a feed the same holds of its stories', async () => {
  const items = Array.from({ length: MANY + 5 }, (_, at) => article({ id: `${at}`, headline: `Headline ${at}` }));
  await t.open(`<article-feed loading="eager" page-size="${items.length}"><script type="application/json">${inScript(feed(items))}</script></article-feed>`);
  await t.drawn('article-feed');
  const seen = await t.inside('article-feed', (root) => [...root.querySelectorAll('[part~=item]')].map((item) => getComputedStyle(item).contentVisibility));
  assert.deepEqual(seen, [...Array(MANY).fill('visible'), ...Array(5).fill('auto')]);
  await t.inside('article-feed', (root) => root.querySelector('[part~=item]:last-child').scrollIntoView());
  await t.until(() => {
    const stories = document.querySelector('article-feed').shadowRoot.querySelectorAll('[part~=item]');
    const [first, last] = [stories[1], stories[stories.length - 1]].map((story) => story.getBoundingClientRect().height);
    return Math.abs(first - last) < 2;
  });
});
