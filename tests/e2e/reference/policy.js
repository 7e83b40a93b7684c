// What becomes of each element, as docs/contracts/html.md says it: a second time, so that a slip in the Rust table shows.

const among = (names) => new Set(names.split(' '));

/** Only end lines. */
export const lines = among('p div section article aside header footer main nav hgroup address center search form fieldset legend');
/** Go with what they hold. */
export const dropped = among('script style title textarea xmp noembed noframes plaintext svg math button select object template canvas map ' +
  'dialog head datalist option optgroup selectedcontent applet frameset meter progress portal fencedframe permission geolocation ' +
  'model rtc rb layer ilayer multicol meta link base basefont bgsound embed source track param area input keygen frame image isindex nextid spacer col');
/** Go on after a block that interrupts them. */
export const formats = { b: 'b', strong: 'strong', em: 'em', i: 'i', u: 'u', s: 's', strike: 's', small: 'small', code: 'code', tt: 'code', del: 'del', ins: 'ins' };
/** End where a block interrupts them. */
export const inlines = {
  sup: 'sup', sub: 'sub', mark: 'mark', q: 'q', cite: 'cite', abbr: 'abbr', acronym: 'abbr', time: 'time', kbd: 'kbd', samp: 'samp',
  var: 'var', dfn: 'dfn', bdi: 'bdi', bdo: 'bdo', ruby: 'ruby', rt: 'rt', rp: 'rp',
};
/** Stay as what they are. */
export const blocks = {
  figcaption: 'figcaption', caption: 'caption', summary: 'summary', figure: 'figure', blockquote: 'blockquote', details: 'details',
  ul: 'ul', ol: 'ol', dl: 'dl', menu: 'ul', dir: 'ul', pre: 'pre', listing: 'pre', table: 'table',
  tbody: 'tbody', thead: 'thead', tfoot: 'tfoot', tr: 'tr', td: 'td', th: 'th',
};
export const embeds = among('iframe video audio');

/** Elements their authors did not want to be seen. */
export function isHidden(element) {
  if (element.hasAttribute('hidden')) return true;
  const style = (element.getAttribute('style') ?? '').replace(/[ \t\n\f\r]/g, '').toLowerCase();
  return style.split(';').some((declared) => /^(display:none|visibility:hidden|opacity:0)(!.*)?$/.test(declared));
}

const ownShortcodes = among('caption gallery embed audio video playlist');

/** Text without what WordPress plug-ins left in it. */
export function withoutShortcodes(text) {
  return text.replace(/\[\/?([a-z][\w-]*)((?: [^\]]*)?)\]/gi, (code, name, attributes) =>
    name.includes('_') || ownShortcodes.has(name) || /=["']/.test(attributes) ? '' : code);
}

/** The number a value starts with. */
export function count(element, name) {
  const digits = element.getAttribute(name)?.match(/^[ \t\n\f\r]*(\d{1,6})/);
  return digits ? Number(digits[1]) : undefined;
}

/** Text as attributes hold it: one line, at most `most` characters. */
export const oneLine = (text, most) => text.replace(/[ \t-\r\u2028\u2029]+/g, ' ').replace(/^ | $/g, '').slice(0, most);

/** `text` in at most `most` characters, cut at a word. */
export function shortened(text, most) {
  const characters = [...text];
  if (characters.length <= most) return text;
  return `${characters.slice(0, most - 1).join('').replace(/ [^ ]*$/, '').replace(/[ ,;:.]+$/, '')}…`;
}

const films = [
  { site: 'YouTube', page: 'https://www.youtube.com/watch?v=', address: /^https?:\/\/(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com\/embed\/|youtube\.com\/(?:watch\?v=|shorts\/|live\/)|youtu\.be\/)([\w-]{11})(?:[?&#/]|$)/ },
  { site: 'Vimeo', page: 'https://vimeo.com/', address: /^https?:\/\/(?:www\.|m\.)?(?:player\.vimeo\.com\/video\/|vimeo\.com\/)(\d{1,12})(?:[?&#/]|$)/ },
];

/** The site and the page of a film whose player is known. */
export function film(href) {
  for (const { site, page, address } of films) {
    const id = address.exec(href)?.[1];
    if (id && !['videoseries', 'live_stream'].includes(id)) return { site, page: page + id };
  }
  return undefined;
}
