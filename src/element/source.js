// Where the JSON comes from: the `data` property, the `src` attribute (a URL or an element of the page), or a child.

import { request } from './request.js';

const SCRIPT = 'script[type="application/json"], script[type="application/ld+json"]';

/** The address, if there is one: templates write `src=""` before they know it. */
export const srcOf = (host) => host.getAttribute('src')?.trim();

/** The element's document as text, with the URL it came from if it came from one. */
export async function read(host, data, signal, cache) {
  if (data !== undefined) return { json: asText(data) };
  const src = srcOf(host);
  if (src.startsWith('#')) return { json: await inPage(host, src.slice(1), signal) };
  return request(absolute(src), signal, cache);
}

function asText(data) {
  if (typeof data === 'string') return data;
  try {
    const text = JSON.stringify(data);
    if (text) return text;
  } catch (cause) {
    throw { reason: 'json', message: `data cannot be written as JSON (${cause.message})` };
  }
  throw { reason: 'json', message: `expected data to be an object, a list or JSON text, found a ${typeof data}` };
}

function absolute(src) {
  try {
    // An attribute of the page: resolved as every src of the page is.
    return new URL(src, document.baseURI).href;
  } catch {
    throw { reason: 'fetch', message: `src is not a URL: ${src}` };
  }
}

/** Settles when `find` finds something; a page that is still arriving may deliver it later. */
function whenFound(root, find, signal) {
  return new Promise((resolve, reject) => {
    let observer;
    const look = () => {
      const found = find();
      if (!found && !signal.aborted) return;
      observer.disconnect();
      document.removeEventListener('readystatechange', look);
      found ? resolve(found) : reject(signal.reason);
    };
    observer = new MutationObserver(look);
    observer.observe(root, { attributes: true, childList: true, subtree: true, characterData: true });
    document.addEventListener('readystatechange', look);
    signal.addEventListener('abort', look);
    look();
  });
}

const parsed = () => document.readyState !== 'loading';

/** A script, or template, is whole when the parser has gone past it: it arrives in pieces. */
export function isWhole(script) {
  for (let node = script; node; node = node.parentNode ?? node.host) if (node.nextSibling) return true;
  return parsed();
}

/** The element's inline JSON, when it has it: scripts may append it, slow pages may deliver it late. */
export async function inline(host, signal) {
  // The parser's next node may be the element's sibling.
  const found = await whenFound(host.parentNode ?? host, () => {
    const script = host.querySelector(`:scope > :is(${SCRIPT})`);
    return script && isWhole(script) && script;
  }, signal);
  return found.textContent;
}

async function inPage(host, id, signal) {
  const root = host.getRootNode();
  const found = await whenFound(document, () => {
    const script = root.getElementById?.(id) ?? document.getElementById(id);
    return script ? isWhole(script) && { script } : parsed() && { script };
  }, signal);
  if (!found.script) throw { reason: 'fetch', message: `the page has no element with the id "${id}"` };
  return found.script.textContent;
}
