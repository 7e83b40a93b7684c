// Show more, plainly: a real button, the rest of the body behind it, nobody loses their place.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { fixture } from './harness.mjs';
import { article, inScript, longArticle, longBody } from './stories.mjs';

const t = fixture();
const inline = (json, attributes = '') => `<article-card${attributes}><script type="application/json">${inScript(json)}</script></article-card>`;
const open = async (json = longArticle(), attributes = '') => {
  await t.open(inline(json, attributes));
  await t.drawn();
};
/** What a reader can tell of the body's fold. */
const state = () => t.inside('article-card', (root) => {
  const button = root.querySelector('[part=toggle]');
  const rest = root.getElementById(button.getAttribute('aria-controls'));
  const seen = (element) => element.getBoundingClientRect().width > 1 && getComputedStyle(element).clipPath === 'none';
  return {
    open: button.getAttribute('aria-expanded') === 'true',
    attribute: root.host.hasAttribute('expanded'),
    shown: rest.firstElementChild.checkVisibility(),
    says: [...button.children].filter(seen).map((child) => child.textContent).join(),
  };
});
const closed = { open: false, attribute: false, shown: false, says: 'Show more' };
const opened = { open: true, attribute: true, shown: true, says: 'Show less' };
const toggles = async () => (await t.log('article-card:toggle')).map((entry) => entry.detail);
/** Goes on with Tab until the focus is on a part. */
const tabTo = async (part) => {
  for (let stops = 0; stops < 15; stops++) {
    await t.press(Key.TAB);
    if (await t.focused() === part) return;
  }
  assert.fail(`the Tab key does not come to ${part}`);
};

test('a long body opens with its first blocks and a button that says what it does', async () => {
  await open();
  assert.deepEqual(await state(), closed);
  const button = await t.part('article-card', 'toggle');
  assert.equal(await button.getAriaRole(), 'button');
  const name = await button.getAccessibleName();
  assert.ok(name.startsWith('Show more') && name.endsWith('A headline'), `heard: ${name}`);
  assert.deepEqual(await t.run((e) => [e.localName, e.type, e.disabled], button), ['button', 'button', false]);
  const split = await t.inside('article-card', (root) => {
    const [body, rest] = [root.querySelector('[part=body]'), root.querySelector('[part=body] > [part=rest]')];
    return { lead: [...body.children].filter((child) => child !== rest).map((child) => child.textContent), rest: [...rest.children].map((child) => child.localName), last: body.lastElementChild === rest };
  });
  assert.ok(split.lead.length > 1, 'something to read stays');
  assert.deepEqual(split.lead, longBody.slice(0, split.lead.length).map((block) => block.text), 'whole blocks stay');
  assert.equal(split.lead.length + split.rest.length, longBody.length + 1, 'whole blocks fold away, none is lost');
  assert.ok(split.last);
});

test('a click opens and closes it, with an event and the attribute', async () => {
  await open();
  const button = await t.part('article-card', 'toggle');
  await t.click('article-card', 'toggle');
  assert.deepEqual(await state(), opened);
  assert.match(await button.getAccessibleName(), /^Show less/);
  await t.click('article-card', 'toggle');
  assert.deepEqual(await state(), closed);
  assert.ok(await t.run((e) => e === document.querySelector('article-card').shadowRoot.querySelector('[part=toggle]'), button), 'the same button');
  assert.deepEqual(await toggles(), [{ expanded: true, cause: 'user' }, { expanded: false, cause: 'user' }]);
  const [event] = await t.log('article-card:toggle');
  assert.deepEqual([event.bubbles, event.composed], [true, true]);
});

for (const [name, key] of [['Enter', Key.ENTER], ['Space', Key.SPACE]]) {
  test(`the keyboard does the same: ${name}; the focus stays on the button`, async () => {
    await open();
    await tabTo('toggle');
    await t.press(key);
    assert.deepEqual(await state(), opened);
    assert.equal(await t.focused(), 'toggle');
    await t.press(key);
    assert.deepEqual(await state(), closed);
    assert.equal(await t.focused(), 'toggle');
    assert.equal((await toggles()).length, 2);
  });
}

test('the Tab key passes by what is folded away, and stops there once it is open', async () => {
  await open();
  const next = async () => {
    await t.inside('article-card', (root) => root.querySelector('[part=headline-link]').focus());
    await t.press(Key.TAB);
    return t.inside('article-card', (root) => root.activeElement?.closest('[part=rest], [part=toggle]')?.getAttribute('part'));
  };
  assert.equal(await next(), 'toggle');
  await t.click('article-card', 'toggle');
  assert.equal(await next(), 'rest');
});

