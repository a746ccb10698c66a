import type { Result } from '@portolan/kernel';
import { inThread } from '../thread.ts';
import type { DataKind } from './kinds.ts';
import { type PackedFile, packFile } from './pack.ts';
import { isPacked } from './unpack.ts';

/** Plain files up to this size are read at once; what is packed may be anything when it is unpacked. */
const smallFile = 64 * 1024;

/** Reads and packs a file; a large one apart from the node's own thread, since an edition takes seconds to read. */
export async function packApart(kind: DataKind, bytes: Uint8Array): Promise<Result<PackedFile>> {
  if (bytes.length <= smallFile && !isPacked(bytes)) return packFile(kind, bytes);
  return inThread('./shelf/read-worker', { kind, bytes });
}
