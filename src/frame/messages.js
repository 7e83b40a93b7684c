// What a frame and the page around it tell each other: docs/contracts/frame.md. Also as WordPress does it, so that any
// WordPress makes room for a card: its wp-embed.js listens, and wp-embed-template.js is what it expects to hear, read in
// WordPress/wordpress-develop at src/js/_enqueues/wp/embed.js and src/js/_enqueues/lib/embed-template.js.

const framed = parent !== self;

// Which page is around us is not known, nor need it be: a number, the address of a link that was pressed, and what that
// page put into our address itself.
const post = (message) => framed && parent.postMessage(message, '*');

/** What WordPress knows a frame by: it stands behind the address, and may be put there late. */
const secret = () => location.hash.match(/secret=([a-z\d]{10})/i)?.[1];

/** Tells of the height from the time on when there is something to show: of `card`, or why there is none. */
export function begin(card) {
  let settled = !card;
  let drawn = false;

  const tell = () => {
    if (!settled) return;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    post({ type: 'article-card:height', height });
    // Its page shows a quotation with a link until it hears of us. That stays, if there is nothing better.
    if (drawn && secret()) post({ message: 'height', value: height, secret: secret() });
  };

  new ResizeObserver(tell).observe(document.body);
  addEventListener('hashchange', tell);
  addEventListener('message', ({ data, source }) => {
    // It listens only now, and asks again.
    if (source === parent && (data === 0 || (data?.message === 'ready' && data.secret === secret()))) tell();
  });
  addEventListener('article-card:load', () => {
    settled = drawn = true;
    const heading = card.shadowRoot.querySelector('[part=headline], [part=feed-title]')?.cloneNode(true);
    heading?.querySelector('.sr')?.remove(); // that it opens in a new tab
    document.title = heading?.textContent || document.title;
    tell(); // a frame that is out of sight makes no frames, and observes nothing
  });
  addEventListener('article-card:error', () => {
    settled = true;
    tell();
  });
  addEventListener('click', follow);
  tell();
}

/** In WordPress's sandbox no link opens anything. Its page follows those that lead to the host of the frame. */
function follow(event) {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  if (!framed || !secret() || event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
  const link = event.composedPath()[0].closest?.('a[href]');
  if (link?.host !== location.host) return;
  post({ message: 'link', value: link.href, secret: secret() });
  event.preventDefault();
}
