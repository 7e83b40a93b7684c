// “Show more”: from the click to the open body, laid out.

const COUNT = 30;

export const name = 'expand';
export const title = 'Show more';
export const note = `${COUNT} cards, opened one after the other: click → body open and laid out. Closing is measured the same.`;
export const rounds = 5;
export const groups = [{ title, measures: { open: { title: 'open', unit: 'ms' }, close: { title: 'close', unit: 'ms' } } }];

export async function sample(variant, { bed, median }) {
  const { page, close } = await bed(variant);
  const found = await page.evaluate(pressAll, COUNT);
  await close();
  return { open: median(found.open), close: median(found.close) };
}

async function pressAll(count) {
  await bed.draw(await bed.fresh(count));
  const times = { open: [], close: [] };
  for (const card of bed.cards()) {
    card.scrollIntoView();
    do await bed.frame(); while (!bed.part(card, 'toggle'));
    for (const [what, wanted] of [['open', 'true'], ['close', 'false']]) {
      const button = bed.part(card, 'toggle');
      bed.layOut();
      const from = performance.now();
      button.click();
      // Frameworks answer in a microtask, or in a task of their own.
      for (let turn = 0; button.ariaExpanded !== wanted; turn++) await (turn < 3 ? null : new Promise((done) => setTimeout(done)));
      card.getBoundingClientRect();
      times[what].push(performance.now() - from);
      await bed.frame();
    }
  }
  return times;
}
