// The Rust side, as elements call it: there once its Wasm is, and not called again once it has failed.

import { languageOf, learn as learnAll } from './language.js';
import { begin, page } from './page.js';
import { settle } from './settle.js';

let rust;
let ready;
/** After a trap nobody knows what state the instance was left in. */
let dead = false;

/** Has the Wasm loaded by `load`, which gives its exports: by the first who asks. Settles when it can be called, or never can. */
export function wasm(load) {
  ready ??= load().then((exports) => begin((rust = exports).begin({ ...page, settle })));
  return ready;
}

/** Calls `work` with the exports; throws what it throws. */
export function call(work) {
  if (dead) throw { reason: 'format', message: "the card's WebAssembly has failed before: reload the page" };
  try {
    return work(rust);
  } catch (cause) {
    dead ||= cause instanceof WebAssembly.RuntimeError;
    throw cause;
  }
}

/** For calls that answer no one: a trap is told by the next draw. Nothing before there is any Rust. */
export function quietly(work) {
  try {
    return rust ? call(work) : null;
  } catch {
    return null;
  }
}

/** How many cards the Rust side holds now. */
export const mounts = () => quietly((rust) => rust.live()) ?? 0;

/** Has the languages of these names learnt. Never rejects. */
export const learn = (names) => learnAll(names, (text) => quietly((rust) => rust.learn(text)));

/** The name of the words for what `node` is in; nothing where they are English, or there is no Rust. */
export const speech = (node) => quietly((rust) => rust.nearest(languageOf(node)));

/** The same, once they are there. Never rejects. */
export async function language(node) {
  await ready.catch(() => {});
  const name = speech(node);
  if (name) await learn(name);
  return name;
}
