// Medians, and how sure one may be of them.

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  return sorted[below] + ((sorted[below + 1] ?? sorted[below]) - sorted[below]) * (place - below);
}
export const median = (values) => quantile(values, 0.5);

/** Half of all values are no further from the median than this. */
export function spread(values) {
  const middle = median(values);
  return median(values.map((value) => Math.abs(value - middle)));
}

/** Chance that can be repeated: the same values, the same interval. */
function chance() {
  let state = 12345;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/**
 * How much of the baseline's is `own`, round by round: what a round was like hits both alike. The median of the
 * ratios, and the interval in which it lies with 95 %, by bootstrap over the rounds.
 */
export function ratio(own, baseline) {
  const ratios = own.map((value, round) => value / baseline[round]).filter(Number.isFinite);
  if (!ratios.length) return null;
  const next = chance();
  const medians = Array.from({ length: 2000 }, () => median(ratios.map(() => ratios[Math.floor(next() * ratios.length)])));
  return { ratio: median(ratios), low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
}
