// Addresses are checked and written by Rust of our own. Here each is compared with what the browser's own URL makes of it:
// a link leads exactly there, or it is none, for a reason that is written down in reference/links.js.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixture, shared } from './harness.mjs';
import { bodies } from './samples.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const t = fixture({ roots: { '/reference/': join(here, 'reference') } });
const page = `<main></main><script type="module">
  import '/dist/article-card.js';
  import { link, picture } from '/reference/links.js';

  const base = 'https://publisher.example/2026/story/?a=b#c';
  const escaped = (text) => text.replace(/[&"<>]/g, (c) => '&#' + c.charCodeAt(0) + ';');
  /** What look finds in the body that html becomes: at once, before pictures fail. */
  const draw = (html, look) => new Promise((resolve) => {
    const card = document.createElement('article-card');
    card.setAttribute('loading', 'eager');
    card.addEventListener('article-card:load', () => resolve(look(card.shadowRoot.querySelector('[part=body]'))));
    card.data = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', url: base, title: 'A headline', content_html: html }] };
    document.querySelector('main').replaceChildren(card);
  });

  /** What the card makes of each address, in order: as links, or as pictures. */
  const made = {
    link: (texts) => draw(texts.map((text, at) => '<p><code>' + at + '</code> <a href="' + escaped(text) + '">link</a></p>').join(''), (body) => {
      const rows = [...body.querySelectorAll('p')];
      const whole = rows.length === texts.length && rows.every((row, at) => row.textContent === at + ' link');
      return whole && rows.map((row) => row.querySelector('a')?.getAttribute('href'));
    }),
    picture(texts) {
      // Of the same picture twice in a row only one is shown: there is another one after each.
      const other = 'https://cdn.example/between.png';
      const html = texts.map((text, at) => '<p>' + at + ' <img src="' + escaped(text) + '"><img src="' + other + '"></p>').join('');
      return draw(html, (body) => [...body.querySelectorAll('p')].map((row) =>
        [...row.querySelectorAll('img')].map((img) => img.getAttribute('src')).find((src) => src !== other)));
    },
  };
  const wanted = { link, picture };

  /** The addresses that differ, and how often each reason was given. */
  window.compare = async (kind, texts) => {
    const found = await made[kind](texts);
    if (!found) throw new Error('the text of a link was lost');
    const reasons = {};
    const differ = [];
    for (const [at, text] of texts.entries()) {
      const { href, may, reason } = wanted[kind](text, base);
      const outcome = reason ?? (found[at] ? 'kept' : may);
      reasons[outcome] = (reasons[outcome] ?? 0) + 1;
      // Chromium alone encodes the bar in paths; the standard does not.
      const same = found[at] === href || (href?.includes('%7C') && found[at]?.replaceAll('|', '%7C') === href);
      if (!same && !(may && !found[at])) differ.push({ text, browser: href ?? reason, card: found[at] ?? null });
    }
    return { differ, reasons };
  };
</script>`;

// As many as one body may hold.
const most = { link: 400, picture: 30 };

/** Fails with the addresses of which the card makes something else; gives the reasons. */
async function agree(kind, texts) {
  await t.open(page, { script: null, headers: { 'content-security-policy': "img-src 'none'" } });
  await t.until(() => !!window.compare);
  const distinct = [...new Set(texts)];
  const differ = [];
  const reasons = {};
  for (let from = 0; from < distinct.length; from += most[kind]) {
    const part = await t.run((...given) => window.compare(...given), kind, distinct.slice(from, from + most[kind]));
    differ.push(...part.differ);
    for (const [reason, count] of Object.entries(part.reasons)) reasons[reason] = (reasons[reason] ?? 0) + count;
  }
  const said = differ.slice(0, 40).map((one) => JSON.stringify(one)).join('\n');
  assert.ok(differ.length === 0, `${differ.length} of ${distinct.length} differ\n${said}`);
  return reasons;
}

const product = (...lists) => lists.reduce((made, list) => made.flatMap((start) => list.map((end) => start + end)), ['']);

