// How long drawing takes: articles parsed a moment ago → cards laid out, and → the frame that shows what is in view.

const COUNTS = [1, 10, 100, 1000];
const TIMES = { 1: 20, 10: 10, 100: 5, 1000: 3 };
const QUICK = { 1: 3, 10: 2, 100: 1, 1000: 1 };

export const name = 'throughput';
export const title = 'Drawing';
export const note = `From parsed JSON. *Laid out*: all cards drawn, style and layout forced. *In view*: the frame is made that shows the cards in the
window; the rest may come later, as shipped cards do. Each round is a fresh page, warmed up; *first ten* is before that.`;

const of = (kind, what) => Object.fromEntries(COUNTS.map((count) => [`${kind}-${count}`, { title: `${count.toLocaleString('en')} ${what}`, unit: 'ms' }]));
export const groups = [
  { title: 'Laid out', measures: { first: { title: 'first ten', unit: 'ms' }, ...of('laid', 'laid out') } },
  { title: 'In view', measures: of('shown', 'in view') },
];

export async function sample(variant, { bed, quick, counts = COUNTS, median }) {
  const { page, close } = await bed(variant);
  const lazy = await page.evaluate(() => bed.lazy);
  const values = {};
  values.first = lazy ? NaN : await page.evaluate(() => bed.untilLaidOut(10));
  await page.evaluate(async () => {
    for (let time = 0; time < 5; time++) await bed.untilShown(10);
  });
  for (const count of counts) {
    for (const [kind, ask] of [['laid', 'untilLaidOut'], ['shown', 'untilShown']]) {
      if (lazy && kind === 'laid') continue;
      const times = (quick ? QUICK : TIMES)[count];
      values[`${kind}-${count}`] = median(await page.evaluate(async ([method, articles, often]) => {
        const found = [];
        for (let time = 0; time < often; time++) found.push(await bed[method](articles));
        return found;
      }, [ask, count, kind === 'shown' ? Math.ceil(times / 2) : times]));
    }
  }
  await close();
  return values;
}
