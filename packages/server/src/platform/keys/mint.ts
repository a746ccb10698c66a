import { didKeyMethod, didKeyOf, didWebOf } from '@portolan/credentials';
import { ed25519FromSeed, ed25519Seed, generateEd25519 } from '@portolan/kernel/node';

/** A new key with its public names; `seed` is to be sealed at once. */
export interface MintedKey {
  readonly did: string;
  readonly verificationMethod: string;
  readonly publicKey: Uint8Array;
  readonly seed: Uint8Array;
}

export interface MintRequest {
  readonly keyId: string;
  readonly slug: string;
  /** Set: the tenant is named by its address (did:web) and may change its key; unset: the key is its name (did:key). */
  readonly publicUrl?: string;
  /** The public sample keys only. */
  readonly seed?: Uint8Array;
}

export function mintKey({ keyId, slug, publicUrl, seed }: MintRequest): MintedKey {
  const pair = seed ? ed25519FromSeed(seed) : generateEd25519();
  const names = publicUrl === undefined ? namedByKey(pair.publicKey) : namedByAddress(publicUrl, slug, keyId);
  return { ...names, publicKey: pair.publicKey, seed: seed ?? ed25519Seed(pair.privateKey) };
}

/** The origin that identifiers hang on (did:web), when the public address can carry any: HTTPS and a name. */
export function didOrigin({ publicUrl }: { readonly publicUrl?: string }): { didWebOrigin?: string } {
  if (publicUrl === undefined) return {};
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'https:' && !/^[\d.]+$|:/.test(hostname) ? { didWebOrigin: publicUrl } : {};
}

function namedByKey(publicKey: Uint8Array): { did: string; verificationMethod: string } {
  const did = didKeyOf(publicKey);
  return { did, verificationMethod: didKeyMethod(did) };
}

function namedByAddress(
  publicUrl: string,
  slug: string,
  keyId: string,
): { did: string; verificationMethod: string } {
  const did = didWebOf(`${publicUrl}/t/${slug}`);
  return { did, verificationMethod: `${did}#${keyId}` };
}