const schemes = ['', 'http:', 'https:', 'HTTPS:', 'ht\ttps:', 'javascript:', 'data:', 'mailto:', 'tel:', 'ftp:', 'ws:', 'file:', 'blob:', 'x:', 'https :'];
const slashes = ['', '/', '//', '///', '\\\\', '/\\', '\\', '/\t/'];
const authorities = ['news.example', 'News.Example.', 'ana@news.example', 'ana:pw@news.example', '@news.example', 'news.example:8080', 'news.example:443', 'news.example:80', 'news.example:', 'news.example:65536', 'news.example:0080', 'news.example:x'];
const tails = ['', '/', '/a/../b', '?q', '#f', '/a b', '\\c'];
const hosts = [
  'a', 'a.b', 'a..b', '.a', 'a.', 'a-', '-a', 'a_b', 'xn--bcher-kva.example', 'xn--a', 'xn--', 'xn--a.example', '1', '1.2', '1.2.3.4', '1.2.3.4.', '1.2.3.4.5', '256.1.1.1', '0x7f.1', '0x7f000001', '2130706433',
  '017700000001', '127.1', '0x', '0x.0x', '1.0x', '09', 'a.1', 'a.0x1', 'a.1x', '[::1]', '[::]', '[1::]', '[2001:DB8::1]', '[2001:db8:0:0:0:0:0:1]', '[0:0:0:0:0:0:0:1]', '[1:0:0:2:0:0:0:3]', '[::ffff:1.2.3.4]', '[::1.2.3.4]',
  '[1:2:3:4:5:6:7:8]', '[1:2:3:4:5:6:7::]', '[::2:3:4:5:6:7:8]', '[1::3:4:5:6:7:8]', '[0001::]', '[00001::]', '[::1%25eth0]', '[:]', '[]', '[', ']', 'a%2eb', '%61.example', 'a%00b', 'a%zz', 'a b', 'a\u0000b', 'a<b', 'a|b', 'a^b', 'a"b', "a'b",
  'a!b', 'a$b', 'a&b', 'a(b)', 'a*b', 'a+b', 'a,b', 'a;b', 'a=b', 'a~b', 'a`b', 'a{b}', 'a\u007fb', 'a\tb', `${'a'.repeat(63)}.example`, `${'a'.repeat(64)}.example`, 'a.'.repeat(130),
];
const paths = [
  'a', './a', '../a', '../../../../a', '.', '..', './', '../', '/.', '/..', '/a/.', '/a/..', '/a/./b', '/a//b', '/a//../b', '/%2e/a', '/%2E%2e/a', '/.%2e/a', '/a%2e', '/...', '/.a', '/a;b', '/a:b', 'a:b/c', './a:b', '//', '///',
  '/a\\b', '\\a', 'a\\..\\b', '?', '?a', '?a?b', '?a#b', '?/../a', '#', '#a', '', ' ', '\t', '/a?', '/a#', '/a?#', '/a?b=c&d=é', '/é', '/é?é#é', '/%', '/%4', '/%zz', '/%41', '/ a ', '/a\u0000b', '/a\u001fb', '/a\u007fb', '/a\u00a0b',
  '/a\u200bb', '/a\u202eb', '/a\ud83e\udd8ab', '/a\uffffb', '/字', '?字', '#字', '/a\nb', '/a\rb', '/a\tb', '\u0000/a', '\u001f/a\u0001', '\u00a0/a', '\ufeff/a', '/"', "/'", '/<', '/>', '/`', '/{', '/}', '/|', '/^', '/[', '/]', '/@', '/$', '/!',
  '?"', "?'", '?<', '?>', '?`', '?{', '?|', '?^', '?[', '?\\', '/a#"', "/a#'", '/a#<', '/a#>', '/a#`', '/a#{', '/a#|', '/a#^', '/a#\\', '/a##', '/c:/d', '/C|/d', '/a/b/../../../c', `/${'a'.repeat(1990)}`, `/${'a'.repeat(2100)}`, `/${'é'.repeat(400)}`,
];
const others = [
  'mailto:ana@news.example', 'MAILTO:Ana@News.Example', 'mailto:ana@news.example?subject=x', 'mailto:', 'mailto:ana', 'mailto:a@b@c', 'mailto:a b@c.example', 'mailto:<a@b.example>', 'mailto:a@b.example,c@d.example', 'mailto:a%0a@b.example', 'mailto:é@b.example',
  'mailto:a@bücher.example', 'mailto:a@b.example#x', 'mailto://a@b.example', 'tel:+1-202-555-0147', 'TEL:123', 'tel:12', 'tel:+1 202', 'tel:1;ext=2', 'tel:(0)30.12', 'tel:*#06#', `tel:${'1'.repeat(33)}`, 'sms:1', 'java\nscript:x', ' javascript:x', '\u0001javascript:x',
  'javascript&colon;x', 'vbscript:x', 'about:blank', 'https', 'https:', 'http://', 'https:///', 'https://?', 'https://#', 'https:a', 'https:/a', 'http:\\\\a.example', ':', '::', ':a', '//a.example', '\\\\a.example', '//', '//ana@a.example', '1https://a.example',
];
/** Hosts in other scripts, as people type them: the browser writes them in ASCII. */
const international = [
  'bücher.example', 'faß.example', 'пример.example', 'παράδειγμα.example', '例え.テスト.example', '日本語.example', '한국.example', 'مثال.example', 'דוגמה.example', 'उदाहरण.example', 'ไทย.example', 'xn--bcher-kva.bücher.example', 'a-ü.example', 'ü1.example',
];
/** The same as nobody types them: what is no letter, or another way to write one. They may be refused. */
const peculiar = [
  'BÜCHER.example', 'bu\u0308cher.example', 'σς.example', 'ı.example', 'İ.example', 'ﬁn.example', 'Ａ.example', 'a。example', 'a．example', 'a｡example', 'a\u00adb.example', 'a\u200bb.example', 'a\ufeffb.example', 'a\u200db.example', 'क्\u200dष.example', '\u2764.example',
  '🦊.example', '☃.example', '№.example', '℡.example', '½.example', '①.example', 'ⅷ.example', '１.example', '１２７.0.0.1', 'a\u0300.example', '\u0300a.example', 'ｘn--a.example', 'ß', 'ü', 'ü.', `${'ü'.repeat(60)}.example`, 'ａ/b', 'a⁄b.example', 'a／b.example',
  'a？b.example', 'a＃b.example', 'a＠b.example', 'a：1.example', 'a％41.example', 'a\u2028b.example', 'a\ufffdb.example', '𝒂.example', 'a\u0378b.example', 'אa.example', 'aא.example', 'א1.example', '1א.example', '-ü.example', 'ü-.example', 'aa--ü.example', 'ü--a.example',
];

