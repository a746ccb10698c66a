import { inMemberOrder, type OrderedMember } from './member-order.ts';
import type { JsonObject, JsonValue } from './value.ts';

/** A stretch of a document's bytes; the byte at `end` is the first that does not belong to it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const encoder = new TextEncoder();
/** Room for some thirty documents: a buffer of its own for each would cost more than writing it. */
const CAPACITY = 64 * 1024;
/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const BYTES_A_UNIT = 3;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Printable ASCII without quote and backslash stands for itself; most text in trade documents is of this kind. */
const PLAIN = Uint8Array.from({ length: 0x7f }, (_, unit) =>
  unit >= 0x20 && unit !== QUOTE && unit !== BACKSLASH ? 1 : 0,
);
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Writes the canonical form of JSON (RFC 8785) as UTF-8, the same bytes as those of canonicalize: who hashes or keeps JSON needs
 * no text of it. Documents are written one behind the other; what was written is never written over.
 */
export class CanonicalWriter {
  #bytes = new Uint8Array(CAPACITY);
  #start = 0;
  #at = 0;

  /** Begins the next document. */
  begin(): void {
    this.#start = this.#at;
  }

  /** The document begun last, or a stretch of it, without a copy. It keeps in memory what else was written around it. */
  view({ start, end }: Span = { start: 0, end: this.length }): Uint8Array {
    return this.#bytes.subarray(this.#start + start, this.#start + end);
  }

  /** Bytes of the document begun last. */
  get length(): number {
    return this.#at - this.#start;
  }

  /** Writes a value. Throws on what JSON can't carry, as canonicalize does. */
  value(value: JsonValue | undefined): void {
    this.#at = this.#write(value, this.#at);
  }

  /** Writes an object; the value of the member `name` is written by `write`. */
  object(members: JsonObject, name: string, write: () => void): void {
    this.#at = this.#object(members, this.#at, name, write);
  }

  /** Writes a list, each item by `write`. */
  list<T>(items: readonly T[], write: (item: T, index: number) => void): void {
    this.#at = this.#unit(OPEN_LIST, this.#at);
    for (let index = 0; index < items.length; index += 1) {
      if (index > 0) this.#at = this.#unit(COMMA, this.#at);
      write(items[index] as T, index);
    }
    this.#at = this.#unit(CLOSE_LIST, this.#at);
  }

  /** Writes bytes that are a canonical value already. */
  canonical(bytes: Uint8Array): void {
    const at = this.#roomAt(this.#at, bytes.length);
    this.#bytes.set(bytes, at);
    this.#at = at + bytes.length;
  }

  /**
   * Writes an object and answers where the member `name` stands in it, with one comma: the bytes without this stretch are those
   * of the object without the member. It is empty where there is no such member. The member's value is written by `write`.
   */
  objectAround(
    members: JsonObject,
    name: string,
    write: (value: JsonValue) => void = (value) => this.value(value),
  ): Span {
    const opened = this.length + 1;
    let span: Span = { start: opened, end: opened };
    this.#at = this.#object(members, this.#at, name, (value, start) => {
      write(value);
      span = { start, end: this.length };
    });
    const leads = span.start === opened && this.#bytes[this.#start + span.end] === COMMA;
    return leads ? { start: opened, end: span.end + 1 } : span;
  }

  // Each of these writes at a place and answers the place behind what it wrote.

  #write(value: JsonValue | undefined, at: number): number {
    if (typeof value === 'string') return this.#text(value, at);
    if (Array.isArray(value)) return this.#list(value, at);
    if (typeof value === 'object' && value !== null) return this.#object(value as JsonObject, at);
    return this.#literal(value, at);
  }

  #object(
    members: JsonObject,
    start: number,
    apart?: string,
    write?: (value: JsonValue, start: number) => void,
  ): number {
    const order = inMemberOrder(Object.keys(members));
    let before = OPEN_OBJECT;
    let at = start;
    for (let index = 0; index < order.length; index += 1) {
      const { name, bytes: label } = order[index] as OrderedMember;
      const value = members[name];
      if (value === undefined) continue;
      at = this.#label(before, label, at);
      if (name === apart) {
        this.#at = at;
        // The brace is the object's own; a comma goes with the member behind it.
        write?.(value, this.length - label.length - (before === COMMA ? 1 : 0));
        at = this.#at;
      } else at = this.#write(value, at);
      before = COMMA;
    }
    if (before === OPEN_OBJECT) at = this.#unit(OPEN_OBJECT, at);
    return this.#unit(CLOSE_OBJECT, at);
  }

  #list(values: readonly JsonValue[], start: number): number {
    let at = this.#unit(OPEN_LIST, start);
    for (let index = 0; index < values.length; index += 1) {
      if (index > 0) at = this.#unit(COMMA, at);
      at = this.#write(values[index], at);
    }
    return this.#unit(CLOSE_LIST, at);
  }

  /** What separates, then a name with its colon. */
  #label(before: number, label: Uint8Array, start: number): number {
    const { length } = label;
    const at = this.#roomAt(start, length + 1);
    const bytes = this.#bytes;
    bytes[at] = before;
    for (let index = 0; index < length; index += 1) bytes[at + 1 + index] = label[index] as number;
    return at + 1 + length;
  }

  #text(text: string, start: number): number {
    const { length } = text;
    const at = this.#roomAt(start, length + 2);
    const bytes = this.#bytes;
    bytes[at] = QUOTE;
    for (let index = 0; index < length; index += 1) {
      const unit = text.charCodeAt(index);
      if (PLAIN[unit] !== 1) return this.#escaped(text, at);
      bytes[at + 1 + index] = unit;
    }
    bytes[at + 1 + length] = QUOTE;
    return at + 2 + length;
  }

  #escaped(text: string, start: number): number {
    // JSON.stringify escapes a lone surrogate instead of refusing it (RFC 8785 section 3.2.2.2 wants an error).
    if (!text.isWellFormed()) throw new TypeError('lone surrogate in a string');
    const quoted = JSON.stringify(text);
    const at = this.#roomAt(start, quoted.length * BYTES_A_UNIT);
    return at + encoder.encodeInto(quoted, this.#bytes.subarray(at)).written;
  }

  #literal(value: unknown, start: number): number {
    const known = value === null || typeof value === 'boolean' || typeof value === 'number';
    if (!known || (typeof value === 'number' && !Number.isFinite(value)))
      throw new TypeError(`not a JSON value: ${typeof value}`);
    const text = JSON.stringify(value);
    const at = this.#roomAt(start, text.length);
    for (let index = 0; index < text.length; index += 1) this.#bytes[at + index] = text.charCodeAt(index);
    return at + text.length;
  }

  #unit(unit: number, start: number): number {
    const at = this.#roomAt(start, 1);
    this.#bytes[at] = unit;
    return at + 1;
  }

  /** The place itself; where the rest of the buffer is too short, its place in a new one, with what was written of this document. */
  #roomAt(at: number, more: number): number {
    return at + more <= this.#bytes.length ? at : this.#moved(at, more);
  }

  #moved(at: number, more: number): number {
    const written = this.#bytes.subarray(this.#start, at);
    this.#bytes = new Uint8Array(Math.max(CAPACITY, 2 * (written.length + more)));
    this.#bytes.set(written);
    this.#start = 0;
    return written.length;
  }
}
