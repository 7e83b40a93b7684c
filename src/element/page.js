// What is done for the Rust side on the page's side of the border, because it takes many calls of the browser: building
// nodes, and writing dates. Rust says what (src/dom/code.rs, src/element/intl.rs). Rust's own tests in browsers take this file
// by itself, so it imports nothing.

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

/** The nodes that `code` means, for `root`, in a fragment. */
export function build({ ownerDocument: document }, code) {
  const { number, text, attribute, tag } = reader(code);
  let node = document.createDocumentFragment();
  let step;
  while ((step = number()) >= CLOSE) {
    if (step === CLOSE) node = node.parentNode;
    else if (step === TEXT) node.appendChild(document.createTextNode(text()));
    else {
      const name = attribute(step);
      if (name) node.setAttribute(name, text());
      else node = node.appendChild(document.createElement(tag(step)));
    }
  }
  return node;
}

/** Formats by what they were made for: making one takes longer than anything else of a card. */
const formats = new Map();

function format(how) {
  const [dateStyle, timeStyle, language, timeZone] = how.split(',').map((word) => word || undefined);
  // An unknown zone or language is no reason to show no date.
  for (const [locale, zone] of [[language, timeZone], [language], ['en', timeZone], ['en']]) {
    try {
      return new Intl.DateTimeFormat(locale, { dateStyle, timeStyle, timeZone: zone });
    } catch {}
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** What Intl would write in English, by hand: its first format takes the page's thread longer than ten cards do. */
function english(time, day, clock) {
  const month = MONTHS[time.getUTCMonth()];
  const hour = time.getUTCHours();
  return [
    day && `${day === 'long' ? month : month.slice(0, 3)} ${time.getUTCDate()}, ${time.getUTCFullYear()}`,
    clock && `${hour % 12 || 12}:${`${time.getUTCMinutes()}`.padStart(2, 0)} ${hour < 12 ? 'AM' : 'PM'}`,
  ].filter(Boolean).join(', ');
}

/** A moment, in seconds since 1970, in words: styles of Intl, language and zone in `how`, set apart by commas. */
export function written(seconds, how) {
  const [day, clock, language, zone] = how.split(',');
  const time = new Date(seconds * 1000);
  if (/^en(-us)?$/i.test(language) && day !== 'full' && /^(UTC)?$/.test(zone)) {
    // What the reader's clock shows, as if it were one of UTC.
    const here = () => new Date(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate(), time.getHours(), time.getMinutes()));
    return english(zone ? time : here(), day, clock);
  }
  if (!formats.has(how)) formats.set(how, format(how));
  return formats.get(how).format(time);
}

/** What Rust is given, with `settle`: see src/dom/page.rs. */
export const page = { build, written };
