// The outline a card must draw: the browser's own tree of the same HTML, by the policy of docs/contracts/html.md.

import { Outline, isEmpty } from './outline.js';
import { link, picture } from './links.js';
import { blocks, count, dropped, embeds, film, formats, inlines, isHidden, lines, oneLine, shortened, withoutShortcodes } from './policy.js';

/** Of a caption its words. */
function plain(lines) {
  const words = lines.flatMap(({ line }) => line).filter((run) => !run.picture).map((run) => run.text).join('');
  return words.trim() ? [{ line: [{ text: words.replace(/  +/g, ' ').trim(), marks: '' }] }] : [];
}

const lists = ['ul', 'ol', 'dl'];
const items = ['li', 'dt', 'dd'];
const isBlank = (text) => !/[^ \t\n\f\r]/.test(text);
const named = (element, names) => names.some((name) => element.classList.contains(name));

/** The rows a card must draw of `html`, which belongs to the document at `base`. */
export function expected(html, base) {
  const walk = new Walk(base);
  walk.children(new DOMParser().parseFromString(`<!doctype html>${html}`, 'text/html').body);
  return walk.rows();
}

class Walk {
  #out = new Outline();
  #base;
  /** What runs through the line: `{ name, ends }`. */
  #marks = [];
  #images = 60;
  #links = 400;
  #last;
  #headings = [];

  constructor(base) {
    this.#base = base;
  }

  rows() {
    this.#out.end();
    const shown = this.#headings.filter((heading) => heading.inside.length);
    const highest = Math.min(...shown.map((heading) => heading.level));
    for (const heading of shown) heading.note = Math.min(6, heading.level - highest + 3);
    return this.#out.rows();
  }

