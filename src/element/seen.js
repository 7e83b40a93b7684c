// Tells once that a reader has had a card before their eyes: half of it, or half of the window full of it, for a second.

const SECOND = 1000;
const waiting = new WeakMap();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
      const { timer, tell } = waiting.get(target);
      clearTimeout(timer);
      const much = intersectionRatio >= 0.5 || intersectionRect.height >= rootBounds?.height / 2;
      if (much) waiting.set(target, { tell, timer: setTimeout(look, SECOND, target, tell) });
    }
  },
  { threshold: [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5] },
);

function look(target, tell) {
  // A window behind others shows it to nobody.
  if (document.hidden) return waiting.set(target, { tell, timer: setTimeout(look, SECOND, target, tell) });
  unwatch(target);
  tell();
}

/** Calls `tell` when `target` has been seen. */
export function watch(target, tell) {
  waiting.set(target, { tell });
  observer.observe(target);
}

export function unwatch(target) {
  clearTimeout(waiting.get(target)?.timer);
  observer.unobserve(target);
}
