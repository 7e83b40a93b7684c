// What is found when a document has been drawn and provoked. The same for every engine.
//
//   EXEC  a script ran or was compiled          NAV   the page navigated, or a frame, window or download opened
//   NET   a request that no card makes          DOM   something stands in the card that policy.json refuses
//   HOST  the host page is not as it was        CSP   the page's policy reported a violation
//   HANG  drawing takes too long                PAGE  an error in the page, or a sound document that was not drawn

import { faults } from './structure.mjs';

/** What a card says when it has drawn. */
export const drawnEvent = 'article-card:load';
/** Milliseconds that drawing may take. */
export const budget = 2000;
/** Milliseconds after which nobody waits any longer. */
export const deadline = 20_000;
/** Milliseconds that a document has for doing harm, and when it is looked at again alone. */
export const settle = { first: 25, alone: 600 };

/**
 * Findings from what the page told (guard.js) and from its tree: `KIND what`. `page` is `{ origin, styles }`, as in
 * structure.mjs.
 */
export function verdict({ event, ms = 0, ran, reports, thrown, changed }, tree, documents, page) {
  const found = [
    ...ran.map((call) => `EXEC ${call}`),
    ...reports.map(({ directive, uri, sample }) => `CSP ${directive} ${uri} ${sample}`),
    ...thrown.map((error) => `PAGE ${error}`),
    ...changed.map((change) => `HOST ${change}`),
    ...faults(tree, documents, page).map((fault) => `DOM ${fault}`),
  ];
  // An address that is a script: the policy is asked before it runs.
  const tried = reports.find(({ directive, sample }) => directive.startsWith('script-src') && /javascript:/i.test(sample));
  if (tried) found.push(`EXEC javascript: ${tried.sample}`);
  if (ms > budget) found.push(`HANG drawing took ${Math.round(ms)} ms`);
  if (documents.some(({ wellFormed }) => wellFormed) && event !== drawnEvent) found.push(`PAGE a sound document was not drawn: ${event}`);
  return found;
}

export const kindOf = (finding) => finding.split(' ', 1)[0];

/** Rejects when `promise` takes longer than `ms`. */
export async function within(ms, promise) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(reject, ms, new Error(`no answer within ${ms} ms`)); });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
