// A feed as HTML with one of the renderers for Node: the JSON of stories on standard input → HTML, and out; or, with a
// file of JSON, as often as is asked for in a process that goes on, as render/library.rs does it:
// node bench/render/node.mjs preact|lit sanitised|unsafe [FILE WARM TIMES]

import { readFileSync } from 'node:fs';

const [renderer, bodies, file, warm, times] = process.argv.slice(2);
const { render } = await import(`./${renderer}.mjs`);
const clean = bodies === 'sanitised' ? (await import('./clean.mjs')).clean : (html) => html;
const style = `<style>${readFileSync(new URL('../variants/card.css', import.meta.url), 'utf8')}</style>`;
const page = (json) => style + render(JSON.parse(json), clean);

const json = readFileSync(file ?? 0, 'utf8');
if (!file) process.stdout.write(page(json));
else {
  console.log(Buffer.byteLength(page(json)));
  for (let time = 1; time < warm; time++) page(json);
  for (let time = 0; time < times; time++) {
    const from = process.hrtime.bigint();
    page(json);
    console.log(String(process.hrtime.bigint() - from));
  }
}
