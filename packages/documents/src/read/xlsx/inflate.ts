/** Carries the reason out of the decoder; never leaves unzip. */
export class InflateError extends Error {}

const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const distanceExtra = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Canonical Huffman code: how many codes there are of each length, and their symbols in order. */
interface Huffman {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/**
 * Inflates a raw DEFLATE stream (RFC 1951) into exactly `size` bytes at most. The bound comes first: a stream that would give
 * more than it promised, or than the caller allows, is refused where it passes the bound.
 */
export function inflate(bytes: Uint8Array, size: number): Uint8Array {
  const reader = new BitReader(bytes);
  const out = new Output(size);
  let isLast = false;
  while (!isLast) {
    isLast = reader.bits(1) === 1;
    const kind = reader.bits(2);
    if (kind === 0) stored(reader, out);
    else if (kind === 1) compressed(reader, out, fixedLiterals, fixedDistances);
    else if (kind === 2) dynamic(reader, out);
    else throw new InflateError('a block of its compressed data is of no known kind');
  }
  return out.done();
}

class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #buffer = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bits(wanted: number): number {
    while (this.#count < wanted) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new InflateError('its compressed data ends too early');
      this.#buffer |= byte << this.#count;
      this.#at += 1;
      this.#count += 8;
    }
    const value = this.#buffer & ((1 << wanted) - 1);
    this.#buffer >>>= wanted;
    this.#count -= wanted;
    return value;
  }

  /** Whole bytes from the next byte boundary on. */
  take(length: number): Uint8Array {
    this.#buffer = 0;
    this.#count = 0;
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    if (taken.length < length) throw new InflateError('its compressed data ends too early');
    this.#at += length;
    return taken;
  }

  symbol({ counts, symbols }: Huffman): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= 15; length += 1) {
      code |= this.bits(1);
      const count = counts[length] ?? 0;
      if (code - first < count) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new InflateError('its compressed data has a code of no meaning');
  }
}

class Output {
  readonly #bytes: Uint8Array;
  #length = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  all(values: Uint8Array): void {
    this.#room(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }

  copy(distance: number, length: number): void {
    if (distance > this.#length) throw new InflateError('its compressed data points before its beginning');
    this.#room(length);
    for (let left = length; left > 0; left -= 1) {
      this.#bytes[this.#length] = this.#bytes[this.#length - distance] ?? 0;
      this.#length += 1;
    }
  }

  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #room(length: number): void {
    if (this.#length + length > this.#bytes.length) throw new InflateError('it unpacks to more than it says');
  }
}

function stored(reader: BitReader, out: Output): void {
  const [low = 0, high = 0] = reader.take(4);
  out.all(reader.take(low | (high << 8)));
}

function compressed(reader: BitReader, out: Output, literals: Huffman, distances: Huffman): void {
  for (;;) {
    const symbol = reader.symbol(literals);
    if (symbol === 256) return;
    if (symbol < 256) out.byte(symbol);
    else {
      const length = (lengthBase[symbol - 257] ?? 0) + reader.bits(lengthExtra[symbol - 257] ?? 0);
      const code = reader.symbol(distances);
      out.copy((distanceBase[code] ?? 0) + reader.bits(distanceExtra[code] ?? 0), length);
    }
  }
}

function dynamic(reader: BitReader, out: Output): void {
  const [literalCount, distanceCount, codeCount] = [
    reader.bits(5) + 257,
    reader.bits(5) + 1,
    reader.bits(4) + 4,
  ];
  const codeLengths = new Uint8Array(19);
  for (const place of codeOrder.slice(0, codeCount)) codeLengths[place] = reader.bits(3);
  const lengths = readLengths(reader, huffman(codeLengths), literalCount + distanceCount);
  compressed(
    reader,
    out,
    huffman(lengths.subarray(0, literalCount)),
    huffman(lengths.subarray(literalCount)),
  );
}

/** Lengths written one by one, or repeated: 16 the last one, 17 and 18 zeros. */
function readLengths(reader: BitReader, codes: Huffman, count: number): Uint8Array {
  const lengths = new Uint8Array(count);
  for (let at = 0; at < count; ) {
    const symbol = reader.symbol(codes);
    if (symbol < 16) {
      lengths[at] = symbol;
      at += 1;
      continue;
    }
    const value = symbol === 16 ? (lengths[at - 1] ?? 0) : 0;
    const times =
      symbol === 16 ? 3 + reader.bits(2) : symbol === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7);
    lengths.fill(value, at, at + times);
    at += times;
  }
  return lengths;
}

function huffman(lengths: Uint8Array): Huffman {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(16);
  for (let length = 1; length < 15; length += 1)
    offsets[length + 1] = (offsets[length] ?? 0) + (counts[length] ?? 0);
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const place = offsets[length] ?? 0;
    symbols[place] = symbol;
    offsets[length] = place + 1;
  });
  return { counts, symbols };
}

const fixedLiterals = huffman(
  Uint8Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  ),
);
const fixedDistances = huffman(new Uint8Array(30).fill(5));
