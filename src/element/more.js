// "Show more" of a feed: the next items of what was read, else those of its next page.

import { word } from './fallback.js';
import { request } from './request.js';

/** Pages without anything new that are read on the way to one that has it. */
const MOST_EMPTY = 5;

/** root → the last step in it: what one step has to say comes late, and must not speak over the next. */
const steps = new WeakMap();

/** Where the feed goes on; no page is read twice, and a place in it is no other page. */
function nextOf({ next }, pages) {
  const url = next?.replace(/#.*/, '');
  return !pages.some((page) => url === page.asked || url === page.source) && url;
}

/**
 * Shows one step more in `root`, where the feed may be drawn anew meanwhile, and gives what to tell the page. `pages`
 * are those read so far; `step(page)` adds a page, if there is one, and draws what is at hand; `wait(flag)` says that we
 * wait; `learn(names)` has languages learnt, `language` is the name of the feed's own. Rejects when a page cannot be had: the reader is told, and the same button tries again.
 */
export async function showMore(host, root, signal, { pages, step, wait, learn, language }) {
  const part = (name) => root.querySelector(`[part=${name}]`);
  const tell = (text, failed = false) => {
    part('more')?.toggleAttribute('data-failed', failed);
    const status = part('status');
    if (!status) return;
    status.className = failed ? '' : 'sr';
    status.textContent = text;
  };
  const own = {};
  steps.set(root, own);
  let from;
  const advance = (page) => {
    from = part('items').childElementCount;
    let done, names;
    try {
      done = step(page);
    } catch (cause) {
      if (typeof cause !== 'string') throw cause;
      names = cause; // the page was added all the same
    }
    if (page) pages.push(page);
    return done ?? later(names);
  };
  const later = async (names) => {
    wait(true);
    await learn(names);
    signal.throwIfAborted();
    return advance();
  };
  const warnings = [];
  tell(''); // the same again is heard again only after silence
  let done, next;
  try {
    // In this turn, if it can be: a moved element asks for its page again before the request is let go.
    done = advance();
    if (done.then) done = await done;
    while (!done.added && (next = nextOf(done, pages)) && warnings.length < MOST_EMPTY) {
      wait(true);
      const page = { ...(await request(next, signal)), asked: next };
      signal.throwIfAborted();
      done = await advance(page);
      warnings.push(done.warnings);
    }
  } catch (failure) {
    if (!signal.aborted) tell(word(host, 'moreFailed', language), true);
    throw failure;
  }
  const item = part('items').children[from];
  const heading = item ? headingOf(item) : !next && part('status');
  land(host, root, heading);
  if (done.added || !next) requestAnimationFrame(() => steps.get(root) === own && tell(done.said));
  end(root, done, pages);
  return { shown: done.shown, total: done.total, warnings: warnings.flat() };
}

/** What of a story has the focus when a reader comes to it. */
export const headingOf = (item) => item.querySelector('[part=headline-link], [part=headline]:not(:has(a))') ?? item;

/**
 * The reader comes to `element`, unless they have gone elsewhere since they pressed the button: then they stay there.
 * Safari leaves the focus where it was, on a box around.
 */
export function land(host, root, element) {
  const focused = root.activeElement;
  if (!element || !(focused ? focused.matches('[part=more]') : document.activeElement?.contains(host))) return;
  if (element.localName !== 'a') element.tabIndex = -1;
  element.focus();
}

/** Takes the button away where there is no more. */
export function end(root, done, pages) {
  if (done.shown === done.total && !nextOf(done, pages)) root.querySelector('[part=more]')?.remove();
}
