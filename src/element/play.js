// Films and recordings: their player is loaded when the reader asks for it, and never before. Which players there are, and
// their addresses, is decided in Rust (src/sanitize/embed.rs).

/** What each kind of player needs to play. YouTube refuses to without a referrer (its error 153). */
const PLAYERS = {
  iframe: {
    sandbox: 'allow-scripts allow-same-origin allow-presentation allow-popups',
    allow: 'fullscreen; encrypted-media; picture-in-picture',
    referrerpolicy: 'strict-origin-when-cross-origin',
    loading: 'lazy',
  },
  video: { controls: '', autoplay: '', playsinline: '' },
  audio: { controls: '', autoplay: '' },
};

/** Puts the player in the place of the button that asks for it; the button comes back if nothing can be played. */
export function play(button) {
  const { name: kind } = button;
  const player = document.createElement(kind);
  const attributes = { part: 'player', ...PLAYERS[kind] };
  for (const name in attributes) player.setAttribute(name, attributes[name]);
  player.title = button.previousElementSibling.textContent;
  player.addEventListener('error', () => {
    const focused = player.matches(':focus');
    player.replaceWith(button);
    if (focused) button.focus();
  });
  player.src = button.value;
  button.replaceWith(player);
  player.focus();
}
