import { ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';

/** Entries of the smallest list that hides a credential in a crowd (Bitstring Status List 1.0, section 3.2). */
export const MINIMUM_ENTRIES = 131_072;

/** A list of one-bit entries, all unset. Entries come in whole bytes. Throws on a list smaller than the minimum. */
export function createStatusList(entries: number = MINIMUM_ENTRIES): Uint8Array {
  if (!Number.isSafeInteger(entries) || entries < MINIMUM_ENTRIES || entries % 8 !== 0)
    throw new RangeError(`a status list has at least ${MINIMUM_ENTRIES} entries, in whole bytes`);
  return new Uint8Array(entries / 8);
}

/** The bit at `index`; index 0 is the left-most bit of the first byte (section 2.2). Refuses an index outside the list. */
export function readStatus(bits: Uint8Array, index: number, path = ''): Result<boolean> {
  const byte = bits[Math.floor(index / 8)];
  if (!Number.isSafeInteger(index) || index < 0 || byte === undefined) return outside(bits, index, path);
  return ok((byte & mask(index)) !== 0);
}

/** A copy of the list with the bit at `index` set or cleared. Refuses an index outside the list. */
export function setStatus(bits: Uint8Array, index: number, value: boolean): Result<Uint8Array> {
  const place = Math.floor(index / 8);
  const byte = bits[place];
  if (!Number.isSafeInteger(index) || index < 0 || byte === undefined) return outside(bits, index, '');
  const changed = Uint8Array.from(bits);
  changed[place] = value ? byte | mask(index) : byte & ~mask(index);
  return ok(changed);
}

/**
 * The number in the field of `size` bits at `index`, its first bit the highest (Bitstring Status List 1.0, section 3.2, step
 * 7). Refuses a field outside the list.
 */
export function readStatusValue(bits: Uint8Array, index: number, size: number, path = ''): Result<number> {
  let value = 0;
  for (let bit = 0; bit < size; bit += 1) {
    const set = readStatus(bits, index * size + bit, path);
    if (!set.ok) return outside(bits, index, path);
    value = value * 2 + (set.value ? 1 : 0);
  }
  return ok(value);
}

/** A copy of the list with the field of `size` bits at `index` set to a number. Refuses a number or a field that does not fit. */
export function setStatusValue(
  bits: Uint8Array,
  index: number,
  size: number,
  value: number,
): Result<Uint8Array> {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** size) return outside(bits, index, '');
  let changed: Result<Uint8Array> = ok(bits);
  for (let bit = 0; bit < size && changed.ok; bit += 1)
    changed = setStatus(
      changed.value,
      index * size + bit,
      Math.floor(value / 2 ** (size - 1 - bit)) % 2 === 1,
    );
  return changed;
}

function mask(index: number): number {
  return 0x80 >> (index % 8);
}

function outside(bits: Uint8Array, index: number, path: string) {
  const params = { index, length: bits.length * 8 };
  return refused(credentialsCatalogue.refuse('CRED_STATUS_INDEX', { path, params }));
}
