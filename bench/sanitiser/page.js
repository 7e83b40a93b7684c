// In the page: what is measured. When, and how often, is said by run.mjs.

import DOMPurify from '/dompurify/purify.es.mjs';
import initShipping, * as shipping from '/pkg/shipping/bench.js';
import initFast, * as fast from '/pkg/fast/bench.js';
import { begin, page } from '/element/page.js';

await Promise.all([
  initShipping({ module_or_path: '/pkg/shipping/bench_bg.wasm' }),
  initFast({ module_or_path: '/pkg/fast/bench_bg.wasm' }),
]);

/** Where nodes are built for, and what builds them. */
const root = document.createElement('div').attachShadow({ mode: 'open' });
for (const build of [shipping, fast]) begin(build.begin(page));

/** The same nodes by the same DOM calls, from JavaScript: what no sanitiser that makes nodes of its own can be under. */
function twin(node, into) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      into.appendChild(document.createTextNode(child.data));
      continue;
    }
    const element = document.createElement(child.localName);
    for (const { name, value } of child.attributes) element.setAttribute(name, value);
    into.appendChild(twin(child, element));
  }
  return into;
}

/** What is measured: a name and what it does with a body. */
const contenders = {
  'DOMPurify, fragment': (html) => DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true }),
  'DOMPurify, string': (html) => DOMPurify.sanitize(html),
  'card, nodes': shipping.sanitise,
  'card, fragment': (html) => shipping.fragment(html, root),
  'card at opt-level 3, nodes': fast.sanitise,
  'card at opt-level 3, fragment': (html) => fast.fragment(html, root),
  'DOM calls alone': (html, made) => twin(made, document.createDocumentFragment()),
};

let html = '';
let made = null;

/** Takes `text` as the body that is measured; says how many elements it becomes here and there. */
window.take = (text) => {
  html = text;
  made = shipping.fragment(html, root);
  const elements = (fragment) => fragment.querySelectorAll('*').length;
  return { elements: elements(made), theirs: elements(contenders['DOMPurify, fragment'](html)) };
};

/** Does so many times what a contender does. */
window.run = (name, times) => {
  const contender = contenders[name];
  for (let time = 0; time < times; time++) contender(html, made);
};

window.names = Object.keys(contenders);
window.ownBodies = () => Array.from(shipping.lengths(), (length) => shipping.body(length));
window.ready = true;
