// The feed with Lit's renderer for servers, whose own templates write no marks for a browser to go on from.

import { html, render as draw } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { address, date, readingTime } from '../variants/plain.js';

const card = ({ author, bodyHtml, image, publishedAt, related, section, title, url, wordCount }, clean) =>
  html`<article class="card"><header><p class="section">${section}</p><h2><a href=${address(url)}>${title}</a></h2><p class="meta"><time datetime=${publishedAt}>${date(publishedAt)}</time> · <span class="reading-time">${readingTime(wordCount)}</span></p></header><figure><img loading="lazy" decoding="async" width=${image.width} height=${image.height} alt=${image.alt} src=${address(image.src)}><figcaption>${image.caption}</figcaption></figure><div class="body">${unsafeHTML(clean(bodyHtml))}</div><aside class="author"><img loading="lazy" decoding="async" width="48" height="48" alt="" src=${address(author.avatar)}><div><p class="name"><a href=${address(author.url)}>${author.name}</a></p><p class="role">${author.role}</p></div></aside><nav class="related" aria-label="Related"><a href=${address(related.url)}><img loading="lazy" decoding="async" width="96" height="64" alt="" src=${address(related.image)}><div><span>${related.section}</span><strong>${related.title}</strong></div></a></nav></article>`;

export const render = (stories, clean) => collectResultSync(draw(html`<section>${stories.map((story) => card(story, clean))}</section>`));
