// pkg/ → dist/: the one-file build (module with the Wasm inside) and the split build (module beside its Wasm), and
// integrity.json, the hash of each published file.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { build, transform } from 'esbuild';
import { literal } from './literal.mjs';
import { cssAsText } from './stylesheet.mjs';

const wasm = readFileSync('pkg/card.wasm');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** One self-contained module, minified. UTF-8, or esbuild would escape what is not ASCII. */
async function bundle(entry) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    plugins: [cssAsText],
    define: { __VERSION__: JSON.stringify(version) },
    mangleProps: /^_(_wbg_ptr|_wrap|_destroy_into_raw|wbg_cb_unref)$/, // wasm-bindgen's own
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  // The hash in a script tag is of that file alone: what the file imports could be anything.
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
function check(text) {
  const decoded = Uint8Array.from(runInNewContext(text), (c) => c.charCodeAt(0));
  if (!wasm.equals(decoded)) throw new Error('the Wasm literal does not decode to the Wasm');
}

/** As `integrity` takes it, in HTML and in fetch. */
const hash = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

const integrity = {};
function publish(path, content) {
  writeFileSync(`dist/${path}`, content);
  integrity[path] = hash(content);
}

mkdirSync('dist/split', { recursive: true });

const text = literal(wasm);
check(text);
const one = fill(await bundle('src/element/loader.js'), '__WASM__', text);
await transform(one); // must still parse
publish('article-card.js', one);

const split = fill(await bundle('src/element/split.js'), '__WASM_INTEGRITY__', JSON.stringify(hash(wasm)));
publish('split/article-card.js', split);
publish('split/article-card.wasm', wasm);
writeFileSync('dist/integrity.json', `${JSON.stringify(integrity, null, 2)}\n`);

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(
  `dist: article-card.js ${kB(Buffer.byteLength(one))}; ` +
    `split/article-card.js ${kB(Buffer.byteLength(split))} + article-card.wasm ${kB(wasm.length)}`,
);
console.log(`<script type="module" async src="…/article-card.js" integrity="${integrity['article-card.js']}" crossorigin="anonymous"></script>`);
