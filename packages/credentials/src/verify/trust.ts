import type { CryptoPort, Instant, JsonObject, Result } from '@portolan/kernel';
import type { DidDocument } from '../did/document.ts';
import type { SigningTime } from '../proof/signing-time.ts';
import type { StatusSnapshot } from '../status/snapshot.ts';
import type { Custody } from './verdict.ts';

/** What a signature is checked against. */
export interface ProofTrust {
  readonly crypto: CryptoPort;
  readonly signedAt: SigningTime;
  /** The keys of a DID as known here; undefined where nothing is known. A did:key unknown here resolves by itself. */
  resolveDid(did: string): DidDocument | undefined;
}

/** All that a verifier believes, handed in: it asks no network, no disk and no clock. */
export interface Trust extends ProofTrust {
  /** The moment the question is asked for: dates and status are judged at it. */
  readonly at: Instant;
  /** The list published at `url`, verified already by verifyStatusList. */
  statusList(url: string): StatusSnapshot | undefined;
  schema(type: string): SchemaCheck | undefined;
  /** What the trust register says of an issuer for a credential type at an instant (the signing time). */
  accreditation(did: string, credentialType: string, at: Instant): AccreditationAnswer;
  custody?(did: string): Custody;
}

/** Checks a credential's subject, without its `id`; paths of refusals are within the subject. */
export type SchemaCheck = (subject: JsonObject) => Result<unknown>;

export type AccreditationAnswer =
  /** In the register for this type; `by` names who accredited. */
  | { readonly state: 'accredited'; readonly by: string; readonly since?: string }
  /** In the register, but not for this type or not at this time. */
  | { readonly state: 'not-accredited' }
  | { readonly state: 'suspended'; readonly since: string; readonly reason: string }
  /** The register says nothing about this issuer. */
  | { readonly state: 'unknown' }
  /** Anybody may issue this type (an order, an invoice): no accreditation exists for it. */
  | { readonly state: 'not-required' };
