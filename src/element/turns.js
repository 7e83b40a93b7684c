// When cards are drawn: those that are wanted at once share the page's thread with everything else on it, and those that
// nobody has come near yet are drawn while it is idle, so that searching in the page finds what they say.

/** Milliseconds of drawing in one go. */
const SLICE = 8;

/** Tasks between which browsers make no frame, if nobody does anything: with many cards a frame takes as long as a turn. */
const TASKS = 12;

let begun; // when the first of this task was drawn
let tasks = 0; // to come
const queue = [];

/** Ends a task and begins another: timers are held up when they follow each other. */
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  tasks -= 1;
  begun = undefined;
  if (queue.length) go();
};

function go() {
  const lasts = () => performance.now() - begun < SLICE;
  let may = begun === undefined || lasts();
  if (begun === undefined) {
    begun = performance.now();
    for (; !tasks || (queue.length > TASKS && tasks < TASKS); tasks++) port2.postMessage(0);
  }
  for (; may && queue.length; may = lasts()) queue.shift()();
}

/** Has `draw()` called when another card may be drawn: at once, unless this task has drawn for long. It never throws. */
export function inTurn(draw) {
  queue.push(draw);
  go();
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
