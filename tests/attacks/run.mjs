// Puts every hostile payload into documents, has them drawn, and looks for harm: `make attacks`, `make test-attacks`.
//
//   node tests/attacks/run.mjs [--sample] [part of a payload's id …]     MODES=firefox,prerender chooses modes
//   node tests/attacks/run.mjs --record                                  writes down what the control does
//
// The payloads are other people's and stay in the shared folder; expected.json holds nothing but counts. A page that
// does everything wrong is the control: what runs there shows that the harness would notice. What is missing on this
// machine is skipped and said, except with CI set: there it is a failure.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { missing } from '../e2e/engines.mjs';
import { project } from '../e2e/shared.mjs';
import { choose, corpora, payloadFolder } from './corpora.mjs';
import { documentsOf } from './documents.mjs';
import { controlExtents, controls, controlSlots, extents, modes } from './modes.mjs';
import { details, fired, table } from './table.mjs';

const record = new URL('expected.json', import.meta.url);
/** What the control may fall short of what is recorded: pages are not quite the same twice. */
const tolerance = 0.05;
const shownFindings = 40;

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const parts = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const extent = options.includes('--sample') ? 'sample' : 'whole';
const names = process.env.MODES?.split(',').filter(Boolean) ??
  Object.keys(modes).filter((name) => !extents[extent].leaves?.includes(name));
const unknown = [...names.filter((name) => !modes[name]), ...options.filter((name) => !['--sample', '--record'].includes(name))];
const report = join(project, 'target', 'attacks', `${extent}.txt`);
const said = [];

if (unknown.length) fail(`no ${unknown.join(', ')}; modes are ${Object.keys(modes).join(', ')}`);
else if (!payloadFolder) skip('attacks (no xss/open in ARTICLE_CARD_SHARED)');
else if (options.includes('--record')) await write(corpora());
else await attack(corpora());

async function attack(all) {
  const expected = JSON.parse(readFileSync(record, 'utf8'));
  for (const [corpus, count] of Object.entries(expected.payloads)) {
    const there = all.get(corpus)?.length ?? 0;
    if (there < count) fail(`${corpus}: ${there} payloads where ${count} are recorded`);
  }
  if (parts.length) say('chosen payloads only: without the control, this shows nothing of the harness');
  // Engines side by side: Chromium keeps the processor busy, the others mostly wait to be asked.
  const used = new Set(names.map((name) => modes[name].engine));
  await Promise.all([...used].map((engine) => attackIn(engine, all, expected)));
}

async function attackIn(engine, all, expected) {
  const own = names.filter((name) => modes[name].engine === engine);
  const lacking = missing(engine);
  if (lacking) return skip(`${own.join(', ')} (${lacking} not found)`);
  const done = new Map();
  for (const name of own) {
    const { control, about } = modes[name];
    try {
      if (!parts.length && !done.has(control)) done.set(control, await controlled(control, all, expected));
      await examine(name, about, jobsOf(all, extents[extent].modes(name)), done.get(control));
    } catch (error) {
      fail(`${name}: ${error.stack}`);
    }
  }
}

/** Every chosen payload in one mode. */
async function examine(name, about, jobs, control) {
  if (!jobs.length) return fail(`no payload's id has ${parts.join(' or ')} in it`);
  const begun = Date.now();
  const results = await modes[name].run(jobs, { progress: progress(name, jobs.length) });
  say(table(`\n${about} (${seconds(begun)})`, results, control));
  const lines = details(results);
  say(lines.slice(0, shownFindings).map((line) => `  ${line}`).join('\n'));
  if (lines.length > shownFindings) say(`  and ${lines.length - shownFindings} more`);
  if (results.length !== jobs.length) fail(`${name}: ${results.length} documents looked at, not ${jobs.length}`);
  const hits = results.filter(({ findings, reports }) => findings.length || reports);
  if (hits.length) fail(`${name}: harm or reports in ${hits.length} of ${results.length} documents`);
}

/** The control's figures beside what is recorded; falling short of it is a failure. */
async function controlled(name, all, { control }) {
  const kind = extents[extent].control(name);
  const counts = await figures(name, kind, all);
  const expected = control[name][kind];
  for (const [corpus, count] of Object.entries(expected)) {
    const least = Math.floor(count * (1 - tolerance));
    if ((counts[corpus] ?? 0) < least) fail(`control ${name}: a script ran for ${counts[corpus]} payloads of ${corpus}, not for ${least} or more`);
  }
  return { fired: counts, expected };
}

/** On how many payloads of each collection a script runs in a control. */
async function figures(name, kind, all) {
  const jobs = jobsOf(all, controlExtents[kind], controlSlots);
  return fired(await controls[name](jobs, { progress: progress(`control ${name}`, jobs.length) }));
}

async function write(all) {
  const counts = { payloads: Object.fromEntries([...all].map(([corpus, payloads]) => [corpus, payloads.length])), control: {} };
  for (const name of Object.keys(controls)) {
    counts.control[name] = {};
    for (const kind of new Set(Object.values(extents).map(({ control }) => control(name)))) {
      counts.control[name][kind] = await figures(name, kind, all);
    }
  }
  writeFileSync(record, `${JSON.stringify(counts, null, 2)}\n`);
}

function jobsOf(all, every, slots) {
  return choose(all, every)
    .filter(({ payload }) => !parts.length || parts.some((part) => payload.id.includes(part)))
    .flatMap(({ corpus, payload }) => documentsOf(payload).map((document) => ({ corpus, id: payload.id, document })))
    .filter(({ document }) => !slots || slots.includes(document.slot));
}

/** Says every ten seconds how far a mode is. */
function progress(name, total) {
  const begun = Date.now();
  let next = begun + 10_000;
  return (count) => {
    if (Date.now() < next) return;
    next = Date.now() + 10_000;
    console.error(`${name}: ${count} of ${total} documents, ${seconds(begun)}`);
  };
}

function seconds(begun) {
  return `${((Date.now() - begun) / 1000).toFixed(0)} s`;
}

/** Prints, and keeps in a file. */
function say(text) {
  if (!text) return;
  console.log(text);
  said.push(text);
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, `${said.join('\n')}\n`);
}

function skip(what) {
  if (process.env.CI) fail(`missing: ${what}`);
  else say(`skipped: ${what}`);
}

function fail(message) {
  say(`FAILED ${message}`);
  process.exitCode = 1;
}
