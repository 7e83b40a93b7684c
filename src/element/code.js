// Trees as Rust writes them, in one text: src/dom/code.rs.

/** What a code's characters count from, and how many values one of a length has. */
const FIRST = 32;
const DIGIT = 8192;
export const CLOSE = 0;
export const TEXT = 1;
const ATTRIBUTES = 2;

/** The names of attributes and of elements, by number. */
let attributes, elements;

/** Takes the names that nodes are built with: a line of those of attributes, one of those of elements. */
export function begin(names) {
  [attributes, elements] = names.split('\n').map((line) => line.trim().split(' '));
}

/** Reads a code: step by step, which is NaN after the last; the text that follows some; what others name. */
export function reader(code) {
  let at = 0;
  const number = () => code.charCodeAt(at++) - FIRST;
  return {
    number,
    text() {
      const end = number() * DIGIT + number() + at;
      return code.slice(at, (at = end));
    },
    attribute: (step) => attributes[step - ATTRIBUTES],
    tag: (step) => elements[step - ATTRIBUTES - attributes.length],
  };
}
