import { type Digest, digestBytes, ok, type Result, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { DataKind } from './kinds.ts';
import { type ReadData, readers } from './readers.ts';
import { unpack } from './unpack.ts';

/** The text that is kept of an imported file. */
export interface ReadFile extends ReadData {
  /** Of the text. */
  readonly digest: Digest;
}

/**
 * Reads the bytes of a file (plain or gzip) as its kind. Refuses what is damaged, too large when unpacked, or not of the
 * kind; nothing is kept then.
 */
export function readFile(kind: DataKind, bytes: Uint8Array): Result<ReadFile> {
  const plain = unpack(kind, bytes);
  if (!plain.ok) return plain;
  const read = readers[kind](plain.value);
  if (!read.ok) return read;
  return ok({ ...read.value, digest: digestBytes(nodeCrypto, utf8(read.value.text)) });
}
