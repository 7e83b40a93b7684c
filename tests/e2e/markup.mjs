// HTML as people write it, at random: any element where the standard lets it stand, end tags that may be left out left
// out now and then. The same number gives the same text.

const phrasing = ['a', 'b', 'strong', 'em', 'i', 'u', 's', 'small', 'code', 'del', 'ins', 'span', 'sup', 'sub', 'mark', 'q', 'cite', 'abbr', 'kbd', 'font', 'label', 'x-y'];
const flow = ['p', 'p', 'p', 'div', 'section', 'blockquote', 'ul', 'ol', 'dl', 'table', 'figure', 'details', 'pre', 'hr', 'heading'];
/** What stands between words now and then. */
const oddities = [
  ' ', '<br>', '<br>', '<wbr>', '<!-- -->', '<span hidden>unseen</span>', '<i style="Display: none">unseen</i>', '<script>"</p>"</script>',
  '<style>p { }</style>', '<svg><path d=""/><text>drawn</text></svg>', '<img class="emoji" src="/e.png" alt="🦊">', '<img src="/1x1.gif" width="1" height="1">',
  '[caption id="x"]', '[sic]', '<button>press</button>', '<iframe src="//film.example/1" title="A film"></iframe>', '<noscript>without</noscript>',
];

/** Elements whose end tag may be left out, where such an element or the end of the parent follows. */
const mayStayOpen = ['li', 'dt', 'dd', 'tr', 'td', 'th', 'tbody', 'thead'];

export class Markup {
  #state;
  #pictures = 0;

  constructor(number) {
    this.#state = number;
  }

  #below(count) {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((this.#state / 0x8000_0000) * count);
  }

  #oneOf(list) {
    return list[this.#below(list.length)];
  }

  #times(most, make) {
    return Array.from({ length: this.#below(most) + 1 }, make).join(this.#oneOf(['', '\n', ' ']));
  }

  body() {
    return this.#times(4, () => this.#block(3));
  }

  /** Tags that end in another order than they began, or never. */
  overlapping() {
    const open = [];
    return Array.from({ length: 12 }, () => {
      const kind = this.#below(10);
      if (kind < 4 || (kind > 6 && !open.length)) return this.#text();
      if (kind > 6) return `</${open.splice(this.#below(open.length), 1)[0]}>`;
      const name = this.#oneOf(['p', 'b', 'i', 'em', 'a', 'strong', 'code', 'u']);
      open.push(name);
      return name === 'a' ? '<a href="/1">' : `<${name}>`;
    }).join('');
  }

  #element(name, inside, attributes = '') {
    const open = mayStayOpen.includes(name) && this.#below(3) === 0;
    return `<${name}${attributes}>${inside}${open ? '' : `</${name}>`}`;
  }

  #text() {
    return this.#oneOf(['word', 'two words', ' spaced ', 'é &amp; ü', 'x&nbsp;y', '&lt;b&gt;', '字']);
  }

  #picture() {
    this.#pictures += 1;
    return `<img src="/${this.#pictures}.jpg" alt="${this.#text()}">`;
  }

  /** A line; `within` are the elements it stands in. */
  #line(depth, within = []) {
    return this.#times(3, () => {
      const kind = this.#below(depth > 0 ? 10 : 6);
      if (kind < 4) return this.#text();
      if (kind === 4) return this.#oneOf(oddities);
      if (kind === 5) return this.#below(3) ? this.#text() : this.#picture();
      const name = this.#oneOf(phrasing);
      if (name === 'a' && within.includes('a')) return this.#text();
      return this.#element(name, this.#line(depth - 1, [...within, name]), name === 'a' ? ` href="/${this.#below(9)}"` : '');
    });
  }

  #flow(depth) {
    if (depth < 1) return this.#line(1);
    return this.#times(3, () => (this.#below(2) ? this.#line(1) : this.#block(depth - 1)));
  }

  #block(depth) {
    const name = this.#oneOf(depth > 0 ? flow : ['p', 'div', 'hr', 'heading']);
    const item = (own) => this.#element(own, this.#flow(depth));
    switch (name) {
      case 'p': return this.#element('p', this.#line(2));
      case 'hr': return '<hr>';
      case 'pre': return this.#element('pre', this.#oneOf(['', '\n', '\n\n', ' ']) + this.#text() + this.#line(1));
      case 'heading': return this.#element(this.#oneOf(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']), this.#line(1));
      case 'ul': case 'ol': return this.#element(name, this.#times(3, () => item('li')));
      case 'dl': return this.#element(name, this.#times(2, () => this.#element('dt', this.#line(1)) + item('dd')));
      case 'details': return this.#element(name, this.#element('summary', this.#line(1)) + this.#flow(depth));
      case 'table': return this.#element(name, this.#rows('thead', 'th', depth) + this.#rows('tbody', 'td', depth));
      case 'figure': return this.#element(name, this.#oneOf([this.#picture(), `<div>${this.#picture()}</div>`, `<span>${this.#picture()}</span>`, this.#block(depth - 1)]) +
        this.#oneOf(['', this.#element('figcaption', this.#line(1))]));
      default: return this.#element(name, this.#flow(depth));
    }
  }

  #rows(group, cell, depth) {
    const rows = this.#times(2, () => this.#element('tr', this.#times(2, () => this.#element(cell, this.#flow(depth - 1)))));
    return this.#element(group, rows);
  }
}
