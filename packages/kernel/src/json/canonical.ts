import { inMemberOrder, type OrderedMember } from './member-order.ts';
import type { JsonValue } from './value.ts';

/**
 * The canonical form of JSON (RFC 8785): members sorted by UTF-16 code units, numbers and strings as ECMAScript writes
 * them, no blanks. Two equal values always give the same bytes. Throws on what JSON can't carry, since parseJson has
 * refused it before.
 */
export function canonicalize(value: JsonValue): string {
  if (typeof value === 'string') return quote(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return list(value);
  if (typeof value === 'object') return object(value as Readonly<Record<string, JsonValue | undefined>>);
  throw new TypeError(`not a JSON value: ${typeof value}`);
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
  return JSON.stringify(value);
}

/** Printable ASCII without quote and backslash stands for itself; most text in trade documents is of this kind. */
const PLAIN = /^[ !#-[\]-~]*$/;
const SHORT = 64;

/** Short text is looked through faster unit by unit than by a regular expression. */
function isPlain(text: string): boolean {
  if (text.length > SHORT) return PLAIN.test(text);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20 || unit > 0x7e || unit === 0x22 || unit === 0x5c) return false;
  }
  return true;
}

function quote(text: string): string {
  if (isPlain(text)) return `"${text}"`;
  // JSON.stringify escapes a lone surrogate instead of refusing it (RFC 8785 section 3.2.2.2 wants an error).
  if (!text.isWellFormed()) throw new TypeError('lone surrogate in a string');
  return JSON.stringify(text);
}

function list(values: readonly JsonValue[]): string {
  let text = '[';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) text += ',';
    text += canonicalize(values[index] as JsonValue);
  }
  return `${text}]`;
}

function object(members: Readonly<Record<string, JsonValue | undefined>>): string {
  const order = inMemberOrder(Object.keys(members));
  let text = '{';
  for (let index = 0; index < order.length; index += 1) {
    const { name, label } = order[index] as OrderedMember;
    const member = members[name];
    if (member === undefined) continue;
    text += (text.length > 1 ? ',' : '') + label + canonicalize(member);
  }
  return `${text}}`;
}
