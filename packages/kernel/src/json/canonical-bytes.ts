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
    if (typeof value === 'string') this.#text(value);
    else if (Array.isArray(value)) this.#list(value);
    else if (typeof value === 'object' && value !== null) this.#object(value as JsonObject);
    else this.#literal(value);
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
    this.#object(members, name, (value, start) => {
      write(value);
      span = { start, end: this.length };
    });
    const leads = span.start === opened && this.#bytes[this.#start + span.end] === COMMA;
    return leads ? { start: opened, end: span.end + 1 } : span;
  }

  #object(members: JsonObject, apart?: string, write?: (value: JsonValue, start: number) => void): void {
    const order = inMemberOrder(Object.keys(members));
    let before = OPEN_OBJECT;
    for (let index = 0; index < order.length; index += 1) {
      const { name, bytes: label } = order[index] as OrderedMember;
      const value = members[name];
      if (value === undefined) continue;
      // The brace is the object's own; a comma goes with the member behind it.
      const start = this.length + (before === COMMA ? 0 : 1);
      this.#label(before, label);
      before = COMMA;
      if (name === apart) write?.(value, start);
      else this.value(value);
    }
    if (before === OPEN_OBJECT) this.#unit(OPEN_OBJECT);
    this.#unit(CLOSE_OBJECT);
  }

  #list(values: readonly JsonValue[]): void {
    this.#unit(OPEN_LIST);
    for (let index = 0; index < values.length; index += 1) {
      if (index > 0) this.#unit(COMMA);
      this.value(values[index]);
    }
    this.#unit(CLOSE_LIST);
  }

  /** What separates, then a name with its colon. */
  #label(before: number, label: Uint8Array): void {
    const { length } = label;
    const bytes = this.#roomFor(length + 1);
    const first = this.#at + 1;
    bytes[first - 1] = before;
    for (let index = 0; index < length; index += 1) bytes[first + index] = label[index] as number;
    this.#at = first + length;
  }

  #text(text: string): void {
    const { length } = text;
    const bytes = this.#roomFor(length + 2);
    const first = this.#at + 1;
    bytes[first - 1] = QUOTE;
    for (let index = 0; index < length; index += 1) {
      const unit = text.charCodeAt(index);
      if (PLAIN[unit] !== 1) return this.#escaped(text);
      bytes[first + index] = unit;
    }
    bytes[first + length] = QUOTE;
    this.#at = first + length + 1;
  }

  #escaped(text: string): void {
    // JSON.stringify escapes a lone surrogate instead of refusing it (RFC 8785 section 3.2.2.2 wants an error).
    if (!text.isWellFormed()) throw new TypeError('lone surrogate in a string');
    const quoted = JSON.stringify(text);
    const bytes = this.#roomFor(quoted.length * BYTES_A_UNIT);
    this.#at += encoder.encodeInto(quoted, bytes.subarray(this.#at)).written;
  }

  #literal(value: unknown): void {
    const known = value === null || typeof value === 'boolean' || typeof value === 'number';
    if (!known || (typeof value === 'number' && !Number.isFinite(value)))
      throw new TypeError(`not a JSON value: ${typeof value}`);
    const text = JSON.stringify(value);
    const bytes = this.#roomFor(text.length);
    for (let index = 0; index < text.length; index += 1) bytes[this.#at++] = text.charCodeAt(index);
  }

  #unit(unit: number): void {
    this.#roomFor(1)[this.#at] = unit;
    this.#at += 1;
  }

  /** The buffer; where its rest is too short a new one, with what was written of this document. */
  #roomFor(more: number): Uint8Array {
    if (this.#at + more <= this.#bytes.length) return this.#bytes;
    const written = this.view();
    this.#bytes = new Uint8Array(Math.max(CAPACITY, 2 * (written.length + more)));
    this.#bytes.set(written);
    this.#start = 0;
    this.#at = written.length;
    return this.#bytes;
  }
}
