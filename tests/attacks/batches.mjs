// Documents looked at several at a time, because loading a page or asking a driver costs more than drawing a card.
// As soon as anything is found, each of them is looked at by itself.

import { kindOf } from './verdict.mjs';

/** Groups of at most `size` jobs; documents that are large, or expected to do something special, go alone. */
export function* batches(jobs, size) {
  let batch = [];
  for (const job of jobs) {
    if (job.document.alone) yield [job];
    else batch.push(job);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length) yield batch;
}

/**
 * A result for each job: the job with `{ findings, unrepeated, reports, event, ms }`. `examine(documents)` resolves to
 * `{ findings, reports, events, ms }` of them all.
 */
export async function together(jobs, examine) {
  const all = await examine(jobs.map(({ document }) => document));
  const resultOf = (job, { findings, reports, events, ms }, index = 0) =>
    ({ ...job, findings, unrepeated: [], reports, event: events[index], ms });
  if (jobs.length === 1 || !all.findings.length) return jobs.map((job, index) => resultOf(job, all, index));
  const results = [];
  for (const job of jobs) results.push(resultOf(job, await examine([job.document])));
  const [first] = results;
  const alone = { findings: results.flatMap(({ findings }) => findings), ms: 0 };
  if (alone.findings.length === 0) {
    const whole = { findings: all.findings, ms: 0 };
    reconsider(whole, alone);
    first.findings = whole.findings;
    first.unrepeated = whole.unrepeated;
  }
  return results;
}

/** Kinds that a busy machine can bring about: it makes pages slow and late, but no script runs for it, no request leaves. */
const kindsOfHaste = ['HANG', 'HOST', 'PAGE'];

/** Makes of a hit what is left of it after a second look. */
export function reconsider(hit, again) {
  const kinds = new Set(again.findings.map(kindOf));
  const stays = (finding) => kinds.has(kindOf(finding)) || !kindsOfHaste.includes(kindOf(finding));
  hit.unrepeated = hit.findings.filter((finding) => !stays(finding));
  hit.findings = [...new Set([...again.findings, ...hit.findings.filter(stays)])];
  hit.ms = Math.min(hit.ms, again.ms);
}
