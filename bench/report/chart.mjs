// The chart: a panel for each measure, a bar for each contender. Shorter is better everywhere. It brings its colours for
// light and dark, since pictures in a page do not know its theme but by the reader's system.

import { median } from '../statistics.mjs';
import { number } from './markdown.mjs';
import { PANELS } from './measures.mjs';

const WIDTH = 860;
const NAMES = 300;
const ROW = 20;
const BAR = 12;
const ROOM = WIDTH - NAMES - 90;

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600 }
.value { fill: #59636e }
.other { fill: #8c959f }
.baseline { fill: #57606a }
.ours { fill: #0969da }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc }
  .value { fill: #9198a1 }
  .other { fill: #656c76 }
  .baseline { fill: #9198a1 }
  .ours { fill: #4493f8 }
}`;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function bars(panel, found, top) {
  const rows = Object.entries(found.samples)
    .map(([name, values]) => ({ name, value: median((values[panel.measure] ?? []).filter(Number.isFinite)) * (panel.scale ?? 1) }))
    .filter(({ value }) => Number.isFinite(value));
  const most = Math.max(...rows.map(({ value }) => value));
  return rows.map(({ name, value }, place) => {
    const y = top + place * ROW;
    const title = found.titles[name];
    const kind = title.startsWith('article-') ? 'ours' : name === found.baseline ? 'baseline' : 'other';
    const length = Math.max(1, (value / most) * ROOM).toFixed(1);
    return `<text x="${NAMES - 8}" y="${y + BAR - 1}" text-anchor="end">${escaped(title)}</text>
<rect class="${kind}" x="${NAMES}" y="${y}" width="${length}" height="${BAR}" rx="2"/>
<text class="value" x="${(NAMES + Number(length) + 6).toFixed(1)}" y="${y + BAR - 1}">${number(value)} ${panel.unit}</text>`;
  });
}

/** The chart of a run, as SVG. */
export function chart(results) {
  let top = 24;
  const parts = [];
  for (const panel of PANELS) {
    const found = results.suites[panel.suite];
    if (!found) continue;
    const drawn = bars(panel, found, top + 12);
    if (!drawn.length) continue;
    parts.push(`<text class="title" x="0" y="${top}">${escaped(panel.title)}</text>`, ...drawn);
    top += 12 + drawn.length * ROW + 28;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}" viewBox="0 0 ${WIDTH} ${top}" role="img" aria-label="Medians of all contenders; shorter is better">
<style>${STYLE}
</style>
${parts.join('\n')}
</svg>
`;
}
