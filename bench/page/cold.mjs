// A partner's page with one card, as its makers would have written it, and a clock.

import { documentOf, story } from '../articles.mjs';
import { rendered } from '../native.mjs';
import { head } from './bed.mjs';

/** Of a card that stands in the page there are two times: when it is seen, and when its script has taken it over. */
const clock = (stands) => `<script>
window.measured = { shift: 0 };
new PerformanceObserver((list) => { for (const entry of list.getEntries()) measured.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
window.painted = new Promise((done) => {
  let missing = ${stands ? 2 : 1};
  const count = () => --missing || setTimeout(() => done(measured), 100);
  window.drawn = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { measured.painted = performance.now(); count(); };
    port2.postMessage(0);
  });
  addEventListener('article-card:load', ${stands ? '() => { measured.taken = performance.now(); count(); }' : 'drawn'});
});
</script>`;

const hint = ({ as, href, type }) => as === 'script'
  ? `<link rel="modulepreload" crossorigin href="${href}">`
  : `<link rel="preload" as="fetch" href="${href}"${type ? ` type="${type}"` : ''} crossorigin>`;

/**
 * The page for one contender. Scripts and story are those of `publisher`, another origin; a pre-rendered card and what
 * it was made of come with the page, at `origin`.
 */
export function coldPage({ module, script, form, hints, options, render }, publisher, origin) {
  const url = `${publisher}/data/${form}.json`;
  const element = render
    // From here on it is as whole as the others are when they say so.
    ? `${rendered(documentOf(story(0, publisher).story), [...render, '--page', origin]).trim()}<script>drawn()</script>`
    : `<article-card src="${url}"${options.eager ? ' loading="eager"' : ''}><a href="https://news.example/story/0">The headline</a></article-card>`;
  const card = script
    ? `${element}<script type="module" async src="${publisher}${script}"></script>`
    : `<div id="cards"></div>
<script type="module">
import { render } from '${publisher}${module}';
const story = await (await fetch('${url}')).json();
await render(document.getElementById('cards'), [story]);
drawn();
</script>`;
  return `${head(clock(render))}
${hints.map((one) => hint({ ...one, href: one.json ? url : publisher + one.href })).join('\n')}
<h1>Host page</h1>
<p>Text above the card.</p>
${card}
<p>Text below the card.</p>
`;
}
