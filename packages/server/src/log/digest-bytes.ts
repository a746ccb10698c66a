import { type Digest, fromHex, toHex } from '@portolan/kernel';

const PREFIX = 'sha256:';

/** The 32 bytes of a digest, as the log's tables keep them. */
export function bytesOf(digest: Digest): Uint8Array {
  return fromHex(digest.slice(PREFIX.length)) as Uint8Array;
}

export function digestOf(bytes: Uint8Array): Digest {
  return `${PREFIX}${toHex(bytes)}` as Digest;
}
