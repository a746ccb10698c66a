import { isExact, isForbidden } from './scan.ts';

const QUOTE = 0x22;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COLON = 0x3a;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const BLANK = 0x20;
const NUMBER = /-?\d[\d.eE+-]*/y;

/**
 * A quick look at JSON text of a stranger: how many member names it holds. Undefined when anything is out of the
 * ordinary (an escape, an inexact number, deep nesting), and the careful scan has to look. Nearly every document of the
 * trade is ordinary.
 */
export function surveyJson(text: string, maxDepth: number): number | undefined {
  // Without escapes a quotation mark is always the begin or the end of a string.
  if (text.includes('\\') || !text.isWellFormed()) return undefined;
  let names = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      at = text.indexOf('"', at + 1);
      if (at < 0) return undefined;
      if (isFollowedByColon(text, at)) names += 1;
    } else if (char === OPEN_OBJECT || char === OPEN_LIST) {
      depth += 1;
      if (depth > maxDepth) return undefined;
    } else if (char === CLOSE_OBJECT || char === CLOSE_LIST) depth -= 1;
    else if (char === MINUS || (char >= ZERO && char <= NINE)) {
      const end = exactNumberEnd(text, at);
      if (end === undefined) return undefined;
      at = end - 1;
    }
  }
  return names;
}

/** Whether a value has exactly that many members in all, none of them dangerous: then no name stood twice in its text. */
export function hasNames(value: unknown, names: number): boolean {
  return countNames(value) === names;
}

function countNames(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) count += countNames(value[index]);
    return count;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const name in members) {
    if (isForbidden(name)) return Number.NaN;
    count += 1 + countNames(members[name]);
  }
  return count;
}

function isFollowedByColon(text: string, end: number): boolean {
  let at = end + 1;
  while (at < text.length && text.charCodeAt(at) <= BLANK) at += 1;
  return text.charCodeAt(at) === COLON;
}

function exactNumberEnd(text: string, start: number): number | undefined {
  NUMBER.lastIndex = start;
  const number = NUMBER.exec(text)?.[0] ?? '-';
  return isExact(number) ? start + number.length : undefined;
}
