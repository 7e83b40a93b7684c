// What a reader gets of a body, as rows of text: blocks that mean something, and lines with what is bold, linked or a
// picture in them. `p`, `div` and their like only end lines, so they are not in it.

const lineBlocks = ['h', 'figcaption', 'caption', 'summary', 'pre'];
const white = /[ \t\n\f\r]+/g;

export class Outline {
  #open = [{ name: 'body', note: '', inside: [] }];
  #line = [];

  get top() {
    return this.#open.at(-1);
  }

  get depth() {
    return this.#open.length;
  }

  /** Whether lines inside of the innermost block are one line. */
  get holdsOneLine() {
    return lineBlocks.includes(this.top.name);
  }

  get hasLine() {
    return this.#line.length > 0;
  }

  text(text, marks) {
    if (text) this.#line.push({ text, marks: marks.join(' ') });
  }

  picture(note, marks) {
    this.#line.push({ text: note, marks: marks.join(' '), picture: true });
  }

  /** Ends the line. */
  end() {
    const line = this.#line;
    this.#line = [];
    const row = this.top.name === 'pre' ? verbatim(line) : collapsed(line);
    const pictures = row.length > 0 && row.every((run) => run.picture || !run.text.trim());
    const lines = pictures ? row.filter((run) => run.picture).map((run) => [{ ...run, text: run.text.trim() }]) : [row];
    for (const runs of lines) if (runs.length) this.top.inside.push({ line: runs, pictures });
  }

  /** Opens a block. */
  open(name, note = '') {
    this.end();
    const block = { name, note, inside: [] };
    this.top.inside.push(block);
    this.#open.push(block);
    return block;
  }

  /** Opens the last block in the innermost one again, if there is one. */
  again() {
    const last = this.top.inside.at(-1);
    if (last?.inside) this.#open.push(last);
    return last?.inside;
  }

  /** Closes a block and what is open in it, unless something has closed it before. */
  close(block) {
    this.end();
    const at = this.#open.indexOf(block);
    if (at > 0) this.#open.length = at;
  }

  rows() {
    this.end();
    const rows = [];
    write(this.#open[0], '', rows);
    return rows;
  }
}

function verbatim(line) {
  if (!joined(line).trim()) return [];
  const runs = [];
  for (const { text, marks, picture } of line) {
    const last = runs.at(-1);
    if (last && last.marks === marks && !last.picture && !picture) last.text += text;
    else runs.push({ text, marks, picture });
  }
  return runs.map((run) => ({ ...run, text: JSON.stringify(run.text.replace(/\r\n?/g, '\n')) }));
}

const joined = (line) => line.map((run) => run.text).join('');

/** White space as it is shown: runs of it are one space, there is none around the line. A space goes with what follows. */
function collapsed(line) {
  const runs = [];
  let space = false;
  for (const { text, marks, picture } of line) {
    const shown = picture ? text : text.replace(white, ' ');
    if (!picture && shown === ' ') {
      space = true;
      continue;
    }
    const own = (space && !shown.startsWith(' ') ? ' ' : '') + shown.replace(/ $/, picture ? ' ' : '');
    space = !picture && shown.endsWith(' ');
    const last = runs.at(-1);
    if (last && !last.picture && !picture && last.marks === marks) last.text += own;
    else runs.push({ text: own, marks, picture });
  }
  if (!/[^\s\u00a0]/.test(joined(runs))) return [];
  while (runs.length && !runs[0].picture && !/[^\s\u00a0]/.test(runs[0].text)) runs.shift();
  while (runs.length && !runs.at(-1).picture && !/[^\s\u00a0]/.test(runs.at(-1).text)) runs.pop();
  runs[0].text = runs[0].text.replace(/^[ \u00a0]+/, '');
  const last = runs.at(-1);
  last.text = last.text.replace(/[ \u00a0]+$/, '');
  return runs;
}

export const isEmpty = (block) => block.inside && block.name !== 'hr' && !/^t[dh]$/.test(block.name) && block.inside.every(isEmpty);

function write(block, indent, rows) {
  for (const child of block.inside) {
    if (child.line) rows.push(indent + child.line.map(({ text, marks }) => (marks ? `{${marks}}` : '') + text).join(''));
    else if (isEmpty(child)) continue;
    // A figure without a caption is its pictures.
    else if (child.name === 'figure' && !child.inside.some((inner) => inner.name === 'figcaption' && !isEmpty(inner))) write(child, indent, rows);
    else {
      rows.push(`${indent}<${child.name}${child.note}>`);
      write(child, `${indent}  `, rows);
    }
  }
}
