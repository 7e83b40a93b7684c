// What becomes of cards that a server has written, after their script has taken them over.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taken, watch } from './adopted.mjs';
import { rendered } from './command.mjs';
import { engine, fixture, gate } from './harness.mjs';
import { article, feed, longArticle } from './stories.mjs';

const t = fixture();
const children = () => t.run(() => [...document.querySelector('article-card, article-feed').shadowRoot.children].map((child) => child.getAttribute('part') ?? child.localName));
const headlines = () => t.inside('article-card, article-feed', (root) => [...root.querySelectorAll('[part=headline]')].map((one) => one.textContent));

test('a script that was there before the parser takes over what that leaves', { skip: engine === 'webkit' && 'it runs no module before the page has come' }, async () => {
  const card = (headline) => rendered(article({ headline }));
  // The parser meets the second card when the element is defined, and leaves its template where it is.
  const rest = gate();
  t.route('/defined', (_, response) => {
    rest.open();
    response.end();
  });
  t.route('/slow.html', {
    type: 'text/html; charset=utf-8',
    body: (async function* () {
      yield `<!doctype html><html lang="en"><head><script src="/record.js"></script><script>customElements.whenDefined('article-card').then(() => fetch('/defined'))</script><script type="module" async src="/dist/article-card.js"></script></head><body>${card('One')}<p></p>`;
      await rest.promise;
      yield `${card('Two')}<script>host = document.querySelectorAll('article-card')[1]; inside = host.querySelector('template').content.querySelector('article')</script></body></html>`;
    })(),
  });
  await t.open('/slow.html');
  await t.event('article-card:load', 1);
  assert.deepEqual(await t.run(() => [host.shadowRoot.querySelector('article') === inside, host.querySelector('template'), host.shadowRoot.querySelector('[part=headline]').textContent]), [true, null, 'Two']);
});

test('cards that a script puts in as HTML show at once what the server wrote', async () => {
  await t.open('<div></div>');
  await t.until(() => customElements.get('article-card'));
  await t.run((html) => {
    document.querySelector('div').innerHTML = html;
    window.host = document.querySelector('article-card');
    window.stands = host.shadowRoot.querySelector('article'); // in the same turn
  }, rendered(longArticle(), '--collapse'));
  await t.event('article-card:load');
  assert.equal(await t.run(() => stands && stands === host.shadowRoot.querySelector('article') && stands.querySelector('[part=fold]') !== null), true);
});

test('after a failure it is drawn as any other: nothing of the failure stays', async () => {
  await taken(t, rendered(article()));
  await t.run(() => { host.setAttribute('src', '/nothing.json'); host.data = '{'; });
  await t.event('article-card:error');
  await t.run(() => { host.data = { schema: 'article-card/1', headline: 'Again' }; });
  await t.until(() => host.shadowRoot.querySelector('[part=headline]')?.textContent === 'Again');
  assert.deepEqual(await children(), ['card']);

  await taken(t, rendered(feed([{ headline: 'One' }])));
  await t.run(() => { host.data = { schema: 'article-feed/1', items: [] }; });
  await t.event('article-card:load', 1);
  await t.run(() => { host.data = { schema: 'article-feed/1', items: [{ headline: 'Two' }] }; });
  await t.until(() => host.shadowRoot.querySelector('[part=headline]')?.textContent === 'Two');
  assert.deepEqual(await children(), ['feed']);
});

test('dates are the server\'s until something is asked for that needs others', async () => {
  const story = article({ datePublished: '2026-01-31T23:30:00Z', url: 'https://publisher.example/a' });
  await taken(t, rendered(story, '--time-zone', 'UTC'));
  assert.equal(await t.text('article-card', 'published'), 'January 31, 2026');
  await t.run(() => host.setAttribute('time-zone', 'Asia/Tokyo'));
  await t.until(() => host.shadowRoot.querySelector('[part=published]').textContent === 'February 1, 2026');
});

test('another document is another card: what a reader has opened of the first says nothing of it', async () => {
  const story = (headline) => article({ headline, warning: 'It is sad.' });
  await taken(t, rendered(story('One')));
  await t.run(() => { host.shadowRoot.querySelector('[part=warning]').open = true; host.setAttribute('heading-level', '3'); });
  await t.until(() => host.shadowRoot.querySelector('h3'));
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=warning]').open), true, 'of the same it does');
  await t.run((data) => { host.data = data; }, story('Two'));
  await t.until(() => host.shadowRoot.querySelector('[part=headline]').textContent === 'Two');
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=warning]').open), false);
});

test('what a reader has closed before the script stays closed', async () => {
  const html = '<p>a</p><details open><summary>b</summary><p>c</p></details>';
  await t.open(`${rendered(article({ bodyText: undefined, bodyHtml: html }))}${watch}<script>host.shadowRoot.querySelector('details').open = false</script>`);
  await t.event('article-card:load');
  await t.frames();
  assert.equal(await t.inside('article-card', (root) => root.querySelector('details').open), false);
});

