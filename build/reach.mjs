// What of a linked Wasm can be reached from its roots: functions, and bytes of its data.
//
// The linker, asked with --emit-relocs, leaves in the module what it knew: a table of symbols (functions, and pieces of
// data with their sizes), and for every place in code and data that holds the number of one of them a relocation that
// says which. So nothing here guesses whether a number is an address.
// https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md
//
// A function in the table is reached when what takes its place there is. A relocation may add to the address of a piece
// of data: the piece counts as a whole. Bytes that belong to no symbol are never said to be unreached.

import { Reader, bodies, exported, functionNames, importedFunctions, section, sections, segments } from './sections.mjs';

const [FUNCTION, DATA, SECTION] = [0, 1, 3]; // kinds of symbols; the others are globals, tags and tables
const [UNDEFINED, EXPLICIT_NAME] = [0x10, 0x40]; // their flags
const SYMBOL_TABLE = 8;

/** What follows a relocation's type and place: the number of a symbol, and an addend with addresses. */
const RELOCATIONS = {
  0: {}, // R_WASM_FUNCTION_INDEX_LEB
  1: {}, // R_WASM_TABLE_INDEX_SLEB
  2: {}, // R_WASM_TABLE_INDEX_I32
  3: { addend: true }, // R_WASM_MEMORY_ADDR_LEB
  4: { addend: true }, // R_WASM_MEMORY_ADDR_SLEB
  5: { addend: true }, // R_WASM_MEMORY_ADDR_I32
  6: { ofType: true }, // R_WASM_TYPE_INDEX_LEB
  7: {}, // R_WASM_GLOBAL_INDEX_LEB
  20: {}, // R_WASM_TABLE_NUMBER_LEB
};

/** The functions, with the place of their bodies in the file unless they are imported. */
function readFunctions(bytes) {
  const names = functionNames(bytes);
  return [...Array(importedFunctions(bytes)), ...bodies(bytes)].map((body, index) => {
    return { name: names.get(index) ?? '', start: body?.at, end: body?.end, leadsTo: new Set() };
  });
}

/** The pieces of data, and what relocations can name: functions and pieces by the number of their symbol. */
function readSymbols(bytes, functions) {
  const parts = segments(bytes);
  const pieces = [];
  const readPiece = (reader, flags) => {
    const name = reader.name();
    if (flags & UNDEFINED) return undefined; // weak, and nobody has it: its address is 0
    const part = parts[reader.number()];
    const start = part.start + reader.number();
    const piece = { name, start, end: start + reader.number(), leadsTo: new Set() };
    if (piece.end > part.end) throw new Error(`${name} reaches out of its segment`);
    pieces.push(piece);
    return piece;
  };
  const readSymbol = (reader) => {
    const [kind, flags] = [reader.byte(), reader.number()];
    if (kind === DATA) return readPiece(reader, flags);
    const index = reader.number();
    if (kind !== SECTION && (!(flags & UNDEFINED) || flags & EXPLICIT_NAME)) reader.name();
    return kind === FUNCTION ? functions[index] : undefined;
  };

  const linking = section(bytes, 'linking');
  if (linking.done || linking.number() !== 2) throw new Error('no symbols of version 2: was it linked with --emit-relocs?');
  const symbols = [];
  while (!linking.done) {
    const kind = linking.byte();
    const part = linking.part(linking.number());
    if (kind === SYMBOL_TABLE) symbols.push(...part.list(() => readSymbol(part)));
  }
  return { pieces, symbols };
}

/** Calls `each(place in the file, number of the symbol)` for the relocations of a section. */
function readRelocations(bytes, name, each) {
  const reader = section(bytes, name);
  if (reader.done) throw new Error(`no ${name}: was it linked with --emit-relocs?`);
  const { start } = sections(bytes)[reader.number()];
  reader.list(() => {
    const [type, offset, number] = [reader.byte(), reader.number(), reader.number()];
    const rule = RELOCATIONS[type];
    if (!rule) throw new Error(`${name}: relocations of type ${type} are not known here`);
    if (rule.addend) reader.number();
    if (!rule.ofType) each(start + offset, number);
  });
}

