// Of what all contenders in JavaScript share, that which needs no browser: servers draw with it too.

// By hand: the first Intl.DateTimeFormat of a page takes longer than a card.
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];
export const date = (iso) => `${Number(iso.slice(8, 10))} ${MONTHS[iso.slice(5, 7) - 1]} ${iso.slice(0, 4)}`;
export const readingTime = (words) => `${Math.max(1, Math.ceil(words / 220))} min read`;

export const ALLOWED_TAGS = [
  'p', 'a', 'em', 'strong', 'b', 'i', 'br', 'ul', 'ol', 'li', 'blockquote', 'h3', 'h4', 'code', 'figure', 'figcaption', 'img',
];
export const ALLOWED_ATTR = ['href', 'title', 'src', 'alt', 'width', 'height'];

/** Fields of the JSON that are addresses may only lead to the web, or to mail. */
export function address(text) {
  try {
    return ['https:', 'http:', 'mailto:'].includes(new URL(text, 'https://news.example/').protocol) ? text : '#';
  } catch {
    return '#';
  }
}
