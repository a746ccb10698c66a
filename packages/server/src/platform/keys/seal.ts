import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ivLength = 12;
const tagLength = 16;

/** What a sealed secret belongs to; it opens for nothing else. */
export interface SealedFor {
  readonly tenantId: string;
  readonly name: string;
}

/** AES-256-GCM under a key derived from the node key for this tenant alone: iv, ciphertext, tag. */
export function seal(nodeKey: Uint8Array, owner: SealedFor, secret: Uint8Array): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyFor(nodeKey, owner), iv);
  cipher.setAAD(associated(owner));
  return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** The secret, or undefined when the node key is another or the sealed bytes belong elsewhere or were altered. */
export function unseal(nodeKey: Uint8Array, owner: SealedFor, sealed: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(sealed);
  if (bytes.length < ivLength + tagLength) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(nodeKey, owner), bytes.subarray(0, ivLength));
  decipher.setAAD(associated(owner));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function keyFor(nodeKey: Uint8Array, { tenantId }: SealedFor): Buffer {
  return Buffer.from(hkdfSync('sha256', nodeKey, tenantId, 'portolan key custody', 32));
}

function associated({ tenantId, name }: SealedFor): Buffer {
  return Buffer.from(`${tenantId}\n${name}`);
}