/**
 * The function that is called straight after the constant at this place, with nothing between but what works on locals
 * and on the stack of operands. If it never returns, the constant is lost with both. Undefined where that is not so.
 */
function calledAfter(bytes, place) {
  if (bytes[place - 1] !== 0x41) return undefined; // i32.const
  for (const reader = new Reader(bytes, place - 1); ; ) {
    const instruction = reader.byte();
    if (instruction === 0x10) return reader.number(); // call
    const [isLocal, isLoad, isConstant, isNumeric] = [
      instruction >= 0x20 && instruction <= 0x22,
      instruction >= 0x28 && instruction <= 0x35,
      instruction === 0x41 || instruction === 0x42,
      instruction >= 0x45 && instruction <= 0xc4,
    ];
    if (isLocal || isConstant || isLoad) reader.number();
    else if (!isNumeric) return undefined;
    if (isLoad) reader.number(); // alignment, offset
  }
}

/** Ranges of the data that unreached pieces cover and reached ones do not. */
function unreachedRanges(bytes, pieces, reached) {
  const marks = new Uint8Array(bytes.length);
  for (const { start, end } of pieces) marks.fill(1, start, end);
  for (const { start, end } of pieces.filter((piece) => reached.has(piece))) marks.fill(0, start, end);
  return segments(bytes).flatMap(({ address, start, end }) => {
    const ranges = [];
    for (let at = start; at < end; at++) {
      if (!marks[at]) continue;
      const from = at;
      while (at < end && marks[at]) at++;
      ranges.push({ address: address + from - start, bytes: bytes.subarray(from, at) });
    }
    return ranges;
  });
}

/**
 * Walks from the exports and functions for whose names `isRoot`, and no further than functions for whose names
 * `neverReturns`. Gives names of functions, reached and unreached, and the data that is unreached.
 */
export function reach(bytes, isRoot, neverReturns) {
  const functions = readFunctions(bytes);
  const { pieces, symbols } = readSymbols(bytes, functions);
  const reached = new Set();
  const waiting = [];
  const come = (node) => {
    if (!node || reached.has(node)) return;
    reached.add(node);
    waiting.push(node);
  };

  const defined = functions.filter(({ start }) => start);
  let within = 0;
  readRelocations(bytes, 'reloc.CODE', (place, symbol) => {
    while (place >= defined[within].end) within++; // they come in order
    if (place < defined[within].start) throw new Error('a relocation outside of all functions');
    const called = functions[calledAfter(bytes, place)];
    if (!called || !neverReturns(called.name)) defined[within].leadsTo.add(symbols[symbol]);
  });
  readRelocations(bytes, 'reloc.DATA', (place, symbol) => {
    const around = pieces.filter(({ start, end }) => start <= place && place < end);
    for (const piece of around) piece.leadsTo.add(symbols[symbol]);
    if (!around.length) come(symbols[symbol]);
  });

  for (const { name, kind, index } of exported(bytes).filter((one) => isRoot(one.name))) {
    if (kind === 0) come(functions[index]);
    if (kind === 3) pieces.filter((piece) => piece.name === name).forEach(come); // exported data: a global, its address
  }
  functions.filter(({ name }) => isRoot(name)).forEach(come);
  if (!section(bytes, 8).done) come(functions[section(bytes, 8).number()]); // the start function
  while (waiting.length) {
    const node = waiting.pop();
    if (!neverReturns(node.name)) node.leadsTo.forEach(come);
  }

  const names = (which) => new Set(functions.filter(which).map(({ name }) => name));
  const alive = names((one) => reached.has(one));
  const dead = names((one) => !alive.has(one.name));
  return { alive, dead, data: unreachedRanges(bytes, pieces, reached) };
}
