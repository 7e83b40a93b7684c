// What a link or picture must be, by the browser's own URL: the address, or the reason why there is none.

const most = 2048;
/** As the standard begins: control characters and spaces around it go, tabs and line breaks go. */
const clean = (text) => text.replace(/^[\0- ]+|[\0- ]+$/g, '').replace(/[\t\n\r]/g, '');

const refused = (reason) => ({ reason });
/** An address that may be left out, for a reason: nobody writes it so, or only the browser knows how. */
const given = (href, may) => (href.length > most ? refused('longer than 2048 characters') : { href, may });

/** `{ href }`, `{ href, may }` or `{ reason }` for the link `text` in a document at `base`. */
export function link(text, base) {
  const input = clean(text);
  if (!input) return refused('empty');
  if (input.startsWith('#')) return refused('only a fragment');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(input)?.[1].toLowerCase();
  if (scheme === 'mailto') return mail(input);
  if (scheme === 'tel') return telephone(input);
  if (scheme && !/^https?$/.test(scheme)) return refused('scheme');
  const own = scheme ? input.slice(scheme.length + 1) : input;
  const slashes = own.match(/^[/\\]*/)[0].length;
  const authority = scheme || slashes > 1 ? own.slice(slashes).match(/^[^/\\?#]*/)[0] : undefined;
  if (authority?.includes('@')) return refused('credentials');
  let url;
  try {
    url = new URL(input.replaceAll('\0', '%00'), base); // Firefox ends addresses there
  } catch {
    return refused('no URL');
  }
  const may = scheme && slashes < 2 ? 'fewer than two slashes after the scheme' : authority !== undefined && odd(authority, url.hostname);
  return given(url.href, may || undefined);
}

/** What is odd about a host as it was typed; `host` is what the browser made of it. */
function odd(authority, host) {
  const typed = authority.replace(/:\d*$/, '').toLowerCase();
  if (typed.includes('%')) return 'percent sign in the host';
  if (/[^\0-\x7f]/.test(typed)) return 'host in another script';
  if (/[^a-z0-9._:[\]-]/.test(typed)) return 'host with other characters than letters, digits, dots, hyphens and underscores';
  if (host.length > 253) return 'host longer than 253 characters';
  return typed !== host && 'address in an unusual spelling';
}

function mail(input) {
  const [address] = input.slice('mailto:'.length).split('?'); // its fields would fill a message in
  const plain = /^[a-z0-9.!#$&'*+/=^_`{|}~-]+@[a-z0-9._-]{1,253}$/i.test(address);
  return plain ? given(`mailto:${address}`) : refused('mailto with more than an address');
}

function telephone(input) {
  const number = input.slice('tel:'.length);
  return /^[0-9+\-.()*#]{3,32}$/.test(number) ? given(`tel:${number}`) : refused('tel with more than a number');
}

/** Names that mean something only near the reader, and addresses that are numbers. */
const local = /^(\[.*|[^.]*|.*\.(local|localhost|internal|lan|home|intranet|arpa|test|invalid)|(.*\.)?[^a-z.][^.]*)$/;

/** The same for a picture on a page of another host. */
export function picture(text, base) {
  const { href, may, reason } = link(text, base);
  if (reason) return refused(reason);
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol)) return refused('scheme');
  if (local.test(url.hostname.replace(/\.$/, ''))) return refused('local host');
  // By hand: the setter would drop the port 443 of http.
  // Written anew: what was another port may be the one of https.
  return { href: new URL(href.replace(/^http:/, 'https:')).href, may };
}
