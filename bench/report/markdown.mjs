// Results → tables in Markdown.

import { median, ratio, spread } from '../statistics.mjs';
import { BASELINE, variants } from '../variants.mjs';

/** Three digits tell enough; more would claim to. */
export function number(value) {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en');
  return Number(value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3)).toString();
}

/** `1.05 (0.98–1.10)`: what it is of the baseline's, and the interval in which that lies with 95 %. */
function compared(own, baseline) {
  const found = ratio(own, baseline);
  if (!found) return '–';
  const [middle, low, high] = [found.ratio, found.low, found.high].map((value) => value.toFixed(2));
  return low === high ? `${middle} ×` : `${middle} × (${low}–${high})`;
}

const usable = (values) => values?.filter(Number.isFinite) ?? [];

function table(group, { baseline: first = BASELINE, samples, titles }) {
  const measures = Object.entries(group.measures);
  const head = measures.flatMap(([, { title, unit, ratios = true }]) => [unit ? `${title}, ${unit}` : title, ...(ratios ? ['of baseline'] : [])]);
  const rows = Object.entries(samples).filter(([, values]) => measures.some(([key]) => usable(values[key]).length)).map(([name, values]) => [
    titles[name] ?? variants[name].title,
    ...measures.flatMap(([key, { ratios = true }]) => {
      const found = usable(values[key]);
      const own = found.length ? `${number(median(found))}${found.length > 1 && spread(found) ? ` ±${number(spread(found))}` : ''}` : '–';
      const baseline = samples[first]?.[key];
      return ratios ? [own, found.length && baseline ? compared(values[key], baseline) : '–'] : [own];
    }),
  ]);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(['', ...head]), line(['---', ...head.map(() => '--:')]), ...rows.map(line)].join('\n');
}

/** All suites that ran, in order. */
export function markdown(results, suites) {
  const parts = [];
  for (const suite of suites) {
    const found = results.suites[suite.name];
    if (!found) continue;
    parts.push(`## ${suite.title}`, suite.note);
    for (const group of suite.groups) {
      const measured = Object.values(found.samples).some((values) => Object.keys(group.measures).some((key) => values[key]));
      if (!measured) continue;
      if (suite.groups.length > 1) parts.push(`### ${group.title}`);
      parts.push(table(group, found));
    }
  }
  return parts.join('\n\n');
}
