// What the partner chooses with attributes, and what the page is told of what readers do.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { fixture } from './harness.mjs';
import { article, inScript, longArticle } from './stories.mjs';

const t = fixture();
const inline = (json, attributes = '') => `<article-card loading="eager" ${attributes}><script type="application/json">${inScript(json)}</script></article-card>`;
const set = (name, value) => t.run((n, v) => document.querySelector('article-card').setAttribute(n, v), name, value);
const has = (part, there) => t.until((name, wanted) => !!document.querySelector('article-card').shadowRoot.querySelector(`[part=${name}]`) === wanted, part, there);
const story = (more) => longArticle({
  section: 'Harbour', summary: 'It sails at noon.', authors: [{ name: 'Ana Lind', bio: 'Writes about ships.' }], tags: ['ferries'],
  url: 'https://publisher.example/ferry', related: [{ url: 'https://publisher.example/b', headline: 'Bridge' }], ...more,
});

test('mode and hide draw anew, and the card keeps within what is asked of it', async () => {
  await t.open(inline(story()));
  await t.drawn();
  const height = () => t.inside('article-card', (root) => root.host.getBoundingClientRect().height);
  const heights = [];
  for (const mode of ['full', 'excerpt', 'teaser', 'compact']) {
    await set('mode', mode);
    await has('toggle', mode === 'full');
    await has('body', mode === 'full' || mode === 'excerpt');
    await has('summary', mode !== 'compact');
    await has('source', true);
    heights.push(await height());
  }
  assert.deepEqual(heights, heights.toSorted((a, b) => b - a), 'each lower than the one before');
  await set('mode', 'full');
  await set('hide', 'tags author dates');
  for (const part of ['tags', 'authors', 'published']) await has(part, false);
  await has('section', true);
});

test('a compact card has its picture beside the headline, in a narrow column too', async () => {
  const image = { url: t.url('/pictures/harbour.svg'), width: 1200, height: 800 };
  for (const width of [240, 600]) {
    await t.open(`<div style="width: ${width}px">${inline(article({ headline: 'The ferry returns at noon', image }), 'mode="compact" images="same-origin"')}</div>`);
    await t.drawn();
    const { picture, headline, card } = await t.inside('article-card', (root) => {
      const box = (css) => root.querySelector(css).getBoundingClientRect().toJSON();
      return { picture: box('[part=image]'), headline: box('[part=headline]'), card: box('[part=card]') };
    });
    assert.ok(picture.left >= headline.right, 'beside it');
    assert.ok(picture.right <= card.right && picture.width < card.width / 2.5, 'a small one');
  }
});

test('images="none" asks for no picture', async () => {
  t.route('/asked.svg', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  const image = t.url('/asked.svg');
  await t.open(inline(article({ image, authors: [{ name: 'Ana', avatar: image }], bodyHtml: `<p>One</p><img src="${image}">`, body: undefined }), 'images="none"'));
  await t.drawn();
  await t.frames();
  assert.equal(await t.inside('article-card', (root) => root.querySelectorAll('img').length), 0);
  assert.equal(t.server.count('/asked.svg'), 0);
});

test('a link is told before it is followed, and the page may go its own way', async () => {
  t.route('/story', { type: 'text/html', body: '<!doctype html><title>Story</title>' });
  await t.open(inline(story({ url: t.url('/story') }), 'link-query="utm_source=partner"'));
  await t.drawn();
  await t.run(() => addEventListener('article-card:link', (event) => { if (!window.follow) event.preventDefault(); }));
  const url = t.url('/story?utm_source=partner');
  await t.click('article-card', 'headline-link');
  await t.click('article-card', 'permalink');
  await t.run(() => document.querySelector('article-card').shadowRoot.querySelector('[part=teaser-link]').focus());
  await t.press(Key.ENTER);
  const told = (await t.log('article-card:link')).map(({ detail }) => [detail.kind, detail.url]);
  assert.deepEqual(told, [['headline', url], ['source', url], ['related', 'https://publisher.example/b?utm_source=partner']]);
  assert.ok(!(await t.driver.getCurrentUrl()).includes('/story'), 'the page has stayed');
  await t.run(() => { window.follow = true; });
  await t.click('article-card', 'headline-link');
  await t.until((wanted) => location.href === wanted, url);
});

test('link-target="_blank" is a new tab, which is said to those who cannot see it', async () => {
  await t.open(inline(story(), 'link-target="_blank"'));
  await t.drawn();
  const links = await t.inside('article-card', (root) => [...root.querySelectorAll('a')].map((link) => [link.target, link.rel.includes('noopener'), link.textContent.endsWith('(opens in a new tab)')]));
  assert.ok(links.length > 2 && links.every((link) => link.every(Boolean)), JSON.stringify(links));
});

test('a card that has been seen for a second is told once, one that has not is not', async () => {
  await t.open(`${inline(story(), 'id="seen"')}<div style="height: 5000px"></div>${inline(story(), 'id="unseen"')}`);
  await t.drawn('#unseen');
  const seen = async () => (await t.log('article-card:visible')).map(({ target }) => target);
  await t.event('article-card:visible');
  assert.deepEqual(await seen(), ['seen']);
  // What is drawn anew is the same story.
  await t.run(() => document.querySelector('#seen').setAttribute('mode', 'excerpt'));
  await t.event('article-card:load', 2);
  await t.run(() => document.querySelector('#unseen').scrollIntoView());
  await t.event('article-card:visible', 1);
  assert.deepEqual(await seen(), ['seen', 'unseen']);
  // Another story is another view.
  await t.run((json) => { document.querySelector('#unseen').data = json; }, article({ headline: 'Another' }));
  await t.until(() => document.querySelector('#unseen').shadowRoot.querySelector('[part=headline]').textContent === 'Another');
  // It has become shorter: where it is now is the engine's affair.
  await t.run(() => document.querySelector('#unseen').scrollIntoView());
  await t.event('article-card:visible', 2);
  assert.deepEqual(await seen(), ['seen', 'unseen', 'unseen']);
});

test('what the partner adds stands in the card, in the style of the page, and a card that fails leaves the link', async () => {
  const slots = '<p slot="header" style="color: rgb(1, 2, 3)">Our partner</p><p slot="footer">Subscribe</p>';
  for (const [element, json] of [['article-card', story()], ['article-feed', { schema: 'article-feed/1', items: [story()] }]]) {
    await t.open(`<${element} loading="eager"><a href="/story">Story</a>${slots}<script type="application/json">${inScript(json)}</script></${element}>`);
    await t.drawn(element);
    const [header, headline, source, footer, color] = await t.run((name) => {
      const host = document.querySelector(name);
      const top = (one) => one.getBoundingClientRect().top;
      const [above, below] = host.querySelectorAll('[slot]');
      const part = (own) => host.shadowRoot.querySelector(`[part=${own}]`);
      return [top(above), top(part('headline')), top(part('source')), top(below), getComputedStyle(above).color];
    }, element);
    assert.ok(header < headline && headline < source && source < footer, `${[header, headline, source, footer]}`);
    assert.equal(color, 'rgb(1, 2, 3)');
  }
  await t.open(`<article-card src="/none.json"><a href="/story">Story</a>${slots}</article-card>`);
  await t.event('article-card:error');
  assert.deepEqual(await t.run(() => [...document.querySelector('article-card').children].map((child) => child.getClientRects().length > 0)), [true, false, false]);
});
