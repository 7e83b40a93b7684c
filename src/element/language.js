// The words of a language: had once for all cards of the page, when the first of them asks for it. English is in the Wasm.

/** A language that has not come by then is done without. */
const TIMEOUT = 10_000;

/** Name → its words (see build/lang.mjs), or a promise of them; '' when they cannot be had. Some builds have one inside. */
const words = new Map(__WORDS__);

/** A page that runs this script by its hash is not to run another one without. */
const isPinned = () => [...document.scripts].some(({ src, integrity }) => integrity && src === import.meta.url);

async function have(name) {
  if (isPinned()) return '';
  const late = new Promise((resolve) => setTimeout(resolve, TIMEOUT));
  try {
    // A module, not JSON by `fetch`: who may run this script may have this too, whatever connect-src says.
    const module = await Promise.race([import(new URL(`${__PLACE__}lang/${name}.js`, import.meta.url)), late]);
    return module.default.trim(); // or it is no such file
  } catch {
    return '';
  }
}

/** Asks once. */
function get(name) {
  if (!words.has(name)) words.set(name, have(name).then((text) => (words.set(name, text), text)));
  return words.get(name);
}

/** The language that `node` is in: a tag, as far as page and card say. */
export function languageOf(node) {
  for (; node; node = node.getRootNode().host) {
    const speaker = node.closest('[lang]');
    if (speaker) return speaker.getAttribute('lang').trim().replaceAll(' ', '_'); // which is no tag, and one word
  }
  return 'en';
}

/** The text of a label in the language of this name, if that is there. */
export function said(name, label) {
  const text = words.get(name);
  if (!text?.split) return; // not yet, or never
  const lines = text.split('\n');
  return lines[lines.indexOf(label) + 1 || -1];
}

/** Teaches the languages with these names; never rejects. */
export async function learn(names, teach) {
  await Promise.all(names.trim().split(' ').map(async (name) => teach(`${name} ${await get(name)}`)));
}
