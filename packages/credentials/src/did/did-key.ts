import { ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import type { Did } from './did.ts';
import { type DidDocument, didDocumentOf } from './document.ts';
import { readMultikey, toMultikey } from './multikey.ts';

const PREFIX = 'did:key:';
/** Resolved documents are kept, so that a known issuer's key is decoded once; the oldest goes first. */
const MAX_RESOLVED = 10_000;
const resolved = new Map<string, DidDocument>();

/** The did:key of a raw Ed25519 public key of 32 bytes (did:key 0.7). */
export function didKeyOf(publicKey: Uint8Array): Did {
  return `did:key:${toMultikey(publicKey)}`;
}

/** The DID URL of the one key of a did:key: the DID, then `#`, then the key text again. */
export function didKeyMethod(did: string): string {
  return `${did}#${did.slice(PREFIX.length)}`;
}

export function isDidKey(did: string): boolean {
  return did.startsWith(PREFIX);
}

/**
 * The DID document of a did:key, derived from the identifier alone. Refuses other methods, unknown key types, wrong lengths
 * and keys of small order. A did:key cannot itself say that its key was revoked: a register that knows better is asked first.
 */
export function resolveDidKey(did: string): Result<DidDocument> {
  const known = resolved.get(did);
  if (known) return ok(known);
  if (!isDidKey(did))
    return refused(
      credentialsCatalogue.refuse('CRED_DID_MALFORMED', {
        params: { did: did.slice(0, 100), detail: 'it is not a did:key' },
      }),
    );
  const publicKeyMultibase = did.slice(PREFIX.length);
  const key = readMultikey(publicKeyMultibase);
  if (!key.ok) return key;
  const document = didDocumentOf(did, [{ id: didKeyMethod(did), publicKeyMultibase }]);
  remember(did, document);
  return ok(document);
}

function remember(did: string, document: DidDocument): void {
  if (resolved.size >= MAX_RESOLVED) resolved.delete(resolved.keys().next().value as string);
  resolved.set(did, document);
}
