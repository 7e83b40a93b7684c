// Every part of an article, as readers see and hear it; and no trace of what a document does not have.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';
import { fixture, project, shared } from './harness.mjs';
import { article, inScript } from './stories.mjs';

const t = fixture();
const story = (name) => JSON.parse(readFileSync(join(project, 'www/stories', name), 'utf8'));
// A long biography becomes two paragraphs: only the characters count.
const bare = (text) => text.replace(/\s+/g, '');
const inline = (json) => `<article-card><script type="application/json">${inScript(json)}</script></article-card>`;

const sample = shared && join(shared, 'samples/native/reference-article.json');
const absent = !(sample && existsSync(sample)) && 'skipped: reference-article.json is not at hand (ARTICLE_CARD_SHARED names its folder)';
// Its pictures are on a server that does not exist; ours stand in, because a picture that fails leaves with its caption.
const reference = () => {
  const json = JSON.parse(readFileSync(sample, 'utf8'));
  json.image.url = t.url('/pictures/harbour.svg');
  json.related[0].image.url = t.url('/pictures/library.svg');
  json.authors[0].avatar.url = t.url('/pictures/portrait-runa.svg');
  return json;
};
const openReference = async () => {
  const json = reference();
  t.route('/reference.json', { json });
  await t.open('<article-card src="/reference.json"></article-card>');
  await t.drawn();
  return json;
};

/** The strings of a document that readers see, with their paths. */
function* visible(value, path = '') {
  if (typeof value === 'string') yield [path, value];
  else if (value && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      if (!/^(schema|id|url|language|type|alt|feed|width|height)$/.test(key)) yield* visible(member, `${path}/${key}`);
    }
  }
}

test('every text of the reference article is in the card', { skip: absent }, async () => {
  const json = await openReference();
  const drawn = bare(await t.inside('article-card', (root) => root.textContent));
  for (const [path, text] of visible(json)) {
    // Excerpts are cut where they get long: publishers send the whole first screen.
    const expected = path.endsWith('/excerpt') ? text.slice(0, 250) : text;
    assert.ok(drawn.includes(bare(expected)), `${path} is missing: ${text}`);
  }
  const excerpt = await t.text('article-card', 'teaser-excerpt');
  assert.match(excerpt, /\S…$/, 'a cut excerpt says so');
});

test('the reference article has its parts, each once', { skip: absent }, async () => {
  const json = await openReference();
  const parts = await t.parts();
  for (const part of [
    'card', 'header', 'section', 'headline', 'headline-link', 'meta', 'reading-time', 'figure', 'image', 'caption', 'credit', 'body',
    'toggle', 'related', 'teaser', 'teaser-headline', 'teaser-link', 'teaser-excerpt', 'teaser-image', 'authors', 'author', 'avatar',
    'initials', 'avatar-image', 'author-name', 'author-role', 'author-bio', 'author-more', 'source', 'publisher', 'permalink',
  ]) assert.equal(parts[part], 1, `part ${part}`);
  for (const part of ['summary', 'published', 'updated', 'access', 'tags', 'corrections', 'logo', 'skeleton', 'failure']) {
    assert.equal(parts[part], undefined, `part ${part} has nothing to say here`);
  }
  const seen = await t.inside('article-card', (root) => {
    const one = (css) => root.querySelector(css);
    return {
      paragraphs: root.querySelectorAll('[part=body] p').length,
      section: [one('[part=section]').textContent, one('[part=section] a').href],
      headline: [one('[part=headline]').localName, one('[part=headline-link]').href],
      name: root.getElementById(one('article').getAttribute('aria-labelledby')).textContent,
      caption: one('figcaption[part=caption] [part=credit]').textContent,
      author: [one('[part=author-name] a').href, one('[part=author-name] a').rel, one('[part=author-role]').textContent],
      source: [one('[part=publisher] a').href, one('[part=permalink]').href],
    };
  });
  assert.equal(seen.paragraphs, 19);
  assert.deepEqual(seen.section, [json.section.name, json.section.url]);
  assert.deepEqual(seen.headline, ['h2', json.url]);
  assert.equal(seen.name, json.headline);
  assert.equal(seen.caption, json.image.credit);
  assert.equal(seen.author[0], json.authors[0].url);
  assert.match(seen.author[1], /\bauthor\b/);
  assert.equal(seen.author[2], json.authors[0].role);
  assert.deepEqual(seen.source, [json.publisher.url, json.url]);
});

