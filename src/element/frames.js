// Frames with the page `embed.html` in them (src/frame) become as high as what they show. What they tell is a number:
// docs/contracts/frame.md.

const FRAMES = 'iframe[data-article-card]';

export function fit() {
  addEventListener('message', ({ data, source }) => {
    if (data?.type !== 'article-card:height' || !(Number.isFinite(data.height) && data.height > 0)) return;
    for (const frame of document.querySelectorAll(FRAMES)) {
      if (frame.contentWindow === source && /^[^?#]*\/embed\.html([?#]|$)/.test(frame.src)) {
        frame.style.height = `${Math.min(Math.max(data.height, 50), 20000)}px`;
      }
    }
  });
  // They may have told it before anybody listened.
  for (const frame of document.querySelectorAll(FRAMES)) frame.contentWindow.postMessage(0, '*');
}
