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

function quote(text: string): string {
  const quoted = JSON.stringify(text);
  // JSON.stringify escapes a lone surrogate instead of refusing it (RFC 8785 section 3.2.2.2 wants an error).
  if (quoted.includes('\\ud') && !text.isWellFormed()) throw new TypeError('lone surrogate in a string');
  return quoted;
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
  // The default sort compares UTF-16 code units, which is the order of RFC 8785 section 3.2.3.
  const names = Object.keys(members).sort();
  let text = '{';
  for (const name of names) {
    const member = members[name];
    if (member === undefined) continue;
    text += `${text.length > 1 ? ',' : ''}${quote(name)}:${canonicalize(member)}`;
  }
  return `${text}}`;
}
