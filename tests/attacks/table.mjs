// Results as a table: a line for each collection, then a line for each finding.

const columns = ['payloads', 'documents', 'refused', 'findings', 'reports'];

/** Counts by collection, and of all of them together under `all`. */
export function tally(results) {
  const counts = new Map();
  const of = (corpus) => counts.get(corpus) ?? counts.set(corpus, { payloads: new Set(), documents: 0, refused: 0, findings: 0, reports: 0 }).get(corpus);
  for (const { corpus, id, findings, reports, event } of results) {
    for (const count of [of(corpus), of('all')]) {
      count.payloads.add(`${corpus} ${id}`);
      count.documents += 1;
      count.refused += event === 'refused' || event === 'article-card:error';
      count.findings += findings.length > 0;
      count.reports += reports > 0;
    }
  }
  const sorted = [...counts].sort(([a], [b]) => (a === 'all') - (b === 'all') || (a < b ? -1 : 1));
  return new Map(sorted.map(([corpus, count]) => [corpus, { ...count, payloads: count.payloads.size }]));
}

/** Payloads of each collection on which a script ran, and of all. */
export function fired(results) {
  const ran = new Map();
  for (const { corpus, id, findings } of results) {
    if (!ran.has(corpus)) ran.set(corpus, new Set());
    if (findings.some((finding) => finding.startsWith('EXEC '))) ran.get(corpus).add(id);
  }
  const counts = [...ran].map(([corpus, ids]) => [corpus, ids.size]).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...Object.fromEntries(counts), all: counts.reduce((sum, [, count]) => sum + count, 0) };
}

/** The table of one mode. `control` is `{ fired, expected }`, counts by collection. */
export function table(title, results, control) {
  const rows = [['', ...columns, ...(control ? ['control ran', 'recorded'] : [])]];
  for (const [corpus, count] of tally(results)) {
    const ran = control ? [control.fired[corpus] ?? 0, control.expected[corpus] ?? 0] : [];
    rows.push([corpus, ...columns.map((column) => count[column]), ...ran]);
  }
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  const line = (row) => row.map((cell, at) => (at ? String(cell).padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ').trimEnd();
  return [title, ...rows.map(line)].join('\n');
}

/** What was found, a line for each document; `unrepeated` is what a second look did not find again. */
export function details(results) {
  const line = ({ id, document, findings }) => `${id} (${document.slot}): ${findings.slice(0, 4).join(' | ')}`;
  const found = results.filter(({ findings }) => findings.length).map(line);
  const once = results.filter(({ findings, unrepeated }) => !findings.length && unrepeated.length);
  return [...found, ...once.map((result) => `not repeated: ${line({ ...result, findings: result.unrepeated })}`)];
}
