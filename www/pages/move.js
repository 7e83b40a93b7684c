const left = document.getElementById('left');
const right = document.getElementById('right');
const card = left.querySelector('article-card');
const on = (id, act) => document.getElementById(id).addEventListener('click', act);

let home = left;
on('move', () => {
  home = home === left ? right : left;
  home.append(card);
});
on('remove', () => (card.isConnected ? card.remove() : home.append(card)));
on('clone', () => right.append(card.cloneNode(true)));
