// docs/benchmarks.md and its chart, as a run gives them: never by hand.

import { writeFileSync } from 'node:fs';
import { chart } from './chart.mjs';
import { markdown } from './markdown.mjs';

const introduction = ({ chromium, command, date, load, machine, node, suites, versions }) => `# Benchmarks

The card beside what one would take instead, in one run: written by \`${command}\` on ${date}, with
Chromium ${chromium}, Node ${node}, ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')}; on ${machine}, with a load of ${load.map((one) => one.toFixed(1)).join(' before and ')} after.

![Medians of all contenders; shorter is better](pictures/bench.svg)

All draw the same articles of twenty paragraphs, whose HTML is dirty: what they show was compared with what the articles
say before anything was measured. A cell is the median of all rounds (${Object.entries(suites).map(([name, { rounds }]) => `${name} ${rounds}`).join(', ')}), ± is how far half of the
rounds are from it. *Of baseline* is compared round by round, in brackets the interval in which it lies with 95 %. The
contenders take turns, in another order each round. An article-card shows the first paragraphs and folds the rest, the others
fold the whole body; it draws what is near the window, with \`loading="eager"\` everything at once. *Hints* are
\`modulepreload\` and \`preload\` in the page's head. How it works: \`bench/\`; what each word means: below.
`;

export function write(results, suites) {
  writeFileSync('docs/benchmarks.md', `${introduction(results)}\n${markdown(results, suites)}\n`);
  writeFileSync('docs/pictures/bench.svg', chart(results));
}
