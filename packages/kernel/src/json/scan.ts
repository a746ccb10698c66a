import { kernelCatalogue } from '../catalogue.ts';
import type { Refusal } from '../refusal/refusal.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COLON = 0x3a;
const NUMBER = /-?\d[\d.eE+-]*/y;

// Names that reach an object's prototype when members are copied carelessly.
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export function isForbidden(name: string): boolean {
  return name.length >= 9 && FORBIDDEN.has(name);
}

/**
 * One pass over JSON text for what JSON.parse lets through: depth, a member twice in one object, dangerous names, lone
 * surrogates and numbers that lose digits. Syntax is left to JSON.parse.
 */
export function scanJson(text: string, maxDepth: number): Refusal | undefined {
  if (!text.isWellFormed()) return kernelCatalogue.refuse('KERNEL_JSON_LONE_SURROGATE');
  const escapes = text.includes('\\');
  const names: (Set<string> | undefined)[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      const end = stringEnd(text, at);
      const fault = readString(text, at, end, names.at(-1), escapes);
      if (fault) return fault;
      at = end;
    } else if (char === OPEN_OBJECT || char === OPEN_LIST) {
      if (names.length >= maxDepth)
        return kernelCatalogue.refuse('KERNEL_JSON_TOO_DEEP', { params: { limit: maxDepth } });
      names.push(char === OPEN_OBJECT ? new Set() : undefined);
    } else if (char === CLOSE_OBJECT || char === CLOSE_LIST) {
      names.pop();
    } else if (char === 0x2d || (char >= 0x30 && char <= 0x39)) {
      NUMBER.lastIndex = at;
      const number = NUMBER.exec(text)?.[0] ?? '-';
      if (!isExact(number))
        return kernelCatalogue.refuse('KERNEL_JSON_NUMBER', { params: { number: number.slice(0, 40) } });
      at += number.length - 1;
    }
    at += 1;
  }
  return undefined;
}

/** Index of the closing quote of the string that begins at `start`. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at += 1;
    else if (char === QUOTE) return at;
  }
  return text.length;
}

function readString(
  text: string,
  start: number,
  end: number,
  names: Set<string> | undefined,
  escapes: boolean,
): Refusal | undefined {
  const isName = names !== undefined && nextCharacter(text, end + 1) === COLON;
  if (!escapes && !isName) return undefined;
  const raw = text.slice(start, end + 1);
  const escaped = raw.includes('\\');
  if (escaped && raw.includes('\\u') && !readEscaped(raw).isWellFormed())
    return kernelCatalogue.refuse('KERNEL_JSON_LONE_SURROGATE');
  if (!isName) return undefined;
  const key = escaped ? readEscaped(raw) : raw.slice(1, -1);
  if (FORBIDDEN.has(key)) return kernelCatalogue.refuse('KERNEL_JSON_FORBIDDEN_KEY', { params: { key } });
  if (names.has(key))
    return kernelCatalogue.refuse('KERNEL_JSON_DUPLICATE_KEY', { params: { key: key.slice(0, 80) } });
  names.add(key);
  return undefined;
}

function readEscaped(raw: string): string {
  try {
    return String(JSON.parse(raw));
  } catch {
    return '';
  }
}

function nextCharacter(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at);
}

/** Whether reading the number as a double and writing it again keeps its value: no digit is lost. */
export function isExact(number: string): boolean {
  const value = Number(number);
  if (!Number.isFinite(value)) return Number.isNaN(value);
  if (Number.isInteger(value)) return Number.isSafeInteger(value);
  const significant = number
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return significant.length <= 15;
}
