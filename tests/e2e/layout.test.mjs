// What drawing costs the page around a card.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { longArticle } from './stories.mjs';

const t = fixture();

// Each of these makes the browser lay out all that was drawn before: with a hundred cards that took half of the time.
const measuring = `<script>
  self.measured = [];
  const count = (object, name) => {
    const own = Object.getOwnPropertyDescriptor(object, name);
    const read = own.get ?? own.value;
    const counted = function (...all) { measured.push(name); return read.apply(this, all); };
    Object.defineProperty(object, name, own.get ? { ...own, get: counted } : { ...own, value: counted });
  };
  for (const name of ['scrollX', 'scrollY', 'pageXOffset', 'pageYOffset', 'innerWidth', 'innerHeight']) count(self, name);
  for (const name of ['getBoundingClientRect', 'clientWidth', 'clientHeight', 'scrollTop', 'scrollHeight']) count(Element.prototype, name);
  for (const name of ['offsetWidth', 'offsetHeight', 'offsetTop']) count(HTMLElement.prototype, name);
</script>`;

test('drawing cards asks for nothing that makes the browser lay out the page', async () => {
  await t.open('<p>A page</p>', { head: measuring });
  await t.until(() => !!customElements.get('article-card'));
  const measured = await t.run(async (story) => {
    scrollY; // so that it is known to be noticed
    const noticed = measured.splice(0);
    const cards = [1, 2, 3].map((index) => Object.assign(document.createElement('article-card'), { data: story, id: `story-${index}` }));
    for (const card of cards) card.setAttribute('loading', 'eager');
    const drawn = cards.map((card) => new Promise((done) => card.addEventListener('article-card:load', done)));
    document.body.append(...cards);
    await Promise.all(drawn);
    return { noticed: noticed.includes('scrollY'), asked: measured };
  }, longArticle());
  assert.deepEqual(measured, { noticed: true, asked: [] });
});
