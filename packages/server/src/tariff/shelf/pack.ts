import { gzipSync } from 'node:zlib';
import { type Digest, ok, type Result } from '@portolan/kernel';
import type { DataKind } from './kinds.ts';
import { readFile } from './read-file.ts';

/** A file as it is kept. */
export interface PackedFile {
  readonly content: Uint8Array;
  readonly rows: number;
  readonly digest: Digest;
}

/** Reads a file as its kind and packs the text that is kept of it. */
export function packFile(kind: DataKind, bytes: Uint8Array): Result<PackedFile> {
  const read = readFile(kind, bytes);
  if (!read.ok) return read;
  const { text, rows, digest } = read.value;
  return ok({ content: gzipSync(text), rows, digest });
}
