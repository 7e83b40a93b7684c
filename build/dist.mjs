// pkg/ → dist/: the one-file builds (modules with the Wasm inside), full and core, the split build (module beside its
// Wasm), the words of each language, the full build with each language inside, the page for frames, the ready-made
// themes, and integrity.json, the hash of each published file.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { build, transform } from 'esbuild';
import { languages, module } from './lang.mjs';
import { literal } from './literal.mjs';
import { cssAsText } from './stylesheet.mjs';

const wasm = (name) => readFileSync(`pkg/${name}/card.wasm`);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** A browser that lacks something throws where that is first used. The page keeps its link, and hears nothing of it. */
const CAUGHT = { banner: { js: 'try{' }, footer: { js: '}catch(e){console.warn(e)}' } };

/** One self-contained module, minified, around the glue of a Wasm; `place` leads to where lang/ is. UTF-8, or esbuild would escape what is not ASCII. */
async function bundle(entry, name, place) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    ...CAUGHT,
    plugins: [cssAsText],
    alias: { wasm: `./pkg/${name}/card.js` },
    define: { __VERSION__: JSON.stringify(version), __PLACE__: JSON.stringify(place) },
    mangleProps: /^_(_wbg_ptr|_wrap|_destroy_into_raw|wbg_cb_unref)$/, // wasm-bindgen's own
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  // The hash in a script tag is of that file alone: what the file imports could be anything. What it imports when a
  // language is wanted, it does not where the tag has a hash (src/element/language.js).
  const { imports } = Object.values(result.metafile.outputs)[0];
  if (imports.length) throw new Error(`${entry} imports ${imports.map(({ path }) => path)}`);
  return result.outputFiles[0].text;
}

/** Puts `value` where the bundle says `name`, which must be exactly once. */
function fill(code, name, value) {
  const parts = code.split(name);
  if (parts.length !== 2) throw new Error(`expected ${name} once in the bundle, found it ${parts.length - 1} times`);
  return parts.join(value);
}

/** Reads the literal back as the loader does: a byte that went wrong here would be a card that fails there. */
function check(text, wasm) {
  const turned = runInNewContext(text).replaceAll('^', '\r').replaceAll('\u015e', '^');
  const decoded = Uint8Array.from(turned, (c) => c.charCodeAt(0));
  if (!wasm.equals(decoded)) throw new Error('the Wasm literal does not decode to the Wasm');
}

/** As `integrity` takes it, in HTML and in fetch. */
const hash = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

const integrity = {};
function publish(path, content) {
  writeFileSync(`dist/${path}`, content);
  integrity[path] = hash(content);
}

for (const folder of ['split', 'lang', 'themes']) mkdirSync(`dist/${folder}`, { recursive: true });

for (const [name, path] of [['full', 'article-card.js'], ['core', 'article-card.core.js']]) {
  const text = literal(wasm(name));
  check(text, wasm(name));
  const any = fill(await bundle('src/element/loader.js', name, ''), '__WASM__', text);
  const one = fill(any, '__WORDS__', '');
  await transform(one); // must still parse
  publish(path, one);
  if (name !== 'full') continue;
  for (const language of languages) publish(`article-card.${language[0]}.js`, fill(any, '__WORDS__', JSON.stringify([language])));
}
for (const [name, words] of languages) publish(`lang/${name}.js`, module(words));

const frame = { entryPoints: ['src/frame/frame.js'], bundle: true, format: 'esm', target: 'es2022', minify: true, legalComments: 'none', write: false };
publish('embed.js', (await build({ ...frame, ...CAUGHT })).outputFiles[0].text);
publish('embed.html', readFileSync('src/frame/embed.html')); // with its hash as it is shipped: publishers change it

for (const name of readdirSync('www/themes')) publish(`themes/${name}`, readFileSync(`www/themes/${name}`));

// What pre-rendered cards may link to, so that many need it once: as `article-card render --stylesheet` says. The very text
// that others bring along (src/prerender/style.rs), so that one hash is that of both.
const words = ['card', 'prerendered']
  .flatMap((name) => readFileSync(`src/style/${name}.css`, 'utf8').replace(/\/\*[^]*?\*\//g, ' ').split(/\s+/).filter(Boolean));
publish('card.css', words.reduce((text, word) => text + (text && !/[{};,]$/.test(text) && !/^[{}]/.test(word) ? ' ' : '') + word, ''));

const full = wasm('full');
const split = fill(await bundle('src/element/split.js', 'full', '../'), '__WASM_INTEGRITY__', JSON.stringify(hash(full)));
publish('split/article-card.js', fill(split, '__WORDS__', ''));
publish('split/article-card.wasm', full);
writeFileSync('dist/integrity.json', `${JSON.stringify(integrity, null, 2)}\n`);

console.log(`dist: ${Object.keys(integrity).filter((path) => !/\b(lang|themes)\/|\.[a-z]{2}(-\w+)?\.js/.test(path)).join(', ')}, each of ${languages.size} languages, and ${readdirSync('dist/themes').length} themes`);
console.log(`<script type="module" async src="…/article-card.js" integrity="${integrity['article-card.js']}" crossorigin="anonymous"></script>`);
