// A partner's page with one card, as its makers would have written it, and a clock.

import { head } from './bed.mjs';

const CLOCK = `<script>
window.measured = { shift: 0 };
new PerformanceObserver((list) => { for (const entry of list.getEntries()) measured.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
window.painted = new Promise((done) => {
  window.drawn = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { measured.painted = performance.now(); setTimeout(() => done(measured), 100); };
    port2.postMessage(0);
  });
});
addEventListener('article-card:load', () => drawn());
</script>`;

const hint = ({ as, href, type }) => as === 'script'
  ? `<link rel="modulepreload" crossorigin href="${href}">`
  : `<link rel="preload" as="fetch" href="${href}"${type ? ` type="${type}"` : ''} crossorigin>`;

/** The page for one contender. Scripts and story are those of `publisher`, another origin. */
export function coldPage({ module, script, form, hints, options }, publisher) {
  const url = `${publisher}/data/${form}.json`;
  const card = script
    ? `<article-card src="${url}"${options.eager ? ' loading="eager"' : ''}><a href="https://news.example/story/0">The headline</a></article-card><script type="module" async src="${publisher}${script}"></script>`
    : `<div id="cards"></div>
<script type="module">
import { render } from '${publisher}${module}';
const story = await (await fetch('${url}')).json();
await render(document.getElementById('cards'), [story]);
drawn();
</script>`;
  return `${head(CLOCK)}
${hints.map((one) => hint({ ...one, href: one.json ? url : publisher + one.href })).join('\n')}
<h1>Host page</h1>
<p>Text above the card.</p>
${card}
<p>Text below the card.</p>
`;
}
