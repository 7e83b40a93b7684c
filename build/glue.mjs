// The JavaScript that wasm-bindgen writes → the same with the short names of imports and exports, without what a browser
// that runs the elements does not need, or what nobody calls.

/** Text or pattern → what stands there instead. Each must be found: wasm-bindgen may write something else one day. */
const SHORTER = [
  [/^if \(Symbol\.dispose\).*$/m, ''], // nobody else has a Card
  // Both are older than private methods, which the elements have.
  [/\(typeof FinalizationRegistry === 'undefined'\)\s+\? \{.*\}\s+: new/g, 'new'],
  [/if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}\n/, ''],
  // One way to hand a text over: the one that wasm-bindgen has for who cannot grow what was allocated.
  [/if \(realloc === undefined\) \{([^]*?return ptr;\s+)\}[^]*?\n\}\n/, '$1}\n'],
  [/(passStringToWasm0\([^()]+), wasm\.__wbindgen_malloc, wasm\.__wbindgen_realloc\)/g, '$1)'],
  ['function passStringToWasm0(arg, malloc, realloc)', 'function passStringToWasm0(arg)'],
  ['const ptr = malloc(', 'const ptr = wasm.__wbindgen_malloc('],
  [/getUint8ArrayMemory0\(\)\.subarray\(ptr, ptr \+ buf\.length\)\.set\(buf\)/, 'getUint8ArrayMemory0().set(buf, ptr)'],
  // Memory that has grown has another buffer, and the old one has no bytes.
  [/if \(cachedDataViewMemory0 === null \|\| .*\{/, 'if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer) {'],
  // We start it once, with a compiled module.
  [
    /let wasmModule, wasmInstance, wasm;[^]*$/,
    `let wasm;
export function initSync({ module }) {
  wasm = new WebAssembly.Instance(module, __wbg_get_imports()).exports;
  wasm.__wbindgen_start();
}
`,
  ],
];

/** Exports of the Wasm that nobody calls after that. */
export const UNCALLED = ['__wbindgen_realloc'];

function replace(glue, what, by) {
  const next = glue.replace(what, by);
  if (next === glue) throw new Error(`the glue has no ${what}`);
  return next;
}

export function shorter(glue) {
  const short = SHORTER.reduce((text, [what, by]) => replace(text, what, by), glue);
  for (const name of UNCALLED) if (short.includes(name)) throw new Error(`the glue still calls ${name}`);
  return short;
}

/** `imports` and `exports` as wasm-opt prints them. */
export function renamed(glue, { imports, exports }) {
  let text = glue;
  for (const [, name, short] of imports) text = replace(text, new RegExp(`\\b${name}: function`, 'g'), `${short}: function`);
  for (const [name, short] of exports) {
    // `memory` and what only wasm-bindgen knows may not be in the glue.
    if (new RegExp(`wasm\\.${name}\\b`).test(text)) text = replace(text, new RegExp(`wasm\\.${name}\\b`, 'g'), `wasm.${short}`);
  }
  return replace(text, new RegExp(`"${imports[0][0]}": import0`, 'g'), '"a": import0');
}