test('the reading time is seen as “3 min read” and heard as “3 minute read”', { skip: absent }, async () => {
  await openReference();
  assert.deepEqual(await t.inside('article-card', (root) => {
    const part = root.querySelector('[part=reading-time]');
    const [seen, heard] = [part.querySelector('[aria-hidden=true]'), part.querySelector('.sr')];
    return { seen: seen.textContent, heard: heard.textContent, others: part.children.length - 2, clipped: getComputedStyle(heard).clipPath };
  }), { seen: '3 min read', heard: '3 minute read', others: 0, clipped: 'inset(50%)' });
});

test('pictures say nothing that is printed beside them', { skip: absent }, async () => {
  await openReference();
  const alts = await t.inside('article-card', (root) =>
    Object.fromEntries([...root.querySelectorAll('img')].map((image) => [image.part[0], image.getAttribute('alt')])));
  assert.deepEqual(alts, { image: '', 'teaser-image': '', 'avatar-image': '' });
});

test('alt equal to headline, or one that says it is a picture: ""', async () => {
  for (const [alt, expected] of [['A headline', ''], ['a HEADLINE ', ''], ['Article image', ''], ['A lighthouse at dusk', 'A lighthouse at dusk']]) {
    t.route('/alt.json', { json: article({ image: { url: t.url('/pictures/lighthouse.svg'), alt } }) });
    await t.open('<article-card src="/alt.json"></article-card>');
    await t.drawn();
    assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=image]').getAttribute('alt')), expected, alt);
  }
});

test('teaser has exactly one tab stop', async () => {
  const related = { url: 'https://publisher.example/other', headline: 'Another story', excerpt: 'How it began.', section: 'Harbour', image: { url: t.url('/pictures/library.svg') } };
  t.route('/teaser.json', { json: article({ related: [related, { ...related, url: 'https://publisher.example/third', headline: 'A third one' }] }) });
  await t.open('<article-card src="/teaser.json"></article-card><a id="end" href="#">The end</a>');
  await t.drawn();
  const stops = [];
  while (stops.length < 9) {
    await t.press(Key.TAB);
    if (await t.run(() => document.activeElement.id === 'end')) break;
    stops.push(await t.inside('article-card', ({ activeElement: focused }) => focused.closest('[part=teaser]')?.textContent.match(/Another story|A third one/)[0]));
  }
  assert.deepEqual(stops, ['Another story', 'A third one']);
});

test('the Tab key stops once at each thing, and once in the teaser', { skip: absent }, async () => {
  await openReference();
  await t.run(() => document.querySelector('article-card').insertAdjacentHTML('afterend', '<a id="end" href="#">The end</a>'));
  const stops = [];
  while (stops.length < 20) {
    await t.press(Key.TAB);
    if (await t.run(() => document.activeElement.id === 'end')) break;
    stops.push(await t.inside('article-card', ({ activeElement: focused }) =>
      ({ part: focused?.closest('[part]').getAttribute('part'), teaser: !!focused?.closest('[part=related]') })));
  }
  assert.deepEqual(stops.map((stop) => stop.part), [
    'section', 'headline-link', 'toggle', 'teaser-link', 'author-name', 'author-more', 'publisher', 'permalink',
  ]);
  assert.equal(stops.filter((stop) => stop.teaser).length, 1);
});

