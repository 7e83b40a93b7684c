// A reader who scrolls through many cards on a slow phone.

const COUNT = 1000;
const SECONDS = 30;

export const name = 'scroll';
export const title = 'Scrolling';
export const note = `Through ${COUNT.toLocaleString('en')} cards for ${SECONDS} seconds, a window further in each frame, processor 4 times as slow. *Long tasks* are those of 50 ms and
more, while it scrolls, per hundred windows passed; *blocked* is what they took beyond 50 ms; *shift* is the layout shift
while it scrolls (CLS, summed).`;
export const rounds = 3;
export const groups = [{
  title,
  measures: {
    tasks: { title: 'long tasks', ratios: false },
    blocked: { title: 'blocked', unit: 'ms' },
    longest: { title: 'longest', unit: 'ms' },
    time: { title: 'a window', unit: 'ms' },
    shift: { title: 'shift', ratios: false },
  },
}];

export async function sample(variant, { bed, quick }) {
  const { page, close } = await bed(variant, { cpu: 4 });
  const values = await page.evaluate(scrollThrough, [quick ? 30 : COUNT, SECONDS]);
  await close();
  return values;
}

async function scrollThrough([count, seconds]) {
  await bed.draw(await bed.fresh(count));
  await bed.inView();
  await bed.frame();
  const tasks = [];
  let shift = 0;
  const watch = (type, take) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
    observer.observe({ type });
    return observer;
  };
  const watched = [watch('longtask', ({ duration }) => tasks.push(duration)), watch('layout-shift', ({ value }) => (shift += value))];
  const from = performance.now();
  let windows = 0;
  for (let before = -1; scrollY !== before && performance.now() - from < seconds * 1000; windows++) {
    before = scrollY;
    scrollBy({ top: innerHeight, behavior: 'instant' });
    await bed.frame();
  }
  const time = performance.now() - from;
  await new Promise((done) => setTimeout(done, 200)); // observers are told late
  for (const observer of watched) observer.disconnect();
  const hundred = windows / 100;
  return {
    tasks: tasks.length / hundred,
    blocked: tasks.reduce((sum, task) => sum + task - 50, 0) / hundred,
    longest: Math.max(0, ...tasks),
    time: time / windows,
    shift: shift / hundred,
  };
}
