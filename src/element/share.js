// Giving an article's address on: by what the reader's system has for that, else as a copy.

export async function share(button) {
  const url = button.value;
  const status = button.nextElementSibling;
  const copied = status.firstElementChild;
  copied.hidden = true; // the same again is heard again only after silence
  status.replaceChildren(copied);
  try {
    if (navigator.share) return await navigator.share({ url });
  } catch (cause) {
    if (cause.name === 'AbortError') return; // the reader thought better of it
  }
  try {
    await navigator.clipboard.writeText(url);
    copied.hidden = false;
  } catch {
    status.append(url); // nobody lets us: to be copied by hand
  }
}
