import { MINIMUM_ENTRIES } from '@portolan/credentials';

export const statusSizes = [1, 2, 4, 8] as const;
/** Bits of one entry; a list has entries of one size. Sizes that divide a byte, so that no entry lies in two. */
export type StatusSize = (typeof statusSizes)[number];

/** A list of entries of so many bits, all zero. */
export function createBits(size: StatusSize): Buffer {
  return Buffer.alloc((MINIMUM_ENTRIES * size) / 8);
}

/** The value of an entry; entry 0 begins at the left-most bit (Bitstring Status List 1.0, section 2.2); undefined outside the list. */
export function readValue(bits: Uint8Array, size: StatusSize, index: number): number | undefined {
  const byte = bits[Math.floor((index * size) / 8)];
  return byte === undefined || index < 0 ? undefined : (byte >> shiftOf(size, index)) & maskOf(size);
}

/** A copy of the list with the entry set to a value from 0 to 2^size - 1. */
export function writeValue(bits: Uint8Array, size: StatusSize, index: number, value: number): Buffer {
  const changed = Buffer.from(bits);
  const place = Math.floor((index * size) / 8);
  const shift = shiftOf(size, index);
  changed[place] = ((changed[place] ?? 0) & ~(maskOf(size) << shift)) | (value << shift);
  return changed;
}

/** The largest value of an entry. */
export function maskOf(size: StatusSize): number {
  return 2 ** size - 1;
}

function shiftOf(size: StatusSize, index: number): number {
  return 8 - size - ((index * size) % 8);
}
