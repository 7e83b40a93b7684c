// What is pasted into other people's systems, and what those make of it.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { article } from './stories.mjs';

const t = fixture({ routes: { '/story.json': { json: article({ headline: 'Ferry returns' }) } } });
const quote = (attributes = '') => `<blockquote class="article-card" data-src="/story.json" ${attributes}><p><a href="/story">Ferry returns</a> — The Harbour</p></blockquote>`;
const upgraded = (css = 'article-card') => t.until((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('[part=headline]')?.textContent === 'Ferry returns', css);

test('a quotation becomes a card in its place, with its attributes, and stands in it as the fallback', async () => {
  await t.open(`<main><p>Before</p>${quote('data-mode="teaser" data-heading-level="3" lang="en-GB" cite="/story" onclick="x"')}<p>After</p></main>`);
  await upgraded();
  assert.deepEqual(await t.run(() => {
    const card = document.querySelector('article-card');
    return [
      card.previousElementSibling.textContent, card.nextElementSibling.textContent, card.firstElementChild.className,
      card.getAttributeNames().filter((name) => name !== 'aria-busy').sort().join(), card.shadowRoot.querySelector('[part=headline]').localName,
      document.querySelectorAll('article-card').length, card.querySelector('blockquote').getClientRects().length,
    ];
  }), ['Before', 'After', 'article-card', 'heading-level,lang,mode,src', 'h3', 1, 0]);
});

test('what is no attribute of a card does not become one', async () => {
  await t.open(quote('data-onclick="window.ran = true" data-onfocus="window.ran = true" data-autofocus data-tabindex="0" data-style="color: red" data-id="x" data-class="y" data-slot="z"'));
  await upgraded();
  assert.deepEqual(await t.run(() => {
    const card = document.querySelector('article-card');
    card.click();
    card.focus();
    return [card.getAttributeNames(), window.ran];
  }), [['src'], null]);
});

test('without the script, or with a story that is not there, the quotation is read', async () => {
  await t.open(quote(), { script: null });
  assert.ok(await t.run(() => document.querySelector('blockquote a').getClientRects().length));
  await t.open(quote().replace('/story.json', '/missing.json'));
  await t.event('article-card:error');
  assert.ok(await t.run(() => document.querySelector('article-card blockquote a').getClientRects().length));
});

test('one that a page adds later becomes a card, and so does one that is moved, once', async () => {
  await t.open('<main></main><aside></aside>');
  await t.run((html) => { document.querySelector('main').innerHTML = `<div><div>${html}</div></div>`; }, quote());
  await upgraded('main article-card');
  await t.run(() => document.querySelector('aside').append(document.querySelector('main > div')));
  await upgraded('aside article-card');
  assert.deepEqual(await t.run(() => [document.querySelectorAll('article-card').length, document.querySelectorAll('blockquote').length]), [1, 1]);
});

test('in a shadow root of the page it becomes one when the page asks', async () => {
  await t.open('<div id="host"></div>');
  await t.until(() => customElements.get('article-card'));
  const drawn = await t.run((html) => {
    const root = document.querySelector('#host').attachShadow({ mode: 'open' });
    root.innerHTML = html;
    customElements.get('article-card').scan(root);
    return root.querySelector('article-card > blockquote') !== null;
  }, quote());
  assert.ok(drawn);
  await t.until(() => document.querySelector('#host').shadowRoot.querySelector('article-card').shadowRoot.querySelector('[part=headline]'));
});

test('a feed is asked for by its class', async () => {
  await t.open(quote().replace('class="article-card"', 'class="article-feed"'));
  await t.drawn('article-feed');
});

const line = '<article-card src="/story.json"><a href="/story">Ferry returns</a> <span>— The Harbour</span></article-card>';
for (const [name, html] of Object.entries({
  'in a paragraph': `<p>${line}</p>`,
  'with the line breaks of an editor': `<p>${line.replace('><a', '>\n<a')}\n</p>`,
  'with line breaks as tags': line.replace(' <span>', '<br>\n<span>'),
  'in an editor’s block': `<div class="wp-block-html"><p></p>${line}<p></p></div>`,
})) {
  test(`pasted ${name}, the fallback stays in the card`, async () => {
    await t.open(html);
    await upgraded();
    assert.equal(await t.run(() => document.querySelector('article-card').textContent.replace(/\s+/g, ' ').trim()), 'Ferry returns — The Harbour');
  });
}

test('an address whose ampersands a system has escaped is the same address', async () => {
  t.route('/escaped.json', { json: article({ headline: 'Ferry returns' }) });
  await t.open('<article-card src="/escaped.json?a=1&amp;b=2"><a href="/story">x</a></article-card>');
  await upgraded();
  assert.equal(t.server.count('/escaped.json'), 1);
});
