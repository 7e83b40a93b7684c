// A card of a server's whose shadow tree could not become one: a script has put it in as HTML, or the parser came to it after
// this script, and found that the element had a shadow tree already.

import { isWhole } from './source.js';

/** Nothing of these is in a card. What cleans HTML for a page may not look into templates, which do nothing by themselves. */
const FOREIGN = 'script,iframe,frame,object,embed,svg,math,form,base,meta,template,link:not([rel=stylesheet])';

const isForeign = (element) => element.protocol === 'javascript:' || element.getAttributeNames().some((name) => /^on|^style$/.test(name));

/** Puts it into `root`, if there is one in `host`; gives whether there was. */
export function unpack(host, root) {
  const template = host.querySelector(':scope>template[shadowrootmode]');
  if (!template || !isWhole(template)) return false;
  const { content } = template;
  if (content.querySelector(FOREIGN) || [...content.querySelectorAll('*')].some(isForeign)) return false;
  root.replaceChildren(content);
  template.remove();
  return true;
}
