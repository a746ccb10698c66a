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

function mask(index: number): number {
  return 0x80 >> (index % 8);
}

function outside(bits: Uint8Array, index: number, path: string) {
  const params = { index, length: bits.length * 8 };
  return refused(credentialsCatalogue.refuse('CRED_STATUS_INDEX', { path, params }));
}
