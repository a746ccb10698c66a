import type { Digest } from '@portolan/kernel';

const PREFIX = 'sha256:';

/** The 32 bytes of a digest, as the log's tables keep them. */
export function bytesOf(digest: Digest): Buffer {
  return Buffer.from(digest.slice(PREFIX.length), 'hex');
}

export function digestOf(bytes: Buffer): Digest {
  return `${PREFIX}${bytes.toString('hex')}`;
}
