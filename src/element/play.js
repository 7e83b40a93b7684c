// Films of other sites: their player is loaded when the reader asks for it, and never before. Which players there are, and
// their addresses, is decided in Rust (src/sanitize/embed.rs).

/** What a player needs to play; YouTube refuses to without a referrer (its error 153). */
const PLAYER = {
  part: 'player',
  sandbox: 'allow-scripts allow-same-origin allow-presentation allow-popups',
  allow: 'fullscreen; encrypted-media; picture-in-picture',
  referrerpolicy: 'strict-origin-when-cross-origin',
  loading: 'lazy',
};

/** Puts the player in the place of the button that asks for it. */
export function play(button) {
  const frame = document.createElement('iframe');
  for (const name in PLAYER) frame.setAttribute(name, PLAYER[name]);
  frame.title = button.previousElementSibling.textContent;
  frame.src = button.value;
  button.replaceWith(frame);
  frame.focus();
}
