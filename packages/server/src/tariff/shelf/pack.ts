import { gzipSync } from 'node:zlib';
import { ok, type Result } from '@portolan/kernel';
import type { DataKind } from './kinds.ts';
import { type ReadFile, readFile } from './read-file.ts';

/** A file as it is kept. */
export interface PackedFile extends Omit<ReadFile, 'text'> {
  readonly content: Uint8Array;
}

/** Reads a file as its kind and packs the text that is kept of it. */
export function packFile(kind: DataKind, bytes: Uint8Array): Result<PackedFile> {
  const read = readFile(kind, bytes);
  if (!read.ok) return read;
  const { text, ...facts } = read.value;
  return ok({ ...facts, content: gzipSync(text) });
}
