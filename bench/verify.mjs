// Before anything is measured: each contender shows what the articles say, opens, and lets nothing through. One that
// does not is not measured.

import { story } from './articles.mjs';
import { openTab } from './browser.mjs';

const COUNT = 3;

/** What `count` articles say. */
export const expected = (count, pictures) => Array.from({ length: count }, (_, index) => story(index, pictures));

/** What is wrong with a contender: sentences. */
export async function verify(variant, context) {
  if (variant.render) return verifyStanding(variant, context);
  const { bed, server } = context;
  const { page, errors, close } = await bed(variant);
  const wrong = await page.evaluate(inPage, expected(COUNT, server.publisher));
  await close();
  return [...wrong, ...errors];
}

/** The card of the very page that is measured: without its script, and once that has come, which has to leave it alone. */
async function verifyStanding({ name, parts, script }, { browser, server }) {
  server.warm(`/cold/${name}`); // fails here, if it does
  const wrong = [];
  const found = new Set();
  for (const scripted of [false, true]) {
    const { close, errors, page } = await openTab(browser);
    if (!scripted) await page.route(`**${script}`, (route) => route.abort());
    await page.goto(`${server.origin}/cold/${name}`);
    if (scripted) await page.evaluate(() => window.painted);
    found.add(await page.evaluate(() => document.querySelector('article-card').shadowRoot.innerHTML));
    wrong.push(...(await verifyPage(page, { cards: 'article-card', parts }, expected(1, server.publisher))), ...errors);
    await close();
  }
  return found.size > 1 ? [...wrong, 'its script changes it'] : wrong;
}

/**
 * What is wrong with cards that stand in a page: `cards` finds them, `within` the shadow tree of something; `parts` as
 * those of a variant. Of cards that are `unsafe` paragraphs are counted, not read.
 */
export async function verifyPage(page, look, articles) {
  await page.evaluate(({ cards, parts, unsafe, within }) => {
    window.bed = {
      cards: () => [...(within ? document.querySelector(within).shadowRoot : document).querySelectorAll(cards)],
      draw() {},
      frame: () => new Promise(requestAnimationFrame),
      fresh() {},
      part: (card, part) => (card.shadowRoot ?? card).querySelector(parts[part]),
      parts,
      unsafe,
    };
  }, look);
  return page.evaluate(inPage, articles);
}

async function inPage(expected) {
  const wrong = [];
  const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const same = (what, found, wanted) => {
    if (tidy(found) !== tidy(wanted)) wrong.push(`${what}: “${tidy(found).slice(0, 80)}”, not “${tidy(wanted).slice(0, 80)}”`);
  };
  /** Until `test` gives something, at most ten seconds. */
  const until = async (test) => {
    for (const end = performance.now() + 10_000; performance.now() < end; await bed.frame()) if (test()) return test();
    return null;
  };
  await bed.draw(await bed.fresh(expected.length));
  if (bed.cards().length !== expected.length) return [`${bed.cards().length} cards, not ${expected.length}`];
  const folds = Boolean(bed.parts.toggle);
  for (const [place, { story, paragraphs, links }] of expected.entries()) {
    const card = bed.cards()[place];
    card.scrollIntoView();
    const toggle = folds && (await until(() => bed.part(card, 'toggle')));
    if (folds && !toggle) return [...wrong, `card ${place} has no button that opens it`];
    const text = (part) => bed.part(card, part)?.textContent;
    same('section', text('section'), story.section);
    same('headline', text('headline'), story.title);
    same('name', text('name'), story.author.name);
    same('role', text('role'), story.author.role);
    same('related', text('related'), story.related.title);
    same('picture', bed.part(card, 'picture')?.alt, story.image.alt);
    same('date', String(Date.parse(bed.part(card, 'date')?.dateTime)), String(Date.parse(story.publishedAt)));
    if (!/^\d+ min/.test(tidy(text('readingTime')))) wrong.push(`reading time: “${text('readingTime')}”`);

    if (folds) toggle.click();
    // The styles of unsafe articles are at work: what is seen of them is their own affair.
    const last = bed.unsafe || await until(() => {
      const node = [...bed.part(card, 'body').querySelectorAll('p')].at(-1);
      return node?.checkVisibility({ contentVisibilityAuto: false }) && node.getBoundingClientRect().height > 0 && node;
    });
    if (!last) return [...wrong, `card ${place} does not open`];
    const body = bed.part(card, 'body');
    const found = [...body.querySelectorAll('p')];
    if (found.length !== paragraphs.length) wrong.push(`${found.length} paragraphs, not ${paragraphs.length}`);
    if (bed.unsafe) continue;
    paragraphs.forEach((wanted, index) => same(`paragraph ${index}`, found[index]?.textContent, wanted));
    const led = body.querySelectorAll('a[href^="https://example.com/ref/"]').length;
    if (led !== links) wrong.push(`${led} links, not ${links}`);
    for (const element of body.querySelectorAll('*')) {
      if (/^(script|style|iframe|svg|object|form)$/i.test(element.tagName)) wrong.push(`lets <${element.localName}> through`);
      for (const { name, value } of element.attributes) {
        if (/^on|^style$/i.test(name) || /^\s*javascript:/i.test(value)) wrong.push(`lets ${name}="${value}" through`);
      }
    }
    if (folds) toggle.click();
  }
  if (window.__ran && !bed.unsafe) wrong.push('runs scripts of the article');
  return wrong;
}