test('“Read more” is heard with the author’s name', { skip: absent }, async () => {
  const json = await openReference();
  const button = await t.part('article-card', 'author-more');
  const seen = await t.run((e) => [...e.children].filter((child) =>
    child.getBoundingClientRect().width > 1 && getComputedStyle(child).clipPath === 'none').map((child) => child.textContent), button);
  assert.deepEqual(seen, [json.labels.authorMore]);
  const name = await button.getAccessibleName();
  assert.ok(name.startsWith('Read more') && name.includes(json.authors[0].name), `the name is “${name}”`);
  assert.equal(await button.getAriaRole(), 'button');
});

test('an article of headline and text has those parts and no others', async () => {
  await t.open('<article-card src="/stories/minimal.json"></article-card>');
  await t.drawn();
  assert.deepEqual(await t.parts(), { card: 1, header: 1, headline: 1, meta: 1, 'reading-time': 1, body: 1 });
  assert.equal(await t.inside('article-card', (root) => root.querySelectorAll('a, img, button, :empty:not(slot)').length), 0);
});

test('tags in text fields are shown as they were typed', async () => {
  const json = story('markup.json');
  await t.open('<article-card src="/stories/markup.json" base="/"></article-card>');
  await t.drawn();
  assert.equal(await t.text('article-card', 'headline'), json.headline);
  assert.equal(await t.text('article-card', 'summary'), json.summary);
  assert.equal(await t.text('article-card', 'credit'), json.image.credit);
  assert.equal(await t.text('article-card', 'author-name'), json.authors[0].name);
  assert.deepEqual(await t.inside('article-card', (root) => [...root.querySelectorAll('[part=tag]')].map((tag) => tag.textContent)), json.tags);
  const paragraphs = await t.inside('article-card', (root) => [...root.querySelectorAll('[part=body] p')].map((p) => p.textContent));
  assert.deepEqual(paragraphs, [
    json.body[0].text, 'A paragraph given as HTML does not: this is bold, and so is 5 < 7 & 9 > 3.', json.body[2].text,
  ]);
  assert.equal(await t.part('article-card', 'image').then((image) => image.getAttribute('alt')), json.image.alt);
  const elements = await t.inside('article-card', (root) => [...root.querySelectorAll('b, em, u, strong, script, studio')].map((element) => element.outerHTML));
  assert.deepEqual(elements, ['<b>this is bold</b>'], 'where HTML was meant, and nowhere else');
});

