// The feed with Preact.

import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { address, date, readingTime } from '../variants/plain.js';

const later = { loading: 'lazy', decoding: 'async' };

const Card = ({ story: { author, bodyHtml, image, publishedAt, related, section, title, url, wordCount }, clean }) => h('article', { class: 'card' },
  h('header', null,
    h('p', { class: 'section' }, section),
    h('h2', null, h('a', { href: address(url) }, title)),
    h('p', { class: 'meta' },
      h('time', { dateTime: publishedAt }, date(publishedAt)),
      ' · ',
      h('span', { class: 'reading-time' }, readingTime(wordCount)))),
  h('figure', null,
    h('img', { ...later, width: image.width, height: image.height, alt: image.alt, src: address(image.src) }),
    h('figcaption', null, image.caption)),
  h('div', { class: 'body', dangerouslySetInnerHTML: { __html: clean(bodyHtml) } }),
  h('aside', { class: 'author' },
    h('img', { ...later, width: 48, height: 48, alt: '', src: address(author.avatar) }),
    h('div', null,
      h('p', { class: 'name' }, h('a', { href: address(author.url) }, author.name)),
      h('p', { class: 'role' }, author.role))),
  h('nav', { class: 'related', 'aria-label': 'Related' },
    h('a', { href: address(related.url) },
      h('img', { ...later, width: 96, height: 64, alt: '', src: address(related.image) }),
      h('div', null, h('span', null, related.section), h('strong', null, related.title)))));

export const render = (stories, clean) => renderToString(h('section', null, stories.map((story) => h(Card, { story, clean }))));
