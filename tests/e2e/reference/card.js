// The outline of what a card has drawn.

import { Outline } from './outline.js';
import { formats, inlines } from './policy.js';

const boxes = ['media', 'related'];
const numbers = ['colspan', 'rowspan', 'start', 'value'];

/** The rows of a body; `body` is the part that holds it. */
export function drawn(body) {
  const out = new Outline();
  const marks = [];
  const running = () => [...new Set(marks)].sort();
  const children = (element) => {
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) out.text(child.data, running());
      else visit(child);
    }
  };
  const block = (element, name, note) => {
    const opened = out.open(name, note);
    children(element);
    out.close(opened);
  };
  const visit = (element) => {
    const name = element.localName;
    const box = boxes.find((part) => element.part.contains(part));
    const level = /^h([1-6])$/.exec(name)?.[1];
    // The card's own words, and what is not seen.
    if (element.part.contains('media-kind') || name === 'button' || name === 'wbr') return;
    if (box) block(element, box);
    else if (name === 'div' || name === 'span' || element.part.contains('teaser-headline')) children(element);
    else if (name === 'p') {
      out.end();
      children(element);
      out.end();
    } else if (name === 'br') {
      if (out.top.name === 'pre') out.text('\n', running());
      else out.end();
    } else if (name === 'img') {
      const size = element.hasAttribute('width') ? ` ${element.getAttribute('width')}×${element.getAttribute('height')}` : '';
      out.picture(`[${element.getAttribute('src')} "${element.alt}"${size}]`, running());
    } else if (name === 'a' || formats[name] || inlines[name]) {
      marks.push(name === 'a' ? `a=${element.getAttribute('href')}` : name);
      children(element);
      marks.pop();
    } else if (level) block(element, 'h', level);
    else block(element, name, numbers.filter((own) => element.hasAttribute(own)).map((own) => ` ${own}=${element.getAttribute(own)}`).join(''));
  };
  children(body);
  return out.rows();
}
