// Cuts out of the Wasm what never runs and what nothing reads: functions become traps, data becomes zeros. wasm-opt then
// drops both.

import binaryen from 'binaryen';
import { reach } from './reach.mjs';
import { exported, functionNames, segments, without } from './sections.mjs';

/**
 * The entrances to the machinery of panics: they only run on the way to an abort, and never return. A panic is a trap
 * with or without its text, and nobody can read the text there. The stable toolchain has no switch for it (nightly has
 * -Cpanic=immediate-abort).
 */
const ENTRANCES = [
  'core::panicking',
  'core::option::expect_failed',
  'core::option::unwrap_failed',
  'core::result::unwrap_failed',
  'core::str::slice_error_fail',
  'core::slice::index::slice_index_fail',
  'core::slice::copy_from_slice_impl::len_mismatch_fail',
  'core::cell::panic_already_borrowed',
  'core::cell::panic_already_mutably_borrowed',
  'alloc::raw_vec::capacity_overflow',
  'alloc::raw_vec::handle_error',
  'alloc::alloc::handle_alloc_error',
  'std::thread::local::panic_access_error',
];

/** What the standard library calls the part of a function that panics. */
const PARTS_THAT_PANIC = ['assert_failed', 'do_panic::runtime'];

// Both manglings write a path as its names, each after its length; crates of the newer one have a hash as well.
// https://doc.rust-lang.org/rustc/symbol-mangling/v0.html
const mangled = (path) => path.split('::').map((name) => name.length + name).join('');
const either = (paths) => `(?:${paths.map(mangled).join('|')})`;
const entrance = new RegExp(
  [
    `^_(?:ZN|RI?(?:N[a-zA-Z])+C(?:s[0-9a-zA-Z]*_)?)${either(ENTRANCES)}`,
    `^_(?:ZN|R\\w*?C(?:s[0-9a-zA-Z]*_)?)${either(['core', 'alloc', 'std'])}.*${either(PARTS_THAT_PANIC)}(?:17h[0-9a-f]{16}E)?$`,
  ].join('|'),
);

/** The least that must be cleared. Today it is 4,500 bytes; far fewer would mean that the names have changed. */
const LEAST_CLEARED = 3000;

/** From whose names the walk starts: what this module exports and somebody calls, as the linked one names it. */
function roots(bytes, uncalled) {
  const names = functionNames(bytes);
  const found = new Set();
  for (const { name, kind, index } of exported(bytes).filter((one) => !uncalled.includes(one.name))) {
    found.add(name);
    // wasm-bindgen puts shims, `name externref shim`, before functions.
    if (kind === 0) found.add(names.get(index)?.replace(/ (externref|multivalue) shim/g, ''));
  }
  // Exports of the linked module are `name_hash`.
  return (name) => found.has(name) || found.has(name.replace(/_[0-9a-f]{16}$/, ''));
}

/** Fills the ranges with zeros, if what stands there is what was linked. */
function clear(bytes, ranges) {
  const all = segments(bytes);
  for (const { address, bytes: expected } of ranges) {
    const { start, address: base } = all.find((one) => one.address <= address && address < one.address + one.end - one.start);
    const found = bytes.subarray(start + address - base, start + address - base + expected.length);
    if (!found.equals(expected)) throw new Error(`data at ${address} is not what was linked: build again`);
    found.fill(0);
  }
  return ranges.reduce((sum, range) => sum + range.bytes.length, 0);
}

/** The check on the walk: no function that stays calls one that it said nothing calls. wasm-bindgen adds functions. */
function checkCalls(text, isCut, dead) {
  const name = String.raw`\$(?:"((?:[^"\\]|\\.)*)"|([^\s()]+))`;
  for (const code of text.split('\n (func ').slice(1)) {
    const [, inQuotes, caller = inQuotes] = new RegExp(`^${name}`).exec(code);
    if (isCut(caller)) continue;
    for (const [, quoted, callee = quoted] of code.matchAll(new RegExp(`\\((?:call|return_call|ref\\.func) ${name}`, 'g'))) {
      if (dead.has(callee)) throw new Error(`${caller} calls ${callee}, which was not reached`);
    }
  }
}

/**
 * `bytes` as wasm-bindgen left them, made of `source`, which cargo linked: only there do the relocations fit the code.
 * `uncalled` exports go as well.
 */
export function cutOut(bytes, source, uncalled) {
  const { dead, data } = reach(source, roots(bytes, uncalled), (name) => entrance.test(name));
  const isCut = (name) => dead.has(name) || entrance.test(name);
  if (segments(bytes).some(({ address }) => address < 1024)) throw new Error('data where the stack was expected');
  const kept = without(bytes, ['linking', 'reloc.CODE', 'reloc.DATA']);
  const cleared = clear(kept, data);
  if (cleared < LEAST_CLEARED) throw new Error(`only ${cleared} bytes of data to clear: have the names changed?`);

  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(kept);
  for (const name of uncalled) module.removeExport(name);
  let cut = 0;
  for (let index = module.getNumFunctions() - 1; index >= 0; index--) {
    const { name, params, results, base } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
    if (base || !isCut(name)) continue; // base: imported
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
    cut++;
  }
  checkCalls(module.emitText(), isCut, dead);
  return { bytes: module.emitBinary(), cut, cleared };
}
