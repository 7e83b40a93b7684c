// pkg/ as wasm-pack leaves it → pkg/card.wasm and pkg/card.js, the same made small:
// functions that never run are cut out, wasm-opt shrinks the rest, imports and exports get names of one letter.
// What each step saves: docs/decisions/0003-small-wasm.md

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import binaryen from 'binaryen';

/**
 * The machinery of panics, by the demangled names of its entrances: they only run on the way to an abort. A panic is a
 * trap with or without its text, and nobody can read the text there. The stable toolchain has no switch for it
 * (nightly has -Cpanic=immediate-abort).
 */
const ENTRANCES = [
  'core::panicking::',
  'core::(option|result)::.*(expect|unwrap)_failed',
  'core::str::slice_error_fail',
  'core::slice::(index::slice_|.*len_mismatch_fail)',
  'core::cell::panic_',
  'alloc::(raw_vec::(capacity_overflow|handle_error)|alloc::handle_alloc_error)',
  'std::(panicking::|rt::|thread::local::panic_access_error)',
  '__rustc::(rust_begin_unwind|rust_panic|__rust_start_panic)',
];

/**
 * Functions that only JavaScript could call, but nothing exports them. js-sys brings a shim for closures of every
 * arity, and a runtime for futures.
 */
const UNREACHED = [
  'wasm_bindgen::convert::closures::',
  'js_sys::futures::',
  'core::ptr::drop_in_place.*js_sys::futures::',
];

/** The features rustc's output uses: without them wasm-opt refuses it. */
const FEATURES = [
  'bulk-memory',
  'nontrapping-float-to-int',
  'sign-ext',
  'mutable-globals',
  'reference-types',
  'multivalue',
].map((name) => `--enable-${name}`);

function cutOut(bytes) {
  const superfluous = new RegExp(`^(${[...ENTRANCES, ...UNREACHED].join('|')})`);
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(bytes);
  const exported = [];
  for (let index = 0; index < module.getNumExports(); index++) {
    exported.push(binaryen.getExportInfo(module.getExportByIndex(index)).value);
  }
  // wasm-bindgen exports a shim, `name externref shim`, that calls the function itself.
  const isExported = (name) => exported.some((own) => own === name || own.startsWith(`${name} `));
  let cut = 0;
  for (let index = module.getNumFunctions() - 1; index >= 0; index--) {
    const { name, params, results, base } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
    const readable = name.replace(/\[[0-9a-f]{16}\]|[<>]/g, '');
    if (base || isExported(name) || !superfluous.test(readable)) continue;
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
    cut++;
  }
  if (!cut) throw new Error('found nothing to cut: have the names changed?');
  return { bytes: module.emitBinary(), cut };
}

/** wasm-opt; gives the short names of what it renamed. */
function optimise(from, to) {
  const shrink = [
    ...['--flatten', '--rereloop', '-Oz', '-Oz'],
    // A big function that is called once is shorter outside of its caller, and compresses better: fewer locals.
    ...['--one-caller-inline-max-function-size', '20'],
    // Memory accesses all alike, and functions of one kind side by side: both only help compression.
    ...['--dealign', '--reorder-functions-by-name'],
    ...['--minify-imports-and-exports-and-modules', '--strip-producers', '--strip-target-features'],
  ];
  const printed = execFileSync('wasm-opt', [...shrink, ...FEATURES, from, '-o', to], { encoding: 'utf8' });
  return JSON.parse(printed);
}

/** Tells the glue the short names. */
function rename(glue, { imports, exports }) {
  let renamed = glue;
  const swap = (pattern, by, what) => {
    const next = renamed.replace(pattern, by);
    if (next === renamed) throw new Error(`the glue does not mention ${what}`);
    renamed = next;
  };
  for (const [, name, short] of imports) swap(new RegExp(`\\b${name}: function`, 'g'), `${short}: function`, name);
  for (const [name, short] of exports) {
    if (new RegExp(`wasm\\.${name}\\b`).test(renamed)) swap(new RegExp(`wasm\\.${name}\\b`, 'g'), `wasm.${short}`, name);
  }
  swap(/^if \(Symbol\.dispose\).*$/m, '', 'Symbol.dispose'); // nobody else has a Card
  swap(new RegExp(`"${imports[0][0]}": import0`, 'g'), '"a": import0', imports[0][0]);
  return renamed;
}

const { bytes, cut } = cutOut(readFileSync('pkg/article_card_bg.wasm'));
writeFileSync('pkg/cut.wasm', bytes);
const names = optimise('pkg/cut.wasm', 'pkg/card.wasm');
writeFileSync('pkg/card.js', rename(readFileSync('pkg/article_card.js', 'utf8'), names));
console.log(`wasm: cut ${cut} functions that never run, renamed ${names.imports.length} imports`);
