// Films and recordings: their player is loaded when the reader asks for it, and never before. Which players there are, and
// their addresses, is decided in Rust (src/sanitize/embed.rs).

/** By what the button does: the player, and what it needs. YouTube plays nothing without a referrer (its error 153). */
const PLAYERS = {
  play: {
    is: 'iframe',
    sandbox: 'allow-scripts allow-same-origin allow-presentation allow-popups',
    allow: 'fullscreen; encrypted-media; picture-in-picture',
    referrerpolicy: 'strict-origin-when-cross-origin',
    loading: 'lazy',
  },
  video: { is: 'video', controls: '', autoplay: '', playsinline: '' },
  audio: { is: 'audio', controls: '', autoplay: '' },
};

/** Puts the player in the place of the button that asks for it; the button comes back if a file cannot be played. */
export function play(button) {
  const { is, ...attributes } = PLAYERS[button.dataset.action];
  const player = document.createElement(is);
  for (const name in attributes) player.setAttribute(name, attributes[name]);
  player.setAttribute('part', 'player');
  player.title = button.previousElementSibling.textContent;
  const fail = () => {
    const focused = player.matches(':focus');
    player.replaceWith(button);
    if (focused) button.focus();
  };
  if (is !== 'iframe') player.addEventListener('error', fail); // what a frame tells differs from browser to browser
  player.src = button.value;
  button.replaceWith(player);
  player.focus();
}
