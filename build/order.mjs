// An order of functions in which neighbours resemble each other: compression finds more, and finds it closer.

import { bodies, functionNames, importedFunctions, withFunctionNames } from './sections.mjs';

/** So many bytes in a row are a feature of a function: an instruction or two. */
const FEATURE = 4;
/** So many functions that were placed last are compared with the next, the nearest counting most. */
const NEIGHBOURS = 8;

function features(body) {
  const found = new Set();
  for (let at = 0; at + FEATURE <= body.length; at++) found.add(body.readUInt32LE(at));
  return found;
}

/** Cosine: what two functions share, in relation to how big they are. */
function likeness(a, b) {
  const [small, big] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const feature of small) if (big.has(feature)) shared++;
  return shared / (Math.sqrt(small.size * big.size) + 1);
}

/** Numbers of the bodies in such an order: begins with the biggest, then always takes what is most like the last. */
function order(sequence) {
  const all = sequence.map(features);
  const likenesses = all.map((one) => Float32Array.from(all, (other) => likeness(one, other)));
  const biggest = sequence.reduce((best, body, index) => (body.length > sequence[best].length ? index : best), 0);
  const placed = [biggest];
  const left = new Set(sequence.keys());
  left.delete(biggest);
  while (left.size) {
    const last = placed.slice(-NEIGHBOURS).reverse();
    let [best, most] = [undefined, -1];
    for (const candidate of left) {
      const like = last.reduce((sum, one, distance) => sum + likenesses[one][candidate] / (distance + 1), 0);
      if (like > most) [best, most] = [candidate, like];
    }
    placed.push(best);
    left.delete(best);
  }
  return placed;
}

/** The module with functions named so that wasm-opt's --reorder-functions-by-name puts them in this order. */
export function namedByLikeness(bytes) {
  const imported = importedFunctions(bytes);
  const names = new Map([...functionNames(bytes)].filter(([index]) => index < imported));
  const found = order(bodies(bytes).map(({ at, end }) => bytes.subarray(at, end)));
  found.forEach((body, place) => names.set(imported + body, String(place).padStart(5, '0')));
  return withFunctionNames(bytes, names);
}