test('new stories leave the others as they are, and open what is open', async () => {
  const paragraphs = Array.from({ length: 12 }, (_, at) => ({ type: 'paragraph', text: `Paragraph ${at} of a story that goes on for long enough to fold.` }));
  const story = (id) => ({ id, headline: id, datePublished: '2026-01-31T09:30:00+02:00', body: paragraphs });
  const first = feed([story('One'), story('Two')]);
  t.route('/fresh.json', { json: first });
  await taken(t, rendered(first, '--collapse', '--src', '/fresh.json'));
  await t.run(() => {
    [window.one, window.two] = host.shadowRoot.querySelectorAll('[part~=item]');
    one.querySelector('[part=fold]').open = true;
    host.setAttribute('refresh', '30');
  });
  const changed = story('One');
  changed.summary = 'Now with a summary.';
  t.route('/fresh.json', { json: feed([story('New'), changed, story('Two')]) });
  await t.run(() => {
    // Time goes by: as a script of the page, Firefox keeps others apart.
    const script = document.createElement('script');
    script.textContent = 'Date.now = ((now) => () => now + 200_000)(Date.now()); document.dispatchEvent(new Event("visibilitychange"))';
    document.head.append(script);
  });
  await t.until(() => host.shadowRoot.querySelector('[part=new]'));
  await t.click('article-feed', 'new');
  await t.until(() => host.shadowRoot.querySelectorAll('[part~=item]').length === 3);
  assert.deepEqual(await headlines(), ['New', 'One', 'Two']);
  assert.deepEqual(await t.run(() => {
    const [, nowOne, nowTwo] = host.shadowRoot.querySelectorAll('[part~=item]');
    return [nowOne !== one, nowOne.querySelector('[part=fold]').open, nowTwo === two];
  }), [true, true, true]);
});

test('where the words of its language cannot be had, those of the server stay', async () => {
  t.route('/dist/lang/de.js', { status: 404 });
  const story = longArticle({ language: 'de', headline: 'Zu spät' });
  const { changes } = await taken(t, rendered(story, '--collapse'));
  assert.deepEqual(changes, []);
  const { detail } = await t.event('article-card:load');
  assert.match(detail.warnings[0].message, /no words in de/);
});

test('a feed shows no button that does nothing', async () => {
  const more = { more: { url: 'https://publisher.example/next.json' } };
  await t.open(rendered(feed([{ headline: 'One' }], more), '--src', '/nothing.json'));
  await t.event('article-card:error');
  assert.equal(await t.inside('article-feed', (root) => root.querySelector('[part=more]').checkVisibility({ visibilityProperty: true })), false);
});

test('what others have put into the shadow root gives way; a film that plays does not', async () => {
  const html = rendered(article()).replace('</style>', '</style>Loading <p>…</p>').replace('</article></template>', '</article><div>more</div></template>');
  await taken(t, html);
  assert.deepEqual(await children(), ['style', 'card']);
  const wrapped = rendered(article()).replace('<article part="card"', '<div><article part="card"').replace('</article></template>', '</article></div></template>');
  await taken(t, wrapped);
  assert.deepEqual(await children(), ['style', 'card']);

  const film = { type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', title: 'A film' };
  await taken(t, rendered(article({ bodyText: undefined, body: [film, { type: 'paragraph', text: 'After it.' }] })), { headers: { 'content-security-policy': "frame-src 'none'" } });
  await t.click('article-card', 'play');
  await t.run(() => { window.player = host.shadowRoot.querySelector('[part=player]'); host.setAttribute('heading-level', '4'); });
  await t.until(() => host.shadowRoot.querySelector('h4'));
  assert.equal(await t.run(() => player !== null && host.shadowRoot.querySelector('[part=player]') === player), true);
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=body] > p').textContent), 'After it.');
});

test('a listener that changes the card while it is taken over spoils nothing', async () => {
  const story = longArticle({ url: 'https://publisher.example/a' });
  t.route('/newer.json', { json: { ...story, publisher: undefined } });
  await t.open(`${rendered(story, '--src', '/newer.json')}${watch}<script>
    const { shadowRoot } = host;
    shadowRoot.querySelector('[part=publisher] a').focus();
    shadowRoot.addEventListener('focusout', () => shadowRoot.querySelector('[part=source]')?.remove());
  </script>`);
  await t.event('article-card:load');
  assert.deepEqual(await t.log('article-card:error'), []);
  assert.equal(await t.text('article-card', 'publisher'), 'Published by publisher.example');
  await t.run(() => host.remove());
  assert.equal(await t.run(() => customElements.get('article-card').mounts), 0);
});

test('a template with anything in it that no card has stays a template', async () => {
  await t.open('<div></div>');
  await t.until(() => customElements.get('article-card'));
  const good = rendered(article());
  for (const bad of [
    '<img src="/x" onerror="window.__pwned = 1">', '<script>window.__pwned = 1</script>', '<iframe srcdoc="<script>parent.__pwned = 1</script>"></iframe>',
    '<svg><animate onbegin="window.__pwned = 1"></svg>', '<a href="java\nscript:window.__pwned = 1">a</a>', '<p style="position: fixed; inset: 0">a</p>',
    '<link rel="modulepreload" href="/x.js">', '<template><p>a</p></template>',
  ]) {
    const html = good.replace('</article></template>', `</article>${bad}</template>`);
    const seen = await t.run((html) => new Promise((done) => {
      const box = document.querySelector('div');
      box.addEventListener('article-card:load', ({ target: { shadowRoot, children } }) => done([shadowRoot.children.length, children[0].localName, window.__pwned ?? 0]), { once: true });
      box.innerHTML = html;
    }), html);
    assert.deepEqual(seen, [1, 'template', 0], bad);
  }
});
