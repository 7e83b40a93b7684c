// Bytes as a JavaScript literal, a string: byte n is the code point U+00nn, written as it is. In a UTF-8 module that
// compresses almost as well as the bytes themselves (base64 costs a third more).
//
// CR is frequent in Wasm (it is br_if), and no literal holds it as it is. "^" is rare, so it stands for CR, and U+015E
// for "^": src/element/loader.js turns both back.

// What each kind of literal cannot hold as it is. A template turns CR into LF but may hold LF.
const kinds = {
  '"': /["\\\n]/g,
  "'": /['\\\n]/g,
  '`': /[`\\]|\$(?=\{)/g,
};

/** The shortest literal for these bytes. */
export function literal(bytes) {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('^', '\u015e').replaceAll('\r', '^');
  return Object.entries(kinds)
    .map(([quote, special]) => quote + text.replace(special, (c) => (c === '\n' ? '\\n' : `\\${c}`)) + quote)
    .reduce((best, next) => (next.length < best.length ? next : best));
}
