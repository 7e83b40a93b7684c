// The same card with Preact and DOMPurify.

import { h, render as draw } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import DOMPurify from 'dompurify';
import { drawAll } from './vanilla.js';
import { ALLOWED_ATTR, ALLOWED_TAGS, address, date, readingTime, sheet } from './words.js';

const options = { ALLOWED_TAGS, ALLOWED_ATTR };

function Article({ story }) {
  const [open, setOpen] = useState(false);
  const body = useMemo(() => ({ __html: DOMPurify.sanitize(story.bodyHtml, options) }), [story]);
  const { author, image, related } = story;
  const later = { loading: 'lazy', decoding: 'async' };
  return h('article', { class: 'card' },
    h('header', null,
      h('p', { class: 'section' }, story.section),
      h('h2', null, h('a', { href: address(story.url) }, story.title)),
      h('p', { class: 'meta' },
        h('time', { dateTime: story.publishedAt }, date(story.publishedAt)),
        ' · ',
        h('span', { class: 'reading-time' }, readingTime(story.wordCount)))),
    h('figure', null,
      h('img', { ...later, width: image.width, height: image.height, alt: image.alt, src: address(image.src) }),
      h('figcaption', null, image.caption)),
    h('div', { class: 'body', id: 'body', hidden: !open, dangerouslySetInnerHTML: body }),
    h('button', { class: 'more', type: 'button', 'aria-expanded': String(open), 'aria-controls': 'body', onClick: () => setOpen(!open) },
      open ? 'Show less' : 'Show more'),
    h('aside', { class: 'author' },
      h('img', { ...later, width: 48, height: 48, alt: '', src: address(author.avatar) }),
      h('div', null,
        h('p', { class: 'name' }, h('a', { href: address(author.url) }, author.name)),
        h('p', { class: 'role' }, author.role))),
    h('nav', { class: 'related', 'aria-label': 'Related' },
      h('a', { href: address(related.url) },
        h('img', { ...later, width: 96, height: 64, alt: '', src: address(related.image) }),
        h('div', null, h('span', null, related.section), h('strong', null, related.title)))));
}

class Card extends HTMLElement {
  #story;

  set article(story) {
    this.#story = story;
    if (this.isConnected) this.#draw();
  }

  connectedCallback() {
    if (this.#story) this.#draw();
  }

  disconnectedCallback() {
    if (this.shadowRoot) draw(null, this.shadowRoot);
  }

  #draw() {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    draw(h(Article, { story: this.#story }), this.shadowRoot);
  }
}
customElements.define('article-card', Card);

export const render = (container, stories) => void drawAll(container, stories);
