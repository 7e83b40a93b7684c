// A custom element by hand: one template, cloned and filled in. How the body gets in is what its users differ in.

import { address, date, readingTime, sheet } from './words.js';
import markup from './template.html';

/** Defines the element; `fill(element, html)` puts a body in, at the first click where `lazy`. Returns how to draw. */
export function define(fill, { lazy = false } = {}) {
  const template = document.createElement('template');
  template.innerHTML = markup.trim();
  const original = template.content.firstChild;

  class Card extends HTMLElement {
    #story;

    set article(story) {
      this.#story = story;
      if (this.isConnected) this.#draw();
    }

    connectedCallback() {
      if (this.#story && !this.shadowRoot) this.#draw();
    }

    #draw() {
      const { author, bodyHtml, image, publishedAt, related, section, title, url, wordCount } = this.#story;
      const card = document.importNode(original, true);
      const [header, figure, body, button, writer, teaser] = card.children;
      const [label, heading, meta] = header.children;
      label.textContent = section;
      Object.assign(heading.firstChild, { href: address(url), textContent: title });
      Object.assign(meta.firstChild, { dateTime: publishedAt, textContent: date(publishedAt) });
      meta.lastChild.textContent = readingTime(wordCount);
      const { width, height, alt } = image;
      Object.assign(figure.firstChild, { width, height, alt, src: address(image.src) });
      figure.lastChild.textContent = image.caption;
      let filled = !lazy;
      if (filled) fill(body, bodyHtml);
      button.addEventListener('click', () => {
        const open = body.hidden;
        if (!filled) fill(body, bodyHtml);
        filled = true;
        body.hidden = !open;
        button.ariaExpanded = String(open);
        button.textContent = open ? 'Show less' : 'Show more';
      });
      writer.firstChild.src = address(author.avatar);
      const [name, role] = writer.lastChild.children;
      Object.assign(name.firstChild, { href: address(author.url), textContent: author.name });
      role.textContent = author.role;
      const link = teaser.firstChild;
      link.href = address(related.url);
      link.firstChild.src = address(related.image);
      const [kind, headline] = link.lastChild.children;
      kind.textContent = related.section;
      headline.textContent = related.title;
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.replaceChildren(card);
    }
  }
  customElements.define('article-card', Card);
  return drawAll;
}

/** Draws all at once, as one insertion. Returns the cards. */
export function drawAll(container, stories) {
  const fragment = document.createDocumentFragment();
  for (const story of stories) {
    const card = document.createElement('article-card');
    card.article = story;
    fragment.append(card);
  }
  const cards = [...fragment.children];
  container.append(fragment);
  return cards;
}