test('HTML is shown as the policy leaves it, and nothing in it runs', async () => {
  const attack = (n) => `Before <img src="/missing.png" onerror="window.ran=${n}"><script>window.ran=${n}</script>` +
    `<svg onload="window.ran=${n}"></svg><a href="javascript:window.ran=${n}">a link</a><iframe srcdoc="<script>top.ran=${n}</script>"></iframe> after`;
  const body = [
    { type: 'paragraph', html: attack(1) }, { type: 'html', html: `<p>${attack(2)}</p>` }, { type: 'heading', html: attack(3) },
    { type: 'list', items: [{ html: attack(4) }] }, { type: 'paragraph', text: attack(5) },
  ];
  await t.open(inline(article({ headline: attack(6), bodyText: undefined, body })) + inline(article({ bodyText: undefined, bodyHtml: attack(7) })));
  await t.drawn('article-card:last-of-type');
  await t.frames();
  const result = await t.run(() => [...document.querySelectorAll('article-card')].map(({ shadowRoot }) => ({
    live: shadowRoot.querySelectorAll('img, script, svg, iframe, a').length,
    handlers: [...shadowRoot.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on')),
    paragraph: shadowRoot.querySelector('[part=body] p').textContent.replace(/\s+/g, ' '),
  })));
  for (const { live, handlers, paragraph } of result) {
    assert.equal(live, 0);
    assert.deepEqual(handlers, []);
    assert.match(paragraph, /^Before .*a link.* after$/);
    assert.doesNotMatch(paragraph, /onerror|window\.ran/);
  }
  assert.equal(await t.run(() => window.ran ?? 'nothing'), 'nothing');
});

test('each type of block is the element it means', async () => {
  await t.open('<article-card src="/stories/blocks.json" base="/" expanded></article-card>');
  await t.drawn();
  const text = await t.inside('article-card', (root) => {
    const all = (css) => [...root.querySelectorAll(`[part=body] ${css}`)].map((element) => element.textContent.replace(/\s+/g, ' ').trim());
    return {
      h3: all('h3[part=heading]'), h4: all('h4[part=heading]'), h5: all('h5[part=heading]'), quote: all('figure[part~=quote] > blockquote'),
      cite: all('figure[part~=quote] > figcaption > cite'), nested: all('ul > li > ul > li > ul > li'), ordered: all('ol > li > ol > li'),
      inset: all('figure[part~="inset"] > figcaption'), wide: all('figure[part~="wide"] > figcaption'),
      gallery: all('figure[part=gallery] [part=gallery-items] > figure'), media: all('[part=media] [part=media-title] > a[href]'),
      kinds: all('[part=media-kind]'), caption: all('table > caption'), head: all('thead th[scope=col], thead td'), rows: all('tbody tr').length,
      code: all('pre[part=code] > code'), related: all('aside[part=related] [part=teaser-link]'), aside: all('aside[part=aside] > [part=aside-title]'),
      hr: all('hr').length,
    };
  });
  assert.deepEqual(text.h3, ['What the survey found', 'The order of work', 'Hear and see it', 'What it cost']);
  assert.deepEqual([text.h4, text.h5], [['Below the waterline'], ['And above it']]);
  assert.equal(text.quote.length, 3, 'a block quote, a pull quote and the fallback of an unknown type');
  assert.deepEqual(text.cite, ['Harriet Okoro-Lund, foreman', 'The Harbour Post readers’ poll']);
  assert.deepEqual(text.nested, ['The side she was moored on for nine years']);
  assert.deepEqual(text.ordered, ['Weld from the keel upwards', 'Test every seam with dye']);
  assert.match(text.inset[0], /^The bell buoy/);
  assert.match(text.wide[0], /^The turbines/);
  assert.equal(text.gallery.length, 4);
  assert.deepEqual(text.media, ['The launch, in ninety seconds', 'What thirty-four metres of silence sounds like', 'The route to Skerrow']);
  assert.match(text.kinds.join(), /^Video.*,Audio.*,From another site/);
  assert.deepEqual([text.caption, text.rows], [['The refit, in thousands'], 6]);
  assert.deepEqual(text.head, ['Item', 'Planned', 'Spent']);
  assert.match(text.code[0], /^00:04 arm locked/);
  assert.equal(text.related.length, 2);
  assert.deepEqual([text.aside, text.hr], [['The Kittiwake in figures'], 1]);
});

test('tables scroll by keyboard, code keeps its lines, unknown blocks fall back or leave no trace', async () => {
  await t.open('<article-card src="/stories/blocks.json" base="/" expanded></article-card>');
  await t.drawn();
  const seen = await t.inside('article-card', (root) => {
    const box = root.querySelector('[part=table]');
    const span = root.querySelector('td[colspan]');
    return {
      table: [box.getAttribute('role'), box.tabIndex, box.getAttribute('aria-label')],
      cells: [span.colSpan, span.part[0], root.querySelector('tbody th').getAttribute('scope'), root.querySelector('thead td, thead th:last-child').part[0]],
      lines: root.querySelector('pre').textContent.split('\n').length,
      unknown: /High water at Merrowick/.test(root.textContent),
      repeated: root.querySelector('[part~=pull]').getAttribute('aria-hidden'),
      confetti: /confetti/i.test(root.textContent),
    };
  });
  assert.deepEqual(seen, {
    table: ['group', 0, 'The refit, in thousands'], cells: [2, 'center', 'row', 'end'], lines: 4, unknown: true,
    repeated: null, confetti: false,
  });
});
