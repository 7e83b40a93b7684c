// The page in which contenders draw as often as they are asked to.

/** Written once for all pages: what stands before anything else. */
export const head = (script) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bench</title>
<style>body { margin: 16px auto; max-width: 720px; font: 16px/1.5 system-ui, sans-serif }</style>
${script}`;

/** Keeps the memory of the card's WebAssembly, so that its size can be asked for. */
const MEMORY = `<script>
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(...all) {
    const started = Reflect.construct(...all);
    window.memory = Object.values(started.exports).find((value) => value instanceof WebAssembly.Memory);
    return started;
  },
});
</script>`;

/** The page for one contender; what it can be asked is in bed.js. */
export const bedPage = ({ module, script, form, parts, options }) => `${head(MEMORY)}
<div id="cards"></div>
${script ? `<script type="module" src="${script}"></script>` : ''}
<script type="module">
import * as contender from '${module}';
import { makeBed } from '/page/bed.js';
window.bed = await makeBed(contender, ${JSON.stringify({ form, parts, options })});
</script>
`;
