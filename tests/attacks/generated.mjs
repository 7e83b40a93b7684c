// Documents too large to keep: recipes for what costs a careless renderer seconds or memory.

import { feed } from './documents.mjs';

const article = (fields) => JSON.stringify(feed(fields));
const body = (html) => article({ content_html: html });
const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
/** `html` again and again, `{i}` counted. */
const repeated = (html, count) =>
  html.includes('{i}') ? many(count, (index) => html.replaceAll('{i}', index)).join('') : html.repeat(count);
/** A feed with `inside` under an unknown key, as JSON text: too deep for JSON.stringify. */
const unknown = (inside) => JSON.stringify({ ...feed(), _unknown: 0 }).replace('"_unknown":0', `"_unknown":${inside}`);

const recipes = {
  'deep-array': ({ n }) => unknown('['.repeat(n) + ']'.repeat(n)),
  'deep-object': ({ n }) => unknown('{"a":'.repeat(n) + '1' + '}'.repeat(n)),
  'deep-mixed': ({ n }) => unknown('[{"a":'.repeat(n) + '1' + '}]'.repeat(n)),
  'many-items': ({ n }) => {
    const items = many(n, (index) => ({ id: `${index}`, url: `https://pub.example/${index}`, title: `Item ${index}`, content_html: '<p>x</p>' }));
    return JSON.stringify({ ...feed(), items });
  },
  'many-tags-field': ({ n }) => article({ tags: many(n, (index) => `t${index}`) }),
  'many-authors': ({ n }) => article({ authors: many(n, (index) => ({ name: `A${index}` })) }),
  'big-title': ({ n }) => article({ title: 'T'.repeat(n) }),
  'big-body-text': ({ n }) => body('a '.repeat(n / 2)),
  'deep-html': ({ n, tag }) => body(`<${tag}>`.repeat(n) + 'x'),
  'wide-html': ({ n, html }) => body(repeated(html, n)),
  'many-attrs': ({ n }) => body(`<p ${many(n, (index) => `a${index}=1`).join(' ')}>x`),
  'long-attr': ({ n }) => body(`<p title="${'x'.repeat(n)}">x</p>`),
  'big-colspan': ({ n }) => body('<table>' + `<tr><td colspan=${n} rowspan=${n}>x`.repeat(50)),
  'selectedcontent-bomb': ({ n }) =>
    body('<select><button><selectedcontent></selectedcontent></button><option selected>' + '<b>x</b>'.repeat(n)),
  'formatting-bomb': ({ n }) => body(many(n, (index) => `<font a${index}=1>`).join('') + '<p>x</p>'.repeat(200)),
  'foster-bomb': ({ n }) => body('<table>' + '<b>x'.repeat(n)),
  'misnest-bomb': ({ n }) => body('<b><i><p></b></i>'.repeat(n)),
  'unclosed-quote': ({ n }) => body('<p title="' + 'x<p '.repeat(n / 4)),
  'comment-bomb': ({ n }) => body('<!--'.repeat(n)),
  'lt-bomb': ({ n }) => body('<'.repeat(n)),
};

/** The JSON text of one recipe: `{ type, n, … }`. */
export function generated(recipe) {
  const make = recipes[recipe.type];
  if (!make) throw new Error(`no recipe “${recipe.type}” in generated.mjs`);
  return make(recipe);
}
