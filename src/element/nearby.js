// When an element begins: as soon as a reader may soon see it.

/** Pixels before the window within which there is no time to lose. */
const MARGIN = 600;

/** host → what begins it, given its width in pixels */
const waiting = new Map();

/** What begins it says so by `notNear`. */
const begin = (host, width) => waiting.get(host)?.(width);

/** Elements in closed tabs and panels never begin. */
const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target, boundingClientRect } of entries) if (isIntersecting) begin(target, boundingClientRect.width);
  },
  { rootMargin: `${MARGIN}px 0px` },
);

/** How many new elements are looked at before the page is laid out for its next frame. */
const FIRST = 10;
let first = [];

/** The observer tells what is near only after a frame without it. */
function look() {
  const places = first.map((host) => [host, host.checkVisibility() && host.getBoundingClientRect()]);
  first = [];
  for (const [host, { top, bottom, left, right, width }] of places) {
    const isNear = top < innerHeight + MARGIN && bottom > -MARGIN && left < innerWidth && right > 0;
    if (isNear) begin(host, width);
  }
}

/** Calls `call(width)` when `host` comes near, until `notNear` is. */
export function whenNear(host, call) {
  waiting.set(host, call);
  observer.observe(host);
  // What is near in a frame may be far down the page that the frame is in.
  if (self === top && first.length < FIRST && first.push(host) === 1) requestAnimationFrame(look);
}

/** It has begun, or is gone. */
export function notNear(host) {
  waiting.delete(host);
  observer.unobserve(host);
}
