// Bytes as a JavaScript string literal: byte n is the code point U+00nn, written as it is. In a UTF-8 module that
// compresses almost as well as the bytes themselves (base64 costs a third more), and `charCodeAt` reads it back.

// What each kind of literal cannot hold as it is. A template turns CR into LF but may hold LF.
const kinds = {
  '"': /["\\\r\n]/g,
  "'": /['\\\r\n]/g,
  '`': /[`\\\r]|\$(?=\{)/g,
};
const named = { '\r': '\\r', '\n': '\\n' };

/** The shortest literal for these bytes. */
export function literal(bytes) {
  const text = Buffer.from(bytes).toString('latin1');
  return Object.entries(kinds)
    .map(([quote, special]) => quote + text.replace(special, (c) => named[c] ?? `\\${c}`) + quote)
    .reduce((best, next) => (next.length < best.length ? next : best));
}
