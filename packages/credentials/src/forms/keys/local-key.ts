import {
  concatBytes,
  fromBase64Url,
  isRecord,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { ed25519FromSeed, ed25519Seed, generateEd25519, signEd25519 } from '@portolan/kernel/node';
import { credentialsCatalogue } from '../../catalogue.ts';
import { type KeyAlgorithm, multikeyOf, readMultikey } from '../../did/multikey.ts';
import { fromMultibase58, toMultibase58 } from '../../multibase.ts';
import { bbsMultikey } from './bbs-library.ts';
import type { KeyText, LocalKey } from './form-key.ts';

export interface KeyOwner {
  /** Whose key it is; a did:key of the key itself when left out. */
  readonly did?: string;
  /** The DID URL of the key; the DID, `#` and the Multikey text when left out. */
  readonly verificationMethod?: string;
}

const ED25519_SECRET = Uint8Array.of(0x80, 0x26);
const SEED_LENGTH = 32;
const BBS_ALGORITHM = 'BBS-BLS12-381-SHA-256';

/** Makes a key of the algorithm, in this process. */
export async function generateKey(algorithm: KeyAlgorithm, owner: KeyOwner = {}): Promise<LocalKey> {
  if (algorithm === 'Ed25519') return ed25519Key(ed25519Seed(generateEd25519().privateKey), owner);
  const library =
    algorithm === 'BLS12-381-G2'
      ? await (await bbsMultikey()).generateBbsKeyPair({ algorithm: BBS_ALGORITHM })
      : await (await import('@digitalbazaar/ecdsa-multikey')).generate({ curve: algorithm });
  return libraryKey(algorithm, library, owner);
}

/**
 * Takes a key from text: both parts as Multikey, or a private JSON Web Key (RFC 8037, RFC 7518). Refuses text that holds no
 * key of a known algorithm, and a secret that does not belong to the public part.
 */
export async function importKey(
  text: Partial<KeyText> | { readonly secretKeyJwk: unknown },
  owner: KeyOwner = {},
): Promise<Result<LocalKey>> {
  try {
    return 'secretKeyJwk' in text ? await fromJwk(text.secretKeyJwk, owner) : await fromText(text, owner);
  } catch {
    // Whatever the library says may hold parts of the secret: none of it is passed on.
    return refused(badForm('the secret does not belong to the public key'));
  }
}

async function fromText(text: Partial<KeyText>, owner: KeyOwner): Promise<Result<LocalKey>> {
  const { publicKeyMultibase, secretKeyMultibase = '' } = text;
  const secret = fromMultibase58(secretKeyMultibase);
  if (!secret) return refused(badForm('the secret is not multibase base58btc text'));
  if (ED25519_SECRET.every((byte, at) => secret[at] === byte)) {
    if (secret.length !== ED25519_SECRET.length + SEED_LENGTH)
      return refused(badForm('the secret has another length'));
    return belonging(ed25519Key(secret.slice(ED25519_SECRET.length), owner), publicKeyMultibase);
  }
  const key = readMultikey(publicKeyMultibase ?? '');
  if (!key.ok) return key;
  const { algorithm } = key.value;
  const multikey = { type: 'Multikey', publicKeyMultibase, secretKeyMultibase };
  const library =
    algorithm === 'BLS12-381-G2'
      ? await (await bbsMultikey()).from(multikey)
      : await (await import('@digitalbazaar/ecdsa-multikey')).from(multikey);
  return provenKey(libraryKey(algorithm, library, owner), library);
}

async function fromJwk(jwk: unknown, owner: KeyOwner): Promise<Result<LocalKey>> {
  if (!isRecord(jwk) || typeof jwk.d !== 'string') return refused(badForm('it is no private JSON Web Key'));
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') {
    const seed = fromBase64Url(jwk.d);
    if (seed?.length !== SEED_LENGTH) return refused(badForm('the secret has another length'));
    const x = typeof jwk.x === 'string' ? fromBase64Url(jwk.x) : undefined;
    if (x?.length !== SEED_LENGTH) return refused(badForm('the public key has another length'));
    return belonging(ed25519Key(seed, owner), multikeyOf({ algorithm: 'Ed25519', publicKey: x }));
  }
  const { crv } = jwk;
  if (jwk.kty !== 'EC' || (crv !== 'P-256' && crv !== 'P-384'))
    return refused(badForm('it is of another type or curve'));
  const library = await (await import('@digitalbazaar/ecdsa-multikey')).fromJwk({ jwk, secretKey: true });
  return provenKey(libraryKey(crv, library, owner), library);
}

function ed25519Key(seed: Uint8Array, owner: KeyOwner): LocalKey {
  const { publicKey, privateKey } = ed25519FromSeed(seed);
  const publicKeyMultibase = multikeyOf({ algorithm: 'Ed25519', publicKey });
  return {
    ...nameOf(publicKeyMultibase, owner),
    algorithm: 'Ed25519',
    publicKeyMultibase,
    sign: (message) => signEd25519(privateKey, message),
    exportKey: () => ({
      publicKeyMultibase,
      secretKeyMultibase: toMultibase58(concatBytes(ED25519_SECRET, ed25519Seed(privateKey))),
    }),
  };
}

function libraryKey(algorithm: KeyAlgorithm, pair: LibraryKeyPair, owner: KeyOwner): LocalKey {
  const { publicKeyMultibase } = pair;
  const signer = pair.signer();
  return {
    ...nameOf(publicKeyMultibase, owner),
    algorithm,
    publicKeyMultibase,
    sign: (data) => signer.sign({ data }),
    ...(signer.multisign
      ? {
          signMessages: (header, messages) => signer.multisign?.({ header, messages }) as Promise<Uint8Array>,
        }
      : {}),
    exportKey: () => ({ publicKeyMultibase, secretKeyMultibase: pair.secretKeyMultibase }),
  };
}

function nameOf(publicKeyMultibase: string, { did = `did:key:${publicKeyMultibase}`, ...owner }: KeyOwner) {
  return { did, verificationMethod: owner.verificationMethod ?? `${did}#${publicKeyMultibase}` };
}

function belonging(key: LocalKey, publicKeyMultibase: string | undefined): Result<LocalKey> {
  return publicKeyMultibase === undefined || publicKeyMultibase === key.publicKeyMultibase
    ? ok(key)
    : refused(badForm('the secret does not belong to the public key'));
}

/** An ECDSA pair is tried once: the library takes any secret with any public key. */
async function provenKey(key: LocalKey, pair: LibraryKeyPair): Promise<Result<LocalKey>> {
  if (key.algorithm === 'BLS12-381-G2') return ok(key);
  const data = new TextEncoder().encode(key.publicKeyMultibase);
  const signature = await key.sign(data);
  return (await pair.verifier().verify({ data, signature }))
    ? ok(key)
    : refused(badForm('the secret does not belong to the public key'));
}

function badForm(detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_KEY_FORM', { params: { detail } });
}
