import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import type { CryptoPort } from './crypto/port.ts';

// Prefixes of DER for a raw Ed25519 key (RFC 8410 sections 4 and 7).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_LENGTH = 32;
const HASH_LENGTH = 32;
const SIGNATURE_LENGTH = 64;

/** Key objects are dear to build and few in number: kept, oldest dropped first. */
const MAX_KEYS = 10_000;
const publicKeys = new Map<string, KeyObject>();

/** The Node side of the crypto port: node:crypto with reused key objects. */
export const nodeCrypto: CryptoPort = {
  sha256,
  verifyEd25519(publicKey, message, signature) {
    if (publicKey.length !== KEY_LENGTH || signature.length !== SIGNATURE_LENGTH) return false;
    heldSignature.set(signature);
    return verify(null, held(message), publicKeyObject(publicKey), heldSignature);
  },
  randomBytes: (length) => randomBytes(length),
};

/**
 * Small arrays lie inside the heap and are moved out, at a cost, when native code reads them; what nearly every signature is
 * made of, 64 bytes and 64 bytes, is copied to where it need not be.
 */
const heldSignature = Buffer.alloc(SIGNATURE_LENGTH);
const heldMessage = Buffer.alloc(2 * HASH_LENGTH);

function held(message: Uint8Array): Uint8Array {
  if (message.length !== heldMessage.length) return message;
  heldMessage.set(message);
  return heldMessage;
}

/** A digest as text costs half of one as a buffer, which lies outside the heap. */
function sha256(bytes: Uint8Array): Uint8Array {
  const text = hash('sha256', bytes, 'binary');
  const digest = new Uint8Array(HASH_LENGTH);
  for (let index = 0; index < HASH_LENGTH; index += 1) digest[index] = text.charCodeAt(index);
  return digest;
}

/** A key object beside the array it was asked for with; who holds a DID document asks with the same array each time. */
interface HeldKey {
  readonly raw: Uint8Array;
  readonly key: KeyObject;
}

const heldKeys = new WeakMap<Uint8Array, HeldKey>();

function publicKeyObject(raw: Uint8Array): KeyObject {
  const held = heldKeys.get(raw);
  // An array can be written over; the key belongs to its bytes.
  if (held && sameKey(held.raw, raw)) return held.key;
  const key = keyOfBytes(raw);
  heldKeys.set(raw, { raw: Uint8Array.from(raw), key });
  return key;
}

function sameKey(left: Uint8Array, right: Uint8Array): boolean {
  for (let index = 0; index < KEY_LENGTH; index += 1) if (left[index] !== right[index]) return false;
  return true;
}

function keyOfBytes(raw: Uint8Array): KeyObject {
  const name = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1');
  const known = publicKeys.get(name);
  if (known) return known;
  const created = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  if (publicKeys.size >= MAX_KEYS) publicKeys.delete(publicKeys.keys().next().value as string);
  publicKeys.set(name, created);
  return created;
}

/** An Ed25519 key pair: the public key as 32 raw bytes, the private one as a key object that can't be printed. */
export interface Ed25519KeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: KeyObject;
}

export function generateEd25519(): Ed25519KeyPair {
  return pairOf(generateKeyPairSync('ed25519').privateKey);
}

/** The key pair of a 32-byte seed (RFC 8032 section 5.1.5). Throws on another length. */
export function ed25519FromSeed(seed: Uint8Array): Ed25519KeyPair {
  if (seed.length !== KEY_LENGTH) throw new Error('an Ed25519 seed has 32 bytes');
  return pairOf(createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' }));
}

/** The seed of a private key, to be encrypted at once. */
export function ed25519Seed(privateKey: KeyObject): Uint8Array {
  return new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length));
}

export function signEd25519(privateKey: KeyObject, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKey));
}

function pairOf(privateKey: KeyObject): Ed25519KeyPair {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { publicKey: new Uint8Array(spki.subarray(SPKI.length)), privateKey };
}
