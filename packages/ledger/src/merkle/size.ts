import { ok, type Result, refused } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';

const DECIMAL = /^(?:0|[1-9][0-9]{0,15})$/;

/** A count of leaves: a whole number that JavaScript holds exactly. */
export function checkSize(value: number, path = ''): Result<number> {
  return Number.isSafeInteger(value) && value >= 0 ? ok(value) : unsupported(String(value), path);
}

/** A size written in decimal. Refuses signs, leading zeros, fractions and what exceeds 2^53 - 1. */
export function parseSize(text: string, path = ''): Result<number> {
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? ok(value) : unsupported(text, path);
}

/** The largest power of two below `size`: where RFC 9162 section 2.1.1 splits a tree. Sizes from 2. */
export function splitPoint(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** Shift right by one; the operator would cut numbers to 32 bits. */
export function half(value: number): number {
  return Math.floor(value / 2);
}

function unsupported(value: string, path: string): Result<number> {
  return refused(
    ledgerCatalogue.refuse('LEDGER_SIZE_UNSUPPORTED', { path, params: { value: value.slice(0, 40) } }),
  );
}
