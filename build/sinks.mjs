// The security argument, checked mechanically: the only DOM calls that receive feed data are createElement(name from a
// constant table), setAttribute(name from a constant table, checked value) and createTextNode, each in one place.
//
//   node build/sinks.mjs sources   src/: nothing that turns text into markup, script or style; who may call what
//   node build/sinks.mjs built     pkg/ and dist/: the same of the bundles, and all that the Wasm can call

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every `import(` but of the words of a language, beside the script: their names are those of src/lang. */
const IMPORT = /\bimport\((?!new URL\(`(\$\{__PLACE__\}|\.\.\/)?lang\/\$\{[\w$]+\}\.js`, ?import\.meta\.url\)\))/;

/** Never named, in JavaScript or, with underscores, in Rust. */
const SINKS = [
  // Text becomes markup.
  'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'parseHTML', 'parseFromString', 'DOMParser',
  'createContextualFragment', 'srcdoc', 'document.write', 'XSLTProcessor', 'importNode',
  // Names that come from elsewhere: SVG and MathML, attributes as objects.
  'createElementNS', 'setAttributeNS', 'setAttributeNode',
  // Text becomes script or style.
  'execCommand', 'insertRule', 'cssText', 'setProperty', 'importScripts', 'createPolicy', 'Reflect',
  // Something is kept, or sent somewhere.
  'document.cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'XMLHttpRequest', 'sendBeacon', 'WebSocket',
  'EventSource', 'location.assign', 'location.replace', 'location.href', 'window.open',
].map((name) => new RegExp(name.replaceAll('.', '\\.').replace(/[A-Z]+/g, '_?$&'), 'i'));
// A message without content, by which a task ends (src/element/turns.js) and frames are asked how high they are (frames.js).
const MESSAGE = /\bpostMessage(?!\(0(, ?["'`]\*["'`])?\))/;
SINKS.push(MESSAGE);
// Case tells these apart from what is harmless.
SINKS.push(/\beval\(/, /\bFunction\(/, IMPORT, /\bset(Timeout|Interval)\(\s*["'`]/, /\blocation\s*=[^=]/);

/** Where else a thing may be named, and how often: [what, of which files, { file: times }]. */
const PLACES = [
  [/\b(web_sys|gloo)\b/, /\.rs$/, { 'src/dom/': Infinity, 'src/element/': Infinity }],
  [/\b(wasm_bindgen|serde_wasm_bindgen)\b/, /\.rs$/, {
    'src/dom/': Infinity, 'src/element/': Infinity, 'src/detail.rs': Infinity, 'src/sanitize/url/idn.rs': Infinity,
  }],
  [/\bjs_sys\b/, /\.rs$/, {}],
  // The tree becomes live nodes in two functions, from what src/dom/code.rs writes: src/element/page.js, and where a card
  // stands already src/element/settle.js.
  [/\b(create_element|set_attribute|create_text_node)\w*\(/, /\.rs$/, {}],
  [/\bcreateTextNode\(/, /\.js$/, { 'src/element/page.js': 1, 'src/element/settle.js': 1 }],
  [/\b(append_child|replace_child|insert_before|append_with|prepend_with)\w*\(/, /\.rs$/, { 'src/dom/mounted.rs': 1, 'src/element/mod.rs': 1 }],
  [/\bset_(text_content|node_value|data|inner_text|id|class_name|slot)\w*\(/, /\.rs$/, {}],
  // JavaScript sees no feed data but the address of a next page, which the URL policy has passed, and that of a player.
  [/\bcreateElement\((?!'\w+'\))/, /\.js$/, { 'src/element/fallback.js': 1, 'src/element/page.js': 1, 'src/element/play.js': 1, 'src/element/settle.js': 1, 'src/element/snippet.js': 1, 'src/frame/frame.js': 1 }], // `element(name, …)`, called with names below; a name of Rust's table; one of three players; one of our two
  [/\belement\((?!'\w+'[,)]|name, part)/, /\.js$/, {}],
  [/\b(set|toggle)Attribute\((?!'[\w-]+',?)/, /\.js$/, { 'src/element/page.js': 1, 'src/element/play.js': 1, 'src/element/settle.js': 1, 'src/element/snippet.js': 1, 'src/frame/frame.js': 1 }], // a name of Rust's table; names of a constant; of attributes that a card watches; of a constant
  [/\bcreateElement\('(a|base|embed|form|iframe|img|link|meta|object|script|style)'/, /\.js$/, { 'src/frame/frame.js': 1 }], // a stricter policy
  [/\.(action|href|id|name|src|title|value) = /, /\.js$/, { 'src/element/ago.js': 1, 'src/element/play.js': 2, 'src/element/refresh.js': 1, 'src/frame/messages.js': 1 }], // dates in words; ids that stay ids; of the page, what the card is headed
  [/\.(textContent|nodeValue|data) = (?!data;)/, /\.js$/, { 'src/element/ago.js': 1, 'src/element/fallback.js': 2, 'src/element/more.js': 1, 'src/element/refresh.js': 1 }], // words of ours
  [/\bimport\(/, /\.js$/, { 'src/element/language.js': 1 }],
  [/\bfetch\(/, /\.js$/, { 'src/element/request.js': 1, 'src/element/split.js': 2 }],
];

/** Every function outside of the Wasm that it can call. Rust has no other way to the page. */
const CALLS = {
  'has nodes built, and dates written, by src/element/page.js': ['build', 'settle', 'written'],
  'moves nodes': ['appendChild', 'remove', 'replaceChildren'],
  'reads the page': [
    'baseURI', 'closest', 'getAttribute', 'hasAttribute', 'instanceof_Element', 'localName', 'target',
  ],
  listens: ['addEventListener', 'removeEventListener', 'set_capture', 'set_once', 'set_passive', '_wbg_cb_unref'],
  // `set` is of those arrays, maps and objects: src/detail.rs makes them, with names of its own.
  'makes values of JavaScript': ['Error', 'new', 'select', 'set', '__wbindgen_is_string', '__wbindgen_throw'],
  'reads the host of an address': ['hostname'],
  'reads the clock': ['now'],
  'is how wasm-bindgen works': ['__wbindgen_generic', '__wbindgen_init_externref_table'],
};
/** What `new` makes. */
const MADE = ['Array', 'Error', 'Intl', 'Map', 'Object', 'URL'];

/** The page of a frame tells the page around it its height, and links of its own host: nothing that is anybody's secret. */
const TELLS = ['src/frame/messages.js', 'dist/embed.js'];

const wrong = [];
const read = (path) => readFileSync(path, 'utf8');
const count = (text, pattern) => text.match(new RegExp(pattern, `g${pattern.flags}`))?.length ?? 0;

function noSinks(path, text) {
  for (const sink of SINKS) {
    if (sink === MESSAGE && TELLS.includes(path) && count(text, sink) === 1) continue;
    const found = text.match(sink);
    if (found) wrong.push(`${path}: ${found[0]}`);
  }
}

function sources() {
  const files = readdirSync('src', { recursive: true })
    .map((name) => join('src', name))
    .filter((name) => /\.(rs|js)$/.test(name));
  for (const path of files) {
    const text = read(path);
    noSinks(path, text);
    for (const [what, where, places] of PLACES) {
      if (!where.test(path)) continue;
      const most = Object.entries(places).find(([place]) => path.startsWith(place))?.[1] ?? 0;
      const times = count(text, what);
      if (times > most) wrong.push(`${path}: ${what} ${times} times, ${most} expected`);
    }
  }
  // A place that is no more is no longer an exception.
  for (const [what, , places] of PLACES) {
    for (const place of Object.keys(places)) {
      const there = files.filter((path) => path.startsWith(place));
      if (!there.some((path) => what.test(read(path)))) wrong.push(`${place}: ${what} is not there any more`);
    }
  }
  return `${files.length} files`;
}

/** Neither more than expected nor, since lists that nobody needs hide what is new, less. */
function compare(found, expected, what) {
  for (const name of new Set(found)) if (!expected.includes(name)) wrong.push(`${what} ${name}, which is not in the list`);
  for (const name of expected) if (!found.includes(name)) wrong.push(`${what} ${name} no longer: take it from the list`);
}

function built() {
  for (const path of ['dist/embed.js', 'dist/article-card.js', 'dist/article-card.core.js', 'dist/split/article-card.js']) noSinks(path, read(path));
  for (const path of readdirSync('dist/lang')) {
    if (!/^export default"([^"\\]|\\n)*"$/.test(read(join('dist/lang', path)))) wrong.push(`dist/lang/${path}: more than a text`);
  }
  const imports = (path) => WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(path)));
  // As wasm-bindgen wrote it, where names are still whole; what is published has at most these, under short names.
  const short = (name) => name.replace(/^__wbg_/, '').replace(/_[0-9a-f]{16}$/, '');
  const calls = (name) => imports(`pkg/${name}/article_card_bg.wasm`).map((call) => short(call.name));
  const named = calls('full');
  compare(named, Object.values(CALLS).flat(), 'the Wasm can call');
  for (const call of calls('core')) if (!named.includes(call)) wrong.push(`the core build's Wasm can call ${call}`);
  const glue = read('pkg/full/article_card.js').match(/^function __wbg_get_imports\(\).*?^\}/ms)[0];
  compare([...glue.matchAll(/\bnew (\w+)/g)].map(([, name]) => name), MADE, 'the Wasm can make');
  if (imports('dist/split/article-card.wasm').length > named.length) wrong.push('the published Wasm can call more than the one it was made from');
  return `${named.length} functions that the Wasm can call`;
}

// A check that would not notice is none.
for (const line of ['root.innerHTML = x', 'element.set_inner_html(x)', 'x.setHTMLUnsafe(y)', 'new DOMParser()', 'DomParser::new()',
  'document.write(x)', 'frame.srcdoc = x', 'new Function(x)', 'eval(x)', 'setTimeout("x")', 'location = x', 'parent.postMessage(x, "*")', 'import(x)', 'import(new URL(`lang/${x}.js`, y))']) {
  assert.ok(SINKS.some((sink) => sink.test(line)), line);
}

const checks = { sources, built };
if (!checks[process.argv[2]]) throw new Error('usage: node build/sinks.mjs sources|built');
const seen = checks[process.argv[2]]();
for (const line of wrong) console.error(line);
if (wrong.length) process.exitCode = 1;
else console.log(`sinks: none (${seen})`);
