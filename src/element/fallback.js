// What stands in the shadow root while there is no card: the page's own fallback, and what we add to it.

import { said } from './language.js';

/** Reasons for which the reader can try again with some hope. */
const WORTH_RETRYING = ['fetch', 'timeout'];

const WORDS = {
  tryAgain: 'Try again',
  newStories: '{count} new stories',
  oneNewStory: '1 new story',
  noStories: 'No stories at the moment.',
  failed: 'This article could not be loaded.',
  moreFailed: 'More stories could not be loaded.',
};

/**
 * The page's own word, if it is one: Rust reports what is wrong with labels, as soon as there is something to draw. Else
 * that of a language, by its name, if it is there: the first that it has of some forms.
 */
export function word(host, name, language, forms = [name]) {
  try {
    const own = JSON.parse(host.getAttribute('labels'))[name];
    if (typeof own === 'string') return own;
  } catch {} // blank or absent, mostly
  return forms.map((form) => said(language, form)).find(Boolean) ?? WORDS[name];
}

/** How many new stories there are. */
export function counted(host, count, language) {
  const category = new Intl.PluralRules(language || 'en').select(count);
  const name = count === 1 ? 'oneNewStory' : 'newStories';
  return word(host, name, language, [`newStories.${category}`, 'newStories.other']).replace('{count}', count);
}

function element(name, part, ...children) {
  const made = document.createElement(name);
  if (part) made.setAttribute('part', part);
  made.append(...children);
  return made;
}

/** Shows `box` only while the page gave the element nothing to show. The parser may still be delivering it. */
function unlessFallback(host, slot, box) {
  const update = () => {
    box.hidden = slot
      .assignedNodes()
      .some((node) => (node.nodeType === 1 ? !/^(script|template)$/.test(node.localName) : /\S/.test(node.data)));
  };
  slot.addEventListener('slotchange', update);
  queueMicrotask(update);
  return box;
}

/** While loading. */
export function skeleton(host) {
  const slot = element('slot');
  const box = element('div', 'skeleton');
  box.setAttribute('aria-hidden', 'true');
  // The slot behind it keeps its room where there is something to show: see card.css.
  return [unlessFallback(host, slot, box), slot];
}

/**
 * After a failure, and for a feed that is empty: the fallback, or one sentence where there is none, and a button where
 * trying again can help. In English until `language` has come, a promise of its name.
 */
export function fallbackOf(host, failure, retry, language) {
  const slot = element('slot');
  const text = element('span', 'failure-text');
  const button = element('button', 'retry');
  const speak = (language) => {
    text.textContent = word(host, failure.empty ? 'noStories' : 'failed', language);
    button.textContent = word(host, 'tryAgain', language);
  };
  speak();
  language.then(speak);
  const box = element('p', 'failure', unlessFallback(host, slot, text));
  if (WORTH_RETRYING.includes(failure.reason)) {
    button.type = 'button';
    button.addEventListener('click', () => {
      button.setAttribute('aria-disabled', 'true'); // `disabled` would lose the focus
      retry();
    });
    box.append(' ', button);
  }
  return [slot, box];
}

/** The `detail` of `article-card:error` for whatever was thrown. */
export function failureOf(cause) {
  if (cause?.empty) return cause; // none: see `draw`
  if (cause?.reason) return { reason: cause.reason, message: cause.message, path: cause.path ?? '' };
  return { reason: 'format', message: `the document could not be drawn (${cause})`, path: '' };
}

/** The same for a Wasm module that cannot be had. Engines word it differently; all of them name the keyword. */
export function wasmFailure(cause) {
  if (cause?.reason) return cause;
  const blocked = /unsafe-eval|content security policy|\bcsp\b/i.test(cause?.message);
  const message = blocked
    ? "the page's Content-Security-Policy does not allow WebAssembly: add 'wasm-unsafe-eval' to script-src"
    : `this browser cannot run the card's WebAssembly (${cause})`;
  return { reason: blocked ? 'wasm-blocked' : 'wasm-missing', message };
}
