// When cards are drawn: those that are wanted at once share the page's thread with everything else on it, and those that
// nobody has come near yet are drawn while it is idle, so that searching in the page finds what they say.

/** Milliseconds of drawing in one go. */
const SLICE = 12;

let begun;

/** Resolves when another card may be drawn: at once, unless this task has drawn for long. */
export async function turn() {
  for (;;) {
    const now = performance.now();
    if (begun === undefined) {
      begun = now;
      setTimeout(() => (begun = undefined));
    }
    if (now - begun < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** How many cards are drawn before anybody comes near. */
const MOST = 50;

let left = MOST;
let asked = false;
const waiting = new Map(); // host → what draws it

function ask() {
  if (asked || !left || !waiting.size || !self.requestIdleCallback) return;
  asked = true;
  requestIdleCallback(() => {
    asked = false;
    for (const [host, draw] of waiting) {
      waiting.delete(host);
      // In closed tabs and panels nothing is searched.
      if (!host.checkVisibility()) continue;
      left -= 1;
      draw();
      break;
    }
    ask();
  });
}

/** Has `host` drawn when there is time. */
export function later(host, draw) {
  waiting.set(host, draw);
  ask();
}

/** `host` is drawn now, or gone. */
export const notLater = (host) => waiting.delete(host);
