import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { isDidKey } from '@portolan/credentials';
import { fromBase64, isRecord, type JsonObject, ok, type Result, refused, toBase64 } from '@portolan/kernel';
import { nodeCatalogue } from '../catalogue.ts';

/** A signing key on its way from one node to another, closed under a passphrase: scrypt, then AES-256-GCM. */
export interface KeyFile {
  readonly type: 'portolan/key@1';
  readonly did: string;
  readonly verificationMethod: string;
  readonly salt: string;
  readonly iv: string;
  readonly sealed: string;
  readonly tag: string;
}

export interface CarriedKey {
  readonly did: string;
  readonly verificationMethod: string;
  readonly seed: Uint8Array;
}

const TYPE = 'portolan/key@1';
const SEED_LENGTH = 32;
/** A passphrase shorter than this is guessed from a stolen file. */
const MIN_PASSPHRASE = 12;
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 2 ** 20 };

/** Closes a key for the way. Refuses a passphrase of fewer than 12 characters. */
export function closeKey(key: CarriedKey, passphrase: string): Result<KeyFile> {
  if (passphrase.length < MIN_PASSPHRASE)
    return refused(nodeCatalogue.refuse('NODE_KEY_PASSPHRASE', { params: { least: MIN_PASSPHRASE } }));
  const { did, verificationMethod, seed } = key;
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', keyFrom(passphrase, salt), iv);
  cipher.setAAD(Buffer.from(`${TYPE}\n${did}\n${verificationMethod}`));
  const sealed = Buffer.concat([cipher.update(seed), cipher.final()]);
  return ok({
    ...{ type: TYPE, did, verificationMethod },
    ...{
      salt: toBase64(salt),
      iv: toBase64(iv),
      sealed: toBase64(sealed),
      tag: toBase64(cipher.getAuthTag()),
    },
  });
}

/** Opens a key file. Refuses another passphrase, an altered file, and files that are none; never says which part of it. */
export function openKey(file: JsonObject, passphrase: string): Result<CarriedKey> {
  const { type, did, verificationMethod, salt, iv, sealed, tag } = file;
  const parts = [salt, iv, sealed, tag].map((text) =>
    typeof text === 'string' ? fromBase64(text) : undefined,
  );
  const [saltBytes, ivBytes, sealedBytes, tagBytes] = parts;
  if (type !== TYPE || typeof did !== 'string' || typeof verificationMethod !== 'string') return notOpened();
  if (!isRecord(file) || !saltBytes || ivBytes?.length !== 12 || !sealedBytes || tagBytes?.length !== 16)
    return notOpened();
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFrom(passphrase, saltBytes), ivBytes);
    decipher.setAAD(Buffer.from(`${TYPE}\n${did}\n${verificationMethod}`));
    decipher.setAuthTag(tagBytes);
    const seed = Buffer.concat([decipher.update(sealedBytes), decipher.final()]);
    return seed.length === SEED_LENGTH ? ok({ did, verificationMethod, seed }) : notOpened();
  } catch {
    return notOpened();
  }
}

/** Whether a key can be named as it was at the node it comes from: only a did:key brings its name along. */
export function bringsItsName({ did }: Pick<CarriedKey, 'did'>): boolean {
  return isDidKey(did);
}

function keyFrom(passphrase: string, salt: Uint8Array): Buffer {
  return scryptSync(passphrase, salt, 32, COST);
}

function notOpened(): Result<never> {
  return refused(nodeCatalogue.refuse('NODE_KEY_NOT_OPENED'));
}
