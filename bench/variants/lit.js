// The same card with Lit and DOMPurify.

import { LitElement, html, unsafeCSS } from 'lit';
import DOMPurify from 'dompurify';
import { drawAll } from './vanilla.js';
import { ALLOWED_ATTR, ALLOWED_TAGS, address, date, readingTime, style } from './words.js';

const options = { ALLOWED_TAGS, ALLOWED_ATTR, RETURN_DOM_FRAGMENT: true };

class Card extends LitElement {
  static properties = { article: { attribute: false }, open: { state: true } };
  static styles = unsafeCSS(style);
  #body;

  constructor() {
    super();
    this.open = false;
  }

  // Lit takes nodes as they are, and keeps them for later renderings.
  willUpdate(changed) {
    if (changed.has('article') && this.article) this.#body = [...DOMPurify.sanitize(this.article.bodyHtml, options).childNodes];
  }

  render() {
    const story = this.article;
    if (!story) return;
    const { author, image, related } = story;
    return html`<article class="card"><header><p class="section">${story.section}</p><h2><a href=${address(story.url)}>${story.title}</a></h2><p class="meta"><time datetime=${story.publishedAt}>${date(story.publishedAt)}</time> · <span class="reading-time">${readingTime(story.wordCount)}</span></p></header><figure><img loading="lazy" decoding="async" width=${image.width} height=${image.height} alt=${image.alt} src=${address(image.src)}><figcaption>${image.caption}</figcaption></figure><div class="body" id="body" ?hidden=${!this.open}>${this.#body}</div><button class="more" type="button" aria-expanded=${this.open} aria-controls="body" @click=${this.#toggle}>${this.open ? 'Show less' : 'Show more'}</button><aside class="author"><img loading="lazy" decoding="async" width="48" height="48" alt="" src=${address(author.avatar)}><div><p class="name"><a href=${address(author.url)}>${author.name}</a></p><p class="role">${author.role}</p></div></aside><nav class="related" aria-label="Related"><a href=${address(related.url)}><img loading="lazy" decoding="async" width="96" height="64" alt="" src=${address(related.image)}><div><span>${related.section}</span><strong>${related.title}</strong></div></a></nav></article>`;
  }

  #toggle() {
    this.open = !this.open;
  }
}
customElements.define('article-card', Card);

/** Lit updates in the order of its queue: when the last card is done, all are. */
export const render = (container, stories) => drawAll(container, stories).at(-1)?.updateComplete;
