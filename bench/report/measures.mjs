// What the chart shows of a run: the few measures that say most, one panel each.

export const PANELS = [
  { suite: 'size', measure: 'brotli', title: 'Download, all code, brotli', unit: 'KB', scale: 1 / 1000 },
  { suite: 'cold', measure: 'slow4g-painted', title: 'First visit to painted card, slow 4G and processor', unit: 's', scale: 1 / 1000 },
  { suite: 'render', measure: 'process', title: 'A feed of 100 as HTML on a server, a process for it', unit: 'ms' },
  { suite: 'render', measure: 'going', title: 'The same in a process that goes on', unit: 'ms' },
  { suite: 'throughput', measure: 'laid-1000', title: '1,000 cards laid out', unit: 'ms' },
  { suite: 'throughput', measure: 'shown-1000', title: '1,000 cards, those in view shown', unit: 'ms' },
  { suite: 'memory', measure: 'process', title: 'Memory of 1,000 cards', unit: 'MB' },
  { suite: 'scroll', measure: 'blocked', title: 'Scrolling on a slow phone, blocked in 100 windows', unit: 'ms' },
  { suite: 'expand', measure: 'open', title: 'Show more, click to layout', unit: 'ms' },
];