test('links lead where the browser’s URL says, or nowhere for a reason', async () => {
  const reasons = await agree('link', [
    ...product(schemes, slashes, authorities, ['', '/p']), ...product(['https:', ''], ['//'], authorities, tails),
    ...product(['https://', 'http://', '//'], hosts, ['', '/', ':81/p']), ...paths, ...paths.map((path) => `https://a.example${path}`), ...others,
  ]);
  // Every reason there is occurs, and most of the rest is kept.
  assert.ok(reasons.kept > 500, JSON.stringify(reasons));
  for (const reason of ['scheme', 'credentials', 'only a fragment', 'empty', 'no URL', 'longer than 2048 characters']) assert.ok(reasons[reason], reason);
});

test('hosts in other scripts are written in ASCII, as the browser writes them', async () => {
  const texts = product(['https://', '//'], international, ['/é']);
  const reasons = await agree('link', texts);
  assert.deepEqual(reasons, { kept: texts.length });
});

test('hosts that only look like letters lead where the browser says, or nowhere', async () => {
  await agree('link', product(['https://', '//'], peculiar, ['/é']));
});

test('pictures are asked for where the browser’s URL says, over https', async () => {
  await agree('picture', [
    ...product(['', 'http:', 'https:', 'data:', 'blob:', 'javascript:'], ['', '/', '//', '\\\\'], ['cdn.example/a.jpg', 'ana@cdn.example/a.jpg', 'cdn.example:80/a.jpg', 'cdn.example:443/a.jpg']),
    // The page is on a loopback address itself: pictures on such are welcome to it.
    ...product(['https://'], hosts.filter((host) => !/127|7f|17700|21307|^\[(::1|0:.*:1)\]/.test(host)), ['/a.jpg']), ...paths, ...others,
    ...product(['http://'], ['printer', 'nas.local', 'a.internal', 'a.lan', 'a.home', 'a.arpa', 'a.test', 'a.invalid', '192.168.0.1', '10.1', '0xa.1'], ['/a.jpg']),
  ]);
});

const skip = !shared && 'skipped: the corpora and sample stories are not here';

test('addresses of the corpora', { skip }, async () => {
  const folder = join(shared, 'xss/open');
  const texts = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))).flatMap((entry) => {
    const { kind = 'html', p = '' } = typeof entry === 'string' ? { p: entry } : entry;
    if (kind === 'url') return [p];
    const quoted = [...p.matchAll(/(?:href|src|action|data|poster|background|cite)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)];
    return quoted.map(([, ...values]) => values.find((value) => value !== undefined));
  });
  assert.ok(texts.length > 1500, `${texts.length} addresses`);
  await agree('link', texts);
});

test('addresses of the samples', { skip }, async () => {
  const texts = bodies(shared).flatMap(({ html }) => [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, value]) => value.replaceAll('&amp;', '&')));
  assert.ok(texts.length > 500, `${texts.length} addresses`);
  await agree('link', texts);
  await agree('picture', texts);
});
