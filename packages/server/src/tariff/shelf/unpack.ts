import { gunzipSync } from 'node:zlib';
import { ok, type Result, refused } from '@portolan/kernel';
import { shelfCatalogue } from '../catalogue.ts';
import { type DataKind, kindNames } from './kinds.ts';

/** A full export is some 15 MB of JSON; nothing that unpacks to more is read on. */
export const largestFile = 64 * 1024 * 1024;

/** Whether the bytes begin as gzip does (RFC 1952). */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The bytes of a file without its gzip. Refuses a damaged one, and one that unpacks to more than a schedule can be. */
export function unpack(kind: DataKind, bytes: Uint8Array): Result<Uint8Array> {
  if (!isPacked(bytes)) return ok(bytes);
  try {
    return ok(gunzipSync(bytes, { maxOutputLength: largestFile }));
  } catch (error) {
    const problem =
      error instanceof RangeError ? `it unpacks to more than ${largestFile} bytes` : 'its gzip is damaged';
    const params = { kind: kindNames[kind], problem };
    return refused(shelfCatalogue.refuse('NODE_TARIFF_FILE', { path: '/file', params }));
  }
}
