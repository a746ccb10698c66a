import { sha256 } from '@noble/hashes/sha2.js';
import type { CryptoPort } from './crypto/port.ts';

const keys = new Map<string, Promise<CryptoKey>>();

/** The browser side of the crypto port: WebCrypto signatures; SHA-256 in JavaScript, since WebCrypto has no synchronous one. */
export const webCrypto: CryptoPort = {
  sha256: (bytes) => sha256(bytes),
  async verifyEd25519(publicKey, message, signature) {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    try {
      return await crypto.subtle.verify(
        'Ed25519',
        await importKey(publicKey),
        exact(signature),
        exact(message),
      );
    } catch {
      return false;
    }
  },
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

function importKey(publicKey: Uint8Array): Promise<CryptoKey> {
  const name = publicKey.join();
  let key = keys.get(name);
  if (!key) {
    key = crypto.subtle.importKey('raw', exact(publicKey), 'Ed25519', false, ['verify']);
    keys.set(name, key);
  }
  return key;
}

/** WebCrypto takes no view of a shared buffer. */
function exact(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
