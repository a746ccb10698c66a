import type { PartyIdentifierScheme } from '@portolan/documents';
import type { CalendarDate, Digest, Instant } from '@portolan/kernel';
import type { CheckMethod } from '../schema/common.ts';
import type { AttesterKind } from '../schema/kind.ts';
import type { Controller } from '../schema/organization.ts';
import type { AttestationType } from '../schema/types.ts';

/**
 * What one signed attestation says, in the one shape that standings are computed from. It holds nothing that a verifier did
 * not check: the signature, and when it was signed, as somebody other than the signer can vouch.
 */
export interface Attestation {
  /** Digest of the credential's canonical form. */
  readonly digest: Digest;
  readonly type: AttestationType;
  /** Absent for types that support no standing by themselves, such as a statement of ownership. */
  readonly kind?: AttesterKind;
  readonly issuer: string;
  readonly subject: string;
  readonly signedAt: Instant;
  /** What the issuer wrote itself as its date; proves nothing, and shows backdating. */
  readonly claimedAt?: Instant;
  /** First and last day for which it is said; the last is the earlier of document and credential. */
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  readonly changes: readonly StatusChange[];
  /** Codes of refusals for which it proves nothing: altered, signed by somebody else, malformed. */
  readonly faults: readonly string[];
  readonly party: AttestedParty;
  readonly checks: readonly AttestedCheck[];
  readonly facts: AttestedFacts;
}

/** Times at which the issuer took the attestation back; a revocation has no end. */
export interface StatusChange {
  readonly purpose: 'revocation' | 'suspension';
  readonly from: Instant;
  readonly until?: Instant;
}

export interface AttestedParty {
  readonly name: string;
  readonly country: string;
  readonly city?: string;
  readonly street?: string;
  readonly region?: string;
  readonly identifiers: readonly AttestedIdentifier[];
}

export interface AttestedIdentifier {
  readonly scheme: PartyIdentifierScheme;
  readonly value: string;
}

export interface AttestedCheck {
  readonly what: string;
  readonly how: CheckMethod;
  readonly on: CalendarDate;
}

/** Facts that change what a standing comes to, whatever type said them. */
export interface AttestedFacts {
  /** Since when the organization is registered, by a register or a tax authority. */
  readonly since?: CalendarDate;
  readonly state: FactState;
  readonly stateSince?: CalendarDate;
  readonly successor?: { readonly name: string; readonly did?: string };
  /** Day after which the registration is lapsed unless it is renewed (LEI). */
  readonly renewalDue?: CalendarDate;
  readonly controllers: readonly Controller[];
  readonly controlChangedOn?: CalendarDate;
}

/** Good, over for good (dissolved, merged, retired), or not good now (lapsed, suspended). */
export type FactState = 'good' | 'lapsed' | 'suspended' | 'dissolved' | 'merged';
