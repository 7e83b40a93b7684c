// When cards are drawn: in turns where many are wanted at once, and ahead of their readers where the page is idle.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { engine, fixture, gate } from './harness.mjs';
import { article, inScript } from './stories.mjs';

const t = fixture({ routes: { '/story.json': { json: article() } } });
const inline = (attributes = '') => `<article-card ${attributes}><script type="application/json">${inScript(article())}</script></article-card>`;
const far = '<div style="height: 9000px"></div>';
const drawn = () => t.run(() => [...document.querySelectorAll('article-card')].filter((card) => card.shadowRoot?.querySelector('[part=card]')).length);
/** When nothing has been drawn for some idle moments. */
const settled = () => t.run(() => new Promise((done) => {
  let last = -1, quiet = 0;
  const look = () => {
    const now = [...document.querySelectorAll('article-card')].filter((card) => card.shadowRoot?.querySelector('[part=card]')).length;
    quiet = now === last ? quiet + 1 : 0;
    last = now;
    if (quiet > 20) done(true);
    else if (self.requestIdleCallback) requestIdleCallback(look);
    else requestAnimationFrame(look);
  };
  look();
}));

test('cards whose data is at hand are drawn while the page is idle, fifty at most, so that searching finds them', async () => {
  await t.open(far + inline().repeat(70));
  await t.until(() => customElements.get('article-card'));
  if (engine === 'webkit') {
    await settled();
    return assert.equal(await drawn(), 0, 'WebKitGTK does not tell when it is idle: cards are drawn when they come near');
  }
  await t.until(() => [...document.querySelectorAll('article-card')].filter((card) => card.shadowRoot.querySelector('[part=card]')).length === 50);
  await settled();
  assert.equal(await drawn(), 50);
  await t.run(() => document.querySelector('article-card:last-child').scrollIntoView());
  await t.until(() => document.querySelector('article-card:last-child').shadowRoot.querySelector('[part=card]'));
});

test('what would have to be fetched, and what stands in a closed panel, waits for its reader', async () => {
  await t.open(`${far}<article-card src="/story.json"></article-card><div style="display: none">${inline('id="closed"')}</div>${inline('id="open"')}`);
  await t.until(() => customElements.get('article-card'));
  if (engine !== 'webkit') await t.drawn('#open');
  await settled();
  assert.equal(t.server.count('/story.json'), 0);
  assert.equal(await t.run(() => !!document.querySelector('#closed').shadowRoot.querySelector('[part=card]')), false);
});

test('cards that are wanted at once are drawn in tasks of their own where drawing takes long', async () => {
  // A clock by which each look at it takes longer than a card may, and messages that are counted: each is a task.
  const head = `<script>
    const begun = performance.now();
    let looks = 0, tasks = 0;
    performance.now = () => begun + ++looks * 20;
    const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
    Object.defineProperty(MessagePort.prototype, 'onmessage', { set(work) { set.call(this, (event) => { tasks += 1; work(event); }); } });
    window.drawnIn = [];
    addEventListener('article-card:load', () => drawnIn.push(tasks));
  </script>`;
  await t.open(inline('loading="eager"').repeat(5), { head });
  await t.until(() => window.drawnIn.length === 5);
  const tasks = await t.run(() => window.drawnIn);
  assert.equal(new Set(tasks).size, 5, tasks.join());
});

test('a card in view is drawn before the next frame is made', async () => {
  await t.open(inline());
  await t.drawn();
  const drawn = await t.run((html) => new Promise((done) => {
    document.body.insertAdjacentHTML('afterbegin', html);
    requestAnimationFrame(() => done(!!document.querySelector('article-card').shadowRoot.querySelector('[part=card]')));
  }), inline());
  assert.equal(drawn, true);
});

test('a card keeps room before it is drawn, so that those far down the page stay far', async () => {
  const asked = Array.from({ length: 60 }, (_, at) => `<article-card src="/story.json?${at}"></article-card>`).join('');
  await t.open(asked);
  await t.drawn();
  await settled();
  const heights = await t.run(() => [...document.querySelectorAll('article-card')].map((card) => card.getBoundingClientRect().height));
  assert.ok(Math.min(...heights.slice(10)) > 300, heights.join());
  assert.ok(await drawn() < 10, `${await drawn()} are drawn`);
});

test('so does one that has a link, while its story is on its way', async () => {
  const hold = gate();
  const cards = Array.from({ length: 60 }, (_, at) => {
    t.route(`/held-${at}.json`, { json: article(), hold: hold.promise });
    return `<article-card src="/held-${at}.json"><a href="https://publisher.example/">The story</a></article-card>`;
  });
  await t.open('<main></main>');
  await t.run((html) => { document.querySelector('main').innerHTML = html; }, cards.join(''));
  await t.until(() => document.querySelector('article-card').getAttribute('aria-busy') === 'true');
  await settled();
  const [begun, least] = await t.run(() => {
    const cards = [...document.querySelectorAll('article-card')];
    return [cards.filter((card) => card.hasAttribute('aria-busy')).length, Math.min(...cards.map((card) => card.getBoundingClientRect().height))];
  });
  hold.open();
  assert.ok(begun < 10 && least > 300, `${begun} have begun, ${least} px`);
});
