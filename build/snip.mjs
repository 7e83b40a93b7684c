// Cuts the formatting of panic messages out of the Wasm: nobody can read them there, a panic is a trap with or without
// its text, and the text costs a quarter of the download. The stable toolchain has no switch for it (nightly has
// -Cpanic=immediate-abort), so the entrances of the machinery are replaced by a trap here and wasm-opt drops the rest.
// docs/decisions/0004-panics-without-words.md

import { readFileSync, writeFileSync } from 'node:fs';
import binaryen from 'binaryen';

/** Functions that only run on the way to an abort, by the start of their demangled name (hashes left out). */
const ENTRANCES =
  /^(core::panicking::|core::(option|result)::(expect_failed|unwrap_failed|.*unwrap_failed)|core::str::slice_error_fail|core::slice::index::slice_|core::slice::.*len_mismatch_fail|core::cell::panic_|alloc::(raw_vec::(capacity_overflow|handle_error)|alloc::handle_alloc_error)|std::(panicking::|rt::|thread::local::panic_access_error)|__rustc::(rust_begin_unwind|rust_panic|__rust_start_panic))/;

const [path] = process.argv.slice(2);
binaryen.setDebugInfo(true); // keeps the names, for whoever looks where the bytes are
const module = binaryen.readBinary(readFileSync(path));
let cut = 0;
for (let index = module.getNumFunctions() - 1; index >= 0; index--) {
  const { name, params, results, base } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
  const readable = name.replace(/\[[0-9a-f]{16}\]/g, '').replace(/[<>]/g, '');
  if (base || !ENTRANCES.test(readable)) continue;
  module.removeFunction(name);
  module.addFunction(name, params, results, [], module.unreachable());
  cut++;
}
if (!cut) throw new Error('found no panic machinery to cut: have its names changed?');
writeFileSync(path, module.emitBinary());
console.log(`cut ${cut} entrances to the panic machinery`);
