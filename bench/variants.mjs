// The contenders. `module` draws them; `form` says which JSON they take; `files` is all that a browser fetches for an
// English card besides JSON and pictures; `parts` says where a reader finds what; `suites` where they take part;
// `needs` is the package of bench/package.json that they are made with; `render`, what `article-card render` is asked for
// whose card stands in the page before any script.

const JAVASCRIPT = {
  section: '.section', headline: 'h2', date: 'time', readingTime: '.reading-time', picture: 'figure img', body: '.body',
  toggle: 'button.more', name: '.author .name', role: '.author .role', related: '.related strong',
};
const OURS = {
  section: '[part=section]', headline: '[part=headline]', date: '[part=published]', readingTime: '[part=reading-time]',
  picture: '[part=image]', body: '[part=body]', toggle: 'article > [part=toggle]', name: '[part=author-name]',
  role: '[part=author-role]', related: '[part=teaser-headline]',
};

const DRAWN = ['throughput', 'memory', 'leak', 'scroll', 'expand'];
const ALL = ['size', 'cold', ...DRAWN];

const javascript = (name, title, more) =>
  ({ title, module: `/built/${name}.js`, form: 'story', files: [`/built/${name}.js`], parts: JAVASCRIPT, hints: [], options: {}, suites: ALL, ...more });
const ours = (script, title, more) =>
  ({ title, script, module: '/variants/article-card.js', form: 'document', files: [script], parts: OURS, hints: [], options: {}, suites: ALL, ...more });

const json = { as: 'fetch', json: true };
const CARD = '/dist/article-card.js';
const SPLIT = '/dist/split/article-card.js';
const WASM = '/dist/split/article-card.wasm';

/** Name → contender. The first is what all others are compared with. */
export const variants = {
  dompurify: javascript('dompurify', 'JavaScript + DOMPurify'),
  'dompurify-hints': javascript('dompurify', 'JavaScript + DOMPurify, JSON preloaded', { hints: [json], suites: ['cold'] }),
  sethtml: javascript('sethtml', 'JavaScript + setHTML'),
  lazy: javascript('lazy', 'JavaScript, lazy + DOMPurify', { suites: ['size', ...DRAWN] }),
  lit: javascript('lit', 'Lit + DOMPurify', { needs: 'lit' }),
  preact: javascript('preact', 'Preact + DOMPurify', { needs: 'preact' }),
  card: ours(CARD, 'article-card'),
  'card-eager': ours(CARD, 'article-card, loading="eager"', { options: { eager: true }, suites: ['cold', ...DRAWN] }),
  'card-hints': ours(CARD, 'article-card, hints', { hints: [{ as: 'script', href: CARD }, json], suites: ['cold'] }),
  prerendered: ours(CARD, 'article-card, pre-rendered', { render: ['--collapse'], parts: { ...OURS, toggle: 'summary[part=toggle]' }, suites: ['cold'] }),
  'prerendered-whole': ours(CARD, 'article-card, pre-rendered, whole', { render: [], parts: { ...OURS, toggle: undefined }, suites: ['cold'] }),
  core: ours('/dist/article-card.core.js', 'article-card, core', { suites: ['size', 'cold'] }),
  split: ours(SPLIT, 'article-card, split', { files: [SPLIT, WASM], suites: ['size', 'cold'] }),
  'split-hints': ours(SPLIT, 'article-card, split, hints', {
    files: [SPLIT, WASM],
    hints: [{ as: 'script', href: SPLIT }, { as: 'fetch', href: WASM, type: 'application/wasm' }, json],
    suites: ['cold'],
  }),
};
for (const [name, variant] of Object.entries(variants)) variant.name = name;

export const BASELINE = 'dompurify';
