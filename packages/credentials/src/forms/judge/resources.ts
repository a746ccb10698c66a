import {
  constantTimeEqual,
  fromBase64,
  fromBase64Url,
  type JsonObject,
  type Refusal,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { CREDENTIALS_CONTEXT } from '../../credential/credential.ts';
import { type RelatedResource, relatedResources } from '../../model/related-resources.ts';
import { fromMultibase58 } from '../../multibase.ts';
import { baseContextEditions } from '../contexts/editions.ts';
import type { FormTrust } from '../trust.ts';

interface Digest {
  readonly algorithm: 'sha256' | 'sha384' | 'sha512';
  readonly bytes: Uint8Array;
}

const LENGTHS = { 32: 'sha256', 48: 'sha384', 64: 'sha512' } as const;
const SRI = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})$/;
/** Multihash codes of SHA-2 with their lengths (multicodec table). */
const MULTIHASH: Readonly<Record<number, Digest['algorithm']>> = { 18: 'sha256', 32: 'sha384', 19: 'sha512' };

export interface ResourceTrust extends Pick<FormTrust, 'tolerate'> {
  resource?(url: string): Uint8Array | undefined;
}

/** What came of comparing resources: those that differ, and those that were not at hand. */
export interface ResourceFindings {
  readonly failed: readonly Refusal[];
  readonly open: readonly Refusal[];
}

/**
 * Compares the related resources of a credential with their digests (VC Data Model 2.0, section 5.3). Of the base context every
 * published edition is known here; other resources are compared when they are handed in.
 */
export async function judgeResources(
  credential: JsonObject,
  trust: ResourceTrust,
): Promise<ResourceFindings> {
  const failed: Refusal[] = [];
  const open: Refusal[] = [];
  for (const [index, resource] of relatedResources(credential.relatedResource).entries()) {
    const path = `/relatedResource/${index}`;
    const digests = digestsOf(resource);
    if (typeof digests === 'string') {
      const params = { detail: digests };
      failed.push(credentialsCatalogue.refuse('CRED_RELATED_RESOURCE_FORM', { path, params }));
      continue;
    }
    const params = { url: resource.id.slice(0, 200) };
    const editions = editionsOf(resource.id, trust);
    if (editions.length === 0) {
      if (trust.resource !== undefined && !trust.tolerate?.includes('unknown-resource'))
        open.push(credentialsCatalogue.refuse('CRED_RESOURCE_UNKNOWN', { path, params }));
    } else if (!(await anyHolds(digests, editions)))
      failed.push(credentialsCatalogue.refuse('CRED_RELATED_RESOURCE', { path, params }));
  }
  return { failed, open };
}

function editionsOf(url: string, trust: ResourceTrust): readonly Uint8Array[] {
  const known = url === CREDENTIALS_CONTEXT ? baseContextEditions() : [];
  const given = trust.resource?.(url);
  return given === undefined ? known : [...known, given];
}

/** Whether every digest is that of one and the same edition. */
async function anyHolds(digests: readonly Digest[], editions: readonly Uint8Array[]): Promise<boolean> {
  for (const edition of editions) {
    const held = await Promise.all(digests.map((digest) => holds(digest, edition)));
    if (held.every(Boolean)) return true;
  }
  return false;
}

async function holds({ algorithm, bytes }: Digest, resource: Uint8Array): Promise<boolean> {
  const name = algorithm.replace('sha', 'SHA-');
  return constantTimeEqual(bytes, new Uint8Array(await crypto.subtle.digest(name, new Uint8Array(resource))));
}

/** Every digest of a resource, or in words why one can't be read. */
function digestsOf({ digestSRI, digestMultibase }: RelatedResource): Digest[] | string {
  const digests: Digest[] = [];
  for (const text of digestSRI?.split(/\s+/).filter((part) => part !== '') ?? []) {
    const digest = sriDigest(text);
    if (!digest) return 'digestSRI is not subresource integrity metadata';
    digests.push(digest);
  }
  if (digestMultibase !== undefined) {
    const digest = multibaseDigest(digestMultibase);
    if (!digest) return 'digestMultibase is not a SHA-2 digest in base58btc or base64url';
    digests.push(digest);
  }
  return digests.length === 0 ? 'it is empty' : digests;
}

/** Subresource Integrity, section 3.5; the base64url letters that some issuers write are read too. */
function sriDigest(text: string): Digest | undefined {
  const [, algorithm, encoded = ''] = SRI.exec(text) ?? [];
  const bytes = fromBase64(encoded) ?? fromBase64Url(encoded.replace(/=+$/, ''));
  if (!algorithm || !bytes || LENGTHS[bytes.length as 32] !== algorithm) return undefined;
  return { algorithm: algorithm as Digest['algorithm'], bytes };
}

/** A multibase digest, bare or as a multihash (Controlled Identifiers 1.0, sections 2.4 and 2.5). */
function multibaseDigest(text: string): Digest | undefined {
  const bytes = text.startsWith('u') ? fromBase64Url(text.slice(1)) : fromMultibase58(text);
  if (!bytes) return undefined;
  const bare = LENGTHS[bytes.length as 32];
  if (bare) return { algorithm: bare, bytes };
  const algorithm = MULTIHASH[bytes[0] as number];
  const inner = bytes.subarray(2);
  return algorithm && bytes[1] === inner.length && LENGTHS[inner.length as 32] === algorithm
    ? { algorithm, bytes: inner }
    : undefined;
}
