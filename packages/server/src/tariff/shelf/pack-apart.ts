import type { Result } from '@portolan/kernel';
import { inThread } from '../thread.ts';
import type { DataKind } from './kinds.ts';
import type { PackedFile } from './pack.ts';

/** Reads and packs a file apart from the node's own thread: an edition takes seconds to read. */
export function packApart(kind: DataKind, bytes: Uint8Array): Promise<Result<PackedFile>> {
  return inThread('./shelf/read-worker', { kind, bytes });
}
