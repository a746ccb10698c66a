import {
  fromBase64Url,
  ok,
  parseJson,
  type Refusal,
  type Result,
  refused,
  toBase64Url,
  utf8,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import type { Did } from './did.ts';
import { type DidDocument, didDocumentOf } from './document.ts';
import { multikeyOfJwk } from './jwk.ts';

const PREFIX = 'did:jwk:';
/** A public key with a few more members; longer identifiers are no keys. */
const MAX_LENGTH = 2000;

export function isDidJwk(did: string): boolean {
  return did.startsWith(PREFIX);
}

/** The did:jwk of a public JSON Web Key (did:jwk method, "Create"). */
export function didJwkOf(jwk: Readonly<Record<string, string>>): Did {
  return `did:jwk:${toBase64Url(utf8(JSON.stringify(jwk)))}`;
}

/** The DID URL of the one key of a did:jwk (did:jwk method, "Read"). */
export function didJwkMethod(did: string): string {
  return `${did}#0`;
}

/**
 * The DID document of a did:jwk, derived from the identifier alone (did:jwk method, "Read"). A key with "use":"enc" signs
 * nothing, so it comes out without purposes. Refuses text that is no JSON Web Key, private keys and other curves.
 */
export function resolveDidJwk(did: string): Result<DidDocument> {
  if (!isDidJwk(did) || did.length > MAX_LENGTH) return refused(malformed(did, 'it is not a did:jwk'));
  const bytes = fromBase64Url(did.slice(PREFIX.length));
  if (!bytes) return refused(malformed(did, 'it is not base64url text'));
  const jwk = parseJson(bytes);
  if (!jwk.ok) return refused(malformed(did, 'it holds no JSON'));
  const publicKeyMultibase = multikeyOfJwk(jwk.value);
  if (!publicKeyMultibase.ok) return publicKeyMultibase;
  const document = didDocumentOf(did, [
    { id: didJwkMethod(did), publicKeyMultibase: publicKeyMultibase.value },
  ]);
  const { use } = jwk.value as { readonly use?: unknown };
  return ok(use === 'enc' ? { ...document, assertionMethod: [], authentication: [] } : document);
}

function malformed(did: string, detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_DID_MALFORMED', { params: { did: did.slice(0, 100), detail } });
}
