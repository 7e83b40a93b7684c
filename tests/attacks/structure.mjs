// What may stand in a card: policy.json, applied to a tree as a browser tells it (snapshot.mjs, inside.js).
//
// A tree is `{ cards, bodies, documents, nodes, text, elements, others }`, the first four counts. `elements` are all
// inside of cards, each `{ name, html, body, attributes }` (`body`: below the part that shows what the publisher wrote);
// `others` are the nodes that are neither elements nor text, each `{ type, body }`.

import { readFileSync } from 'node:fs';

const policy = JSON.parse(readFileSync(new URL('policy.json', import.meta.url), 'utf8'));
const words = (text) => new Set(text.trim().split(/\s+/));

/** Elements that are nowhere in a card, whatever the policy says. */
const forbidden = words(`
  script iframe frame frameset object embed applet base meta link form input textarea select dialog portal fencedframe
  template noscript svg math foreignobject use animate set geolocation permission`);
/** Attributes that are nowhere in a card. Handlers are, too. */
const banned = words(`
  srcdoc formaction action ping background lowsrc dynsrc attributionsrc nonce is autofocus contenteditable popover
  popovertarget commandfor interestfor accesskey http-equiv style slot name`);
const addresses = words(`
  href src action formaction poster background cite data ping xlink:href longdesc usemap manifest codebase archive
  lowsrc dynsrc attributionsrc imagesrcset srcdoc profile classid`);
const comment = 8;
/** The places of what the partner adds, outside of the body: the one element of a card that has a name. */
const isPlace = ({ name: element, body }, name, value) => element === 'slot' && !body && name === 'name' && /^(header|footer)$/.test(value);

const scheme = (address) => (URL.canParse(address) ? new URL(address).protocol : 'no address');
const quoted = (element, name, value) => `${element.name}[${name}=${value.slice(0, 60)}]`;

/**
 * What is wrong with a tree; nothing for one that is as it must be. `origin` is the host page's: no document links to
 * it. `styles` is how many style elements each card may have.
 */
export function faults(tree, documents, { origin, styles = 0 }) {
  const count = documents.length;
  const wrong = new Set();
  const say = (what) => wrong.add(what);
  if (tree.documents !== 1) say(`${tree.documents - 1} frames`);
  if (tree.cards !== count) say(`${tree.cards} cards`);
  if (tree.nodes > policy.nodes * count) say(`${tree.nodes} nodes`);
  if (tree.elements.filter(({ name }) => name === 'style').length > styles * count) say('a style element');
  for (const { shown, bodies } of documents) {
    if (shown && !tree.text.includes(shown)) say(`lost the text “${shown}”`);
    if (bodies !== undefined && tree.bodies !== bodies) say(`${tree.bodies} bodies`);
  }
  for (const { type, body } of tree.others) {
    if (body || type !== comment) say(`a node of type ${type}`);
  }
  for (const element of tree.elements) {
    anywhere(element, origin, say);
    if (element.body) inBody(element, say);
  }
  return [...wrong].slice(0, 20);
}

function anywhere(element, origin, say) {
  if (forbidden.has(element.name.toLowerCase()) || !element.html) say(`a forbidden element ${element.name}`);
  const picture = element.name === 'img';
  for (const [name, value] of element.attributes) {
    if (/^on/i.test(name)) say(`a handler ${quoted(element, name, value)}`);
    if (banned.has(name.toLowerCase()) && !isPlace(element, name, value)) say(`a banned attribute ${quoted(element, name, value)}`);
    if (addresses.has(name)) {
      const allowed = picture ? policy.schemes.image : policy.schemes.link;
      if (!allowed.includes(scheme(value))) say(`a scheme ${quoted(element, name, value)}`);
      if (value.startsWith(`${origin}/`)) say(`an address resolved against the host page ${quoted(element, name, value)}`);
    }
    if (name === 'srcset') {
      const candidates = value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0]).filter(Boolean);
      for (const candidate of candidates) {
        if (!policy.schemes.image.includes(scheme(candidate))) say(`a scheme ${quoted(element, name, candidate)}`);
      }
    }
  }
}

function inBody(element, say) {
  const own = policy.elements[element.name] ?? [];
  if (!(element.name in policy.elements) && !(element.name in policy.elementsOfCard)) {
    say(`an element the policy does not know: ${element.name}`);
  }
  for (const [name, value] of element.attributes) {
    const fromFeed = own.includes(name) || policy.attributes.includes(name);
    const fromCard = policy.setByCard.some((rule) => set(rule, element.name, name, value));
    const valid = fromFeed && isValid(name, value);
    if (!valid && !fromCard) say(`an attribute the policy does not allow: ${quoted(element, name, value)}`);
  }
  const value = (wanted) => element.attributes.find(([name]) => name === wanted)?.[1];
  if (value('target') === '_blank' && !/\bnoopener\b/.test(value('rel') ?? '')) say('target=_blank without rel=noopener');
}

function isValid(name, value) {
  const pattern = policy.patterns[name];
  const range = policy.ranges[name];
  if (pattern && !new RegExp(pattern).test(value)) return false;
  return !range || (/^-?\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1]);
}

/** Whether the card itself sets this, by one of the rules: `{ on, name, value }`, `value` a pattern. */
function set(rule, element, name, value) {
  const on = rule.on === '*' || rule.on.split(' ').includes(element);
  return on && rule.name === name && new RegExp(`^(?:${rule.value})$`, 'u').test(value);
}
