// Before anything is measured: each contender shows what the articles say, opens, and lets nothing through. One that
// does not is not measured.

import { story } from './articles.mjs';

const COUNT = 3;

/** What is wrong with a contender: sentences. */
export async function verify(variant, { bed, server }) {
  const { page, errors, close } = await bed(variant);
  const expected = Array.from({ length: COUNT }, (_, index) => story(index, server.publisher));
  const wrong = await page.evaluate(inPage, expected);
  await close();
  return [...wrong, ...errors];
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
  for (const [place, { story, paragraphs, links }] of expected.entries()) {
    const card = bed.cards()[place];
    card.scrollIntoView();
    const toggle = await until(() => bed.part(card, 'toggle'));
    if (!toggle) return [...wrong, `card ${place} has no button that opens it`];
    const text = (part) => bed.part(card, part)?.textContent;
    same('section', text('section'), story.section);
    same('headline', text('headline'), story.title);
    same('name', text('name'), story.author.name);
    same('role', text('role'), story.author.role);
    same('related', text('related'), story.related.title);
    same('picture', bed.part(card, 'picture')?.alt, story.image.alt);
    same('date', String(Date.parse(bed.part(card, 'date')?.dateTime)), String(Date.parse(story.publishedAt)));
    if (!/^\d+ min/.test(tidy(text('readingTime')))) wrong.push(`reading time: “${text('readingTime')}”`);

    toggle.click();
    const last = await until(() => {
      const node = [...bed.part(card, 'body').querySelectorAll('p')].at(-1);
      return node?.checkVisibility({ contentVisibilityAuto: false }) && node.getBoundingClientRect().height > 0 && node;
    });
    if (!last) wrong.push(`card ${place} does not open`);
    const body = bed.part(card, 'body');
    const found = [...body.querySelectorAll('p')];
    if (found.length !== paragraphs.length) wrong.push(`${found.length} paragraphs, not ${paragraphs.length}`);
    paragraphs.forEach((wanted, index) => same(`paragraph ${index}`, found[index]?.textContent, wanted));
    const led = body.querySelectorAll('a[href^="https://example.com/ref/"]').length;
    if (led !== links) wrong.push(`${led} links, not ${links}`);
    for (const element of body.querySelectorAll('*')) {
      if (/^(script|style|iframe|svg|object|form)$/i.test(element.tagName)) wrong.push(`lets <${element.localName}> through`);
      for (const { name, value } of element.attributes) {
        if (/^on|^style$/i.test(name) || /^\s*javascript:/i.test(value)) wrong.push(`lets ${name}="${value}" through`);
      }
    }
    toggle.click();
  }
  if (window.__ran) wrong.push('runs scripts of the article');
  return wrong;
}
