// A Wasm module as bytes: its sections, the names of its functions, where its data lies.
// https://webassembly.github.io/spec/core/binary/modules.html

/** Reads one value after the other. */
export class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end });
  }

  get done() {
    return this.at >= this.end;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** LEB128; `signed` for the operand of i32.const and for addends. */
  number(signed = false) {
    let value = 0;
    let shift = 0;
    let byte;
    do {
      byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    if (!signed) return value >>> 0;
    return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
  }

  name() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }

  /** A vector: its length, then what `read` reads, so often. */
  list(read) {
    return Array.from({ length: this.number() }, (_, index) => read(index));
  }

  /** The next `length` bytes as a reader of their own. */
  part(length) {
    this.at += length;
    return new Reader(this.bytes, this.at - length, this.at);
  }
}

/** The sections in their order: `id` (or the name of a custom one), a reader of its content, and all its bytes. */
export function sections(bytes) {
  const reader = new Reader(bytes, 8); // magic number and version
  const found = [];
  while (!reader.done) {
    const from = reader.at;
    const id = reader.byte();
    const content = reader.part(reader.number());
    const start = content.at;
    found.push({ id: id || content.name(), start, content, whole: bytes.subarray(from, reader.at) });
  }
  return found;
}

/** The section's reader, at its start; an empty one where there is no such section. */
export function section(bytes, id) {
  return sections(bytes).find((one) => one.id === id)?.content ?? new Reader(bytes, 0, 0);
}

/** The module without the custom sections of these names. */
export function without(bytes, names) {
  const kept = sections(bytes).filter(({ id }) => !names.includes(id));
  return Buffer.concat([bytes.subarray(0, 8), ...kept.map(({ whole }) => whole)]);
}

/** Function index → name. */
export function functionNames(bytes) {
  const names = new Map();
  for (const reader = section(bytes, 'name'); !reader.done; ) {
    const kind = reader.byte();
    const content = reader.part(reader.number());
    if (kind === 1) content.list(() => names.set(content.number(), content.name()));
  }
  return names;
}

/** The module with these names of functions (index → name) and no others. */
export function withFunctionNames(bytes, names) {
  const entries = [...names].sort(([a], [b]) => a - b).map(([index, name]) => Buffer.concat([leb(index), counted(Buffer.from(name))]));
  const map = Buffer.concat([leb(entries.length), ...entries]);
  const content = Buffer.concat([counted(Buffer.from('name')), Buffer.of(1), counted(map)]);
  return Buffer.concat([without(bytes, ['name']), Buffer.of(0), counted(content)]);
}

const counted = (bytes) => Buffer.concat([leb(bytes.length), bytes]);

function leb(number) {
  const bytes = [];
  let rest = number;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.of(...bytes, rest);
}

/** The bodies of the functions that are not imported, as readers. */
export function bodies(bytes) {
  const reader = section(bytes, 10);
  return reader.list(() => reader.part(reader.number()));
}

/** `{ name, kind, index }`; kinds: 0 function, 1 table, 2 memory, 3 global. */
export function exported(bytes) {
  const reader = section(bytes, 7);
  if (reader.done) return [];
  return reader.list(() => ({ name: reader.name(), kind: reader.byte(), index: reader.number() }));
}

/** How many functions come from outside. */
export function importedFunctions(bytes) {
  const reader = section(bytes, 2);
  if (reader.done) return 0;
  const limits = () => (reader.byte() & 1 ? [reader.number(), reader.number()] : [reader.number()]);
  const read = [
    () => reader.number(),
    () => [reader.byte(), limits()],
    limits,
    () => [reader.byte(), reader.byte()],
  ];
  return reader.list(() => {
    reader.name();
    reader.name();
    const kind = reader.byte();
    read[kind]();
    return kind;
  }).filter((kind) => kind === 0).length;
}

/** The pieces of data that are copied to memory at the start: address, and where their bytes are in the file. */
export function segments(bytes) {
  const reader = section(bytes, 11);
  if (reader.done) return [];
  return reader.list(() => {
    // 0: active, in memory 0; then `i32.const address`, `end`.
    const [mode, constant] = [reader.number(), reader.byte()];
    const address = reader.number(true);
    if (mode !== 0 || constant !== 0x41 || reader.byte() !== 0x0b) throw new Error('a data segment of a kind not expected');
    const content = reader.part(reader.number());
    return { address, start: content.at, end: content.end };
  });
}
