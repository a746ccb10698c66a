import type { Power, PowerOfAttorney } from '@portolan/documents';
import type { Digest, Instant } from '@portolan/kernel';
import type { StatusChange } from '../attestation/attestation.ts';
import type { PowerLimits } from '../schema/person.ts';

/** A signed power of attorney, or a signed delegation of one, as it comes out of verification. */
export interface SignedPower {
  readonly digest: Digest;
  readonly number: string;
  /** Digest of the power that is passed on; absent for one that the principal gives itself. */
  readonly parent?: Digest;
  readonly issuer: string;
  readonly grantor: string;
  readonly grantee: string;
  readonly powers: readonly Power[];
  readonly limits: PowerLimits;
  readonly from: string;
  readonly until?: string;
  readonly signedAt: Instant;
  readonly changes: readonly StatusChange[];
  /** Codes for which it proves nothing: altered, malformed, signed by somebody else. */
  readonly faults: readonly string[];
}

/** What the signed document of a power adds to what verification says of it. */
export type PowerProof = Pick<SignedPower, 'digest' | 'issuer' | 'signedAt' | 'changes' | 'faults'>;

/** A power of attorney as a link of a chain; undefined where a party has no identifier to be held to. */
export function powerOf(
  document: PowerOfAttorney & { readonly parent?: string },
  proof: PowerProof,
): SignedPower | undefined {
  const { number, grantor, grantee, powers, limits = {}, from, until, parent } = document;
  if (grantor.did === undefined || grantee.did === undefined) return undefined;
  return {
    ...proof,
    number,
    ...(parent === undefined ? {} : { parent: parent as Digest }),
    grantor: grantor.did,
    grantee: grantee.did,
    powers,
    limits,
    from,
    ...(until === undefined ? {} : { until }),
  };
}
