// What is done for the Rust side on the page's side of the border, because it takes many calls of the browser: building
// nodes, and writing dates. Rust says what (src/dom/code.rs, src/element/intl.rs).

import { CLOSE, TEXT, reader } from './code.js';
import { settle as take } from './settle.js';

/** The nodes that `code` means, for `root`, in a fragment. */
function build({ ownerDocument: document }, code) {
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

/** Takes over what stands in `root`; draws it anew if listeners of the page have meddled with it meanwhile. */
function settle(root, code, isSpoken) {
  try {
    take(root, code, isSpoken);
  } catch {
    root.replaceChildren(build(root, code));
  }
}

/** What Rust is given: see src/dom/page.rs. */
export const page = { build, settle, written };
