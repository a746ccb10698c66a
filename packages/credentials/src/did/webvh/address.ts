import { ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { didWebUrl } from '../did-web.ts';

const FORM = /^did:webvh:([1-9A-HJ-NP-Za-km-z]{46}):([^#?/]+)$/;

/** Where the history of a did:webvh is published, and where the proofs of its witnesses are. */
export interface WebvhAddress {
  /** The self-certifying part of the identifier. */
  readonly scid: string;
  readonly log: string;
  readonly witnesses: string;
}

export function isDidWebvh(did: string): boolean {
  return did.startsWith('did:webvh:');
}

/**
 * The addresses of a did:webvh (did:webvh 1.0, "The DID to HTTPS Transformation"): those of the did:web with the same host and
 * path, under other names. Refuses what didWebUrl refuses, and a first part that is no SHA-256 multihash in base58.
 */
export function webvhAddress(did: string): Result<WebvhAddress> {
  const [, scid, rest] = FORM.exec(did) ?? [];
  if (!scid || !rest) return refused(malformed(did));
  const web = didWebUrl(`did:web:${rest}`);
  if (!web.ok) return refused(malformed(did));
  const folder = web.value.slice(0, web.value.lastIndexOf('/'));
  return ok({ scid, log: `${folder}/did.jsonl`, witnesses: `${folder}/did-witness.json` });
}

function malformed(did: string) {
  const detail = 'it is not a did:webvh with a hash and a host name';
  return credentialsCatalogue.refuse('CRED_DID_MALFORMED', { params: { did: did.slice(0, 100), detail } });
}
