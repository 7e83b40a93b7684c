const card = document.querySelector('article-card');
for (const method of ['expand', 'collapse', 'toggle']) {
  document.getElementById(method).addEventListener('click', () => card[method]());
}
card.addEventListener('article-card:toggle', (event) => {
  document.getElementById('log').append(`${JSON.stringify(event.detail)}\n`);
});