test('a click on the words inside the button works as one on the button', async () => {
  await open();
  await t.inside('article-card', (root) => root.querySelector('[part=toggle] .more').click());
  assert.deepEqual(await state(), opened);
});

test('a card that says expanded starts open', async () => {
  await open(longArticle(), ' expanded');
  assert.deepEqual(await state(), opened);
  assert.deepEqual(await toggles(), [], 'nothing was toggled');
  await t.click('article-card', 'toggle');
  assert.deepEqual(await state(), closed);
});

test('text that the browser finds opens the body: cause find', async () => {
  await open();
  await t.inside('article-card', (root) => {
    root.querySelector('[part=body] > [part=rest]').dispatchEvent(new Event('beforematch', { bubbles: true }));
  });
  assert.deepEqual(await state(), opened);
  assert.deepEqual(await toggles(), [{ expanded: true, cause: 'find' }]);
});

test('what is folded away can be found by the browser, where it knows how', async () => {
  await open();
  const hidden = await t.inside('article-card', (root) => {
    const rest = root.querySelector('[part=body] > [part=rest]');
    return { attribute: rest.getAttribute('hidden'), knows: 'onbeforematch' in document.body, visibility: getComputedStyle(rest).contentVisibility, display: getComputedStyle(rest).display };
  });
  assert.equal(hidden.attribute, 'until-found');
  if (hidden.knows) assert.deepEqual([hidden.visibility, hidden.display === 'none'], ['hidden', false]);
  else assert.equal(hidden.display, 'none'); // plainly hidden
});

test('a short body does not fold, and neither does one where folding would hide next to nothing', async () => {
  await open(article());
  assert.equal((await t.parts()).toggle, undefined);
  await open(longArticle({ body: longBody.slice(0, 6) }));
  assert.equal((await t.parts()).toggle, undefined);
  assert.equal(await t.inside('article-card', (root) => root.querySelectorAll('[part=body] p').length), 6);
});

test('a heading is never the last thing before the fold', async () => {
  const body = longBody.flatMap((block, at) => [{ type: 'heading', text: `Heading ${at}` }, block]);
  await open(longArticle({ body }));
  assert.deepEqual(await state(), closed);
  const last = await t.inside('article-card', (root) => root.querySelector('[part=body] > [part=rest]').previousElementSibling.localName);
  assert.equal(last, 'p');
});

test('a long biography has a “Read more” of its own, which is not the body’s', async () => {
  const sentence = 'Runa Calloway has covered the docks and the boats for a long time. ';
  const authors = [{ name: 'Runa Calloway', bio: sentence.repeat(5).trim() }, { name: 'Mei Tarrant', bio: 'Short.' }];
  await open(longArticle({ authors }));
  assert.equal((await t.parts())['author-more'], 1);
  const bio = () => t.inside('article-card', (root) => {
    const button = root.querySelector('[part=author-more]');
    const rest = root.getElementById(button.getAttribute('aria-controls'));
    return [button.getAttribute('aria-expanded'), rest.checkVisibility() && rest.getBoundingClientRect().height > 5, !!rest.closest('[part=author-bio] p')];
  });
  assert.deepEqual(await bio(), ['false', false, true]);
  const button = await t.part('article-card', 'author-more');
  assert.match(await button.getAccessibleName(), /^Read more.* Runa Calloway$/);
  await t.click('article-card', 'author-more');
  assert.deepEqual(await bio(), ['true', true, true]);
  assert.match(await button.getAccessibleName(), /^Read less.* Runa Calloway$/);
  assert.deepEqual(await state(), closed, 'the body is as it was');
  assert.deepEqual(await toggles(), [], 'and its event was not fired');
  await t.click('article-card', 'author-more');
  assert.deepEqual(await bio(), ['false', false, true]);
  assert.equal(await t.text('article-card', 'author-bio'), authors[0].bio, 'one paragraph, open or not');
});

test('the words on the buttons are the host’s, before the article’s', async () => {
  await t.open(inline(longArticle({ labels: { showMore: 'Of the article', showLess: 'Fold it' } }), ` labels='{"showMore": "Of the host"}'`));
  await t.drawn();
  assert.equal((await state()).says, 'Of the host');
  await t.click('article-card', 'toggle');
  assert.equal((await state()).says, 'Fold it');
});

test('the pointer keeps its button: on opening it does not move away from what was read', async () => {
  await open();
  const top = () => t.inside('article-card', (root) => root.querySelector('[part=body] > p').getBoundingClientRect().top);
  const before = await top();
  await t.run(() => document.querySelector('article-card').shadowRoot.querySelector('[part=toggle]').click());
  assert.equal(await top(), before);
});