  children(node) {
    let loose; // a list that items without one stand in
    for (const child of node.childNodes) {
      const isItem = items.includes(child.localName);
      const isText = child.nodeType === Node.TEXT_NODE;
      if (isItem && this.#out.top.isLoose) this.#out.close(this.#out.top);
      if (isItem && !loose && !lists.includes(this.#out.top.name)) {
        this.#beginBlock();
        loose = this.#out.open(child.localName === 'li' ? 'ul' : 'dl');
      } else if (loose && !isItem && (child.localName || (isText && !isBlank(child.data)))) {
        this.#out.close(loose);
        loose = undefined;
      }
      if (isText) this.#text(child.data);
      else if (child.localName) this.#element(child);
    }
    if (loose) this.#out.close(loose);
  }

  #text(data) {
    const text = withoutShortcodes(data);
    if (!isBlank(text)) this.#fitLine();
    else if (lists.includes(this.#out.top.name)) return;
    this.#out.text(text, this.#names());
  }

  #names() {
    return [...new Set(this.#marks.filter((mark) => mark.name && mark.lives).map((mark) => mark.name))].sort();
  }

  /** Loose lines in a list are items. */
  #fitLine() {
    const list = this.#out.top.name;
    if (lists.includes(list)) this.#out.open(list === 'dl' ? 'dd' : 'li').isLoose = true;
  }

  #element(element) {
    const name = element.localName;
    const isForeign = element.namespaceURI !== 'http://www.w3.org/1999/xhtml';
    if (isForeign || dropped.has(name) || isHidden(element)) return;
    if (this.#out.depth === 1 && this.#bookmark(element)) return;
    if (embeds.has(name)) this.#embed(element);
    else if (lines.has(name)) this.#lines(element);
    else if (name === 'a') this.#link(element);
    else if (formats[name]) this.#marked(element, formats[name], true);
    else if (inlines[name]) this.#marked(element, inlines[name], false);
    else if (name === 'span') this.#marked(element, '', false);
    else if (name === 'br') this.#endLine();
    else if (name === 'img') this.#picture(element);
    else if (name === 'hr') this.#block(element, 'hr');
    else if (/^h[1-6]$/.test(name)) this.#heading(element);
    else if (items.includes(name)) this.#item(element);
    else if (name === 'figure') this.#figure(element);
    else if (blocks[name]) this.#block(element, blocks[name]);
    else this.children(element);
  }

  #endLine() {
    if (this.#out.top.name === 'pre') this.#out.text('\n', this.#names());
    else this.#out.end();
  }

  /** Ends the line, and what runs through it but for formatting. */
  #breakLine() {
    if (!this.#out.holdsOneLine) this.#out.end();
    else if (this.#out.hasLine) this.#out.text(' ', this.#names());
    for (const mark of this.#marks) mark.lives &&= mark.goesOn;
  }

  #lines(element) {
    this.#breakLine();
    this.children(element);
    this.#breakLine();
  }

  #marked(element, name, goesOn) {
    this.#fitLine();
    this.#marks.push({ name, goesOn, lives: true });
    this.children(element);
    this.#marks.pop();
  }

  #link(element) {
    const { href } = link(element.getAttribute('href') ?? '', this.#base);
    if (!href || this.#links === 0) return this.children(element);
    this.#links -= 1;
    this.#marked(element, `a=${href}`, true);
  }

  /** Ends what holds one line; the block stands after it. */
  #beginBlock() {
    this.#out.end();
    for (const mark of this.#marks) mark.lives &&= mark.goesOn;
    while (this.#out.holdsOneLine) this.#out.close(this.#out.top);
  }

  #block(element, name) {
    this.#beginBlock();
    // A list right in a list belongs to the item before it; any other block is an item.
    if (lists.includes(name) && lists.includes(this.#out.top.name) && this.#out.again()) this.#out.top.isLoose = true;
    else if (!items.includes(name)) this.#fitLine();
    const spans = ['colspan', 'rowspan'].map((own) => [own, Math.min(count(element, own) ?? 1, own === 'colspan' ? 20 : 200)]).filter(([, n]) => n > 1);
    const numbers = { ol: ['start'], li: ['value'] }[name]?.map((own) => [own, count(element, own)]).filter(([, n]) => n !== undefined) ?? [];
    const note = [...(/^t[dh]$/.test(name) ? spans : []), ...numbers].map(([own, n]) => ` ${own}=${n}`).join('');
    const block = this.#out.open(name, note);
    this.children(element);
    this.#out.close(block);
    for (const mark of this.#marks) mark.lives &&= mark.goesOn;
    return block;
  }

  #item(element) {
    const name = element.localName;
    this.#beginBlock();
    while (items.includes(this.#out.top.name)) this.#out.close(this.#out.top);
    this.#block(element, name);
  }

  #heading(element) {
    this.#beginBlock();
    if (this.#out.depth > 1) {
      this.#marked(element, 'strong', false);
      return this.#breakLine();
    }
    const block = this.#out.open('h');
    this.#headings.push(Object.assign(block, { level: Math.max(2, Number(element.localName[1])) }));
    this.children(element);
    this.#out.close(block);
  }

  #figure(element) {
    const figure = this.#block(element, 'figure');
    const pull = named(element, ['wp-block-pullquote', 'pullquote', 'kg-blockquote-alt']);
    const shows = (child) => child.pictures || child.isFigure || (child.name === 'blockquote' && !isEmpty(child));
    const media = figure.inside.filter((child) => child.name === 'media');
    let captions = figure.inside.filter((child) => child.name === 'figcaption');
    const others = figure.inside.filter((child) => child.name !== 'figcaption' && child.name !== 'media');
    this.#out.top.inside.push(...media);
    if (media.length) {
      media.at(-1).inside.push(...plain(captions.flatMap((caption) => caption.inside)));
      captions = [];
    }
    const pictures = others.filter((child) => child.pictures || child.isFigure);
    const captioned = captions.some((child) => !isEmpty(child)) && others.some((child) => !isEmpty(child));
    figure.isFigure = pull || others.some(shows) || captioned;
    // A caption of nothing misleads.
    if (!figure.isFigure) return this.#out.top.inside.splice(this.#out.top.inside.indexOf(figure), 1, ...others);
    const flat = pictures.length === 1 ? others.flatMap((child) => (child.isFigure ? child.inside : [child])) : others;
    figure.inside = [...flat, ...captions];
  }

  #picture(element) {
    if (named(element, ['emoji', 'wp-smiley'])) return this.#text(element.getAttribute('alt') ?? '');
    const [width, height] = ['width', 'height'].map((name) => count(element, name));
    if (width <= 2 || height <= 2) return;
    const sources = ['data-src', 'data-lazy-src', 'data-original', 'src'].map((name) => picture(element.getAttribute(name) ?? '', this.#base).href);
    const src = sources.find((href) => href);
    if (!src || src === this.#last || this.#images === 0) return;
    this.#images -= 1;
    this.#last = src;
    this.#fitLine();
    const size = width !== undefined && height !== undefined && Math.max(width, height) <= 20_000 ? ` ${width}×${height}` : '';
    this.#out.picture(`[${src} "${oneLine(element.getAttribute('alt') ?? '', 1000)}"${size}]`, this.#names());
  }

  /** What plays: a box of its own in the body, a link where it stands inside of something. */
  #embed(element) {
    if (named(element, ['wp-embedded-content'])) return;
    const given = ['src', 'data-src', 'data-lazy-src'].map((name) => element.getAttribute(name));
    const sources = [...element.querySelectorAll('source')].map((source) => source.getAttribute('src'));
    const href = [...given, ...sources].map((src) => link(src ?? '', this.#base).href).find((found) => found?.startsWith('http'));
    if (!href) return;
    const title = oneLine(element.getAttribute('title') ?? '', 300);
    this.#beginBlock();
    const isBox = this.#out.depth === 1 || (this.#out.depth === 2 && this.#out.top.name === 'figure');
    if (!isBox) {
      this.#fitLine();
      this.#out.text(title || new URL(href).hostname, this.#links > 0 ? [`a=${href}`] : []);
      this.#links -= 1;
      return this.#out.end();
    }
    const { site, page } = film(href) ?? {};
    const box = this.#out.open('media');
    this.#out.text(title || site || new URL(href).hostname, [`a=${page ?? href}`]);
    this.#out.close(box);
  }

  /** Pages that other pages tell of: of what they hold only this is read. */
  #bookmark(element) {
    const post = named(element, ['wp-embedded-content']);
    if (!['figure', 'blockquote', 'details'].includes(element.localName) || !(post || named(element, ['kg-bookmark-card']))) return false;
    const anchor = element.querySelector('a[href]');
    const { href } = link(anchor?.getAttribute('href') ?? '', this.#base);
    const [headline, excerpt, section] = ['title', 'description', 'publisher'].map((own) => element.querySelector(`.kg-bookmark-${own}`)?.textContent.trim());
    const name = post ? anchor?.textContent.trim() : headline;
    if (!href || !name || [...element.querySelectorAll('*')].some((inner) => !['a', 'div', 'span', 'img', 'p'].includes(inner.localName))) return false;
    this.#breakLine();
    const box = this.#out.open('related');
    for (const [text, marks] of [[section, []], [name, [`a=${href}`]], [excerpt && shortened(excerpt, 300), []]]) {
      this.#out.text(text ?? '', marks);
      this.#out.end();
    }
    const thumbnails = [...element.querySelectorAll('img:not(.kg-bookmark-icon)')].map((image) => picture(image.getAttribute('src') ?? '', this.#base).href);
    const src = thumbnails.find((found) => found);
    if (src) this.#out.picture(`[${src} ""]`, []);
    this.#out.close(box);
    return true;
  }
}
