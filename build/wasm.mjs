// What cargo linked → pkg/NAME/card.wasm and pkg/NAME/card.js, by way of wasm-bindgen, and made small: what never runs
// or is never read is cut out, wasm-opt shrinks the rest, imports and exports get short names.
//   node build/wasm.mjs full|core
// What each step saves: docs/decisions/0003-small-wasm.md

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutOut } from './cut.mjs';
import { UNCALLED, renamed, shorter } from './glue.mjs';
import { namedByLikeness } from './order.mjs';
import { FEATURES, SHRINK } from './passes.mjs';

const folder = `pkg/${process.argv[2]}`;

/** The file that cargo made. */
function linked(name) {
  const metadata = execFileSync('cargo', ['metadata', '--no-deps', '--format-version', '1'], { encoding: 'utf8' });
  return join(JSON.parse(metadata).target_directory, 'wasm32-unknown-unknown', 'release', name);
}

/** wasm-opt; gives what it prints. */
function shrink(from, to, passes) {
  return execFileSync('wasm-opt', [...passes, ...FEATURES, from, '-o', to], { encoding: 'utf8' });
}

/** Gives the short names of imports and exports. */
function optimise(from, to) {
  shrink(from, `${folder}/shrunk.wasm`, ['--flatten', '--rereloop', ...SHRINK, '-g']);
  writeFileSync(`${folder}/ordered.wasm`, namedByLikeness(readFileSync(`${folder}/shrunk.wasm`)));
  const printed = shrink(`${folder}/ordered.wasm`, to, [
    ...SHRINK,
    // Memory accesses all alike, and functions that resemble each other side by side: both only help compression.
    ...['--dealign', '--reorder-functions-by-name'],
    ...['--minify-imports-and-exports-and-modules', '--strip-producers', '--strip-target-features'],
  ]);
  return JSON.parse(printed);
}

const source = linked('article_card.wasm');
// Names as the linker has them: cut.mjs finds functions in both by them.
execFileSync('wasm-bindgen', ['--target', 'web', '--no-typescript', '--no-demangle', '--out-dir', folder, source]);
const glue = shorter(readFileSync(`${folder}/article_card.js`, 'utf8'));
const { bytes, cut, cleared } = cutOut(readFileSync(`${folder}/article_card_bg.wasm`), readFileSync(source), UNCALLED);
writeFileSync(`${folder}/cut.wasm`, bytes);
const names = optimise(`${folder}/cut.wasm`, `${folder}/card.wasm`);
writeFileSync(`${folder}/card.js`, renamed(glue, names));
console.log(`${folder}: cut ${cut} functions and cleared ${cleared} bytes of data, renamed ${names.imports.length} imports`);
