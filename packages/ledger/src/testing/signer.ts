import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { type NoteKeyType, noteKey } from '../note/key.ts';
import type { NoteSigner } from '../note/sign.ts';

/** A signer whose key follows from its name, for tests and samples alone. */
export function sampleSigner(name: string, type: NoteKeyType = 'ed25519'): NoteSigner {
  return seededSigner(name, nodeCrypto.sha256(new TextEncoder().encode(`sample note key ${name}`)), type);
}

export function seededSigner(name: string, seed: Uint8Array, type: NoteKeyType = 'ed25519'): NoteSigner {
  const { publicKey, privateKey } = ed25519FromSeed(seed);
  return {
    key: noteKey(nodeCrypto, name, publicKey, type),
    sign: (message) => signEd25519(privateKey, message),
  };
}
