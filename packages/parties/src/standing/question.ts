import type { CalendarDate, CryptoPort, Digest, Instant } from '@portolan/kernel';
import type { EvidenceSource } from '../attestation/source.ts';
import type { Policy } from '../policy/policy.ts';
import type { TrustRegister } from '../trust/register.ts';

/** Who is asked about, for what, as of when, and by whose rules. */
export interface StandingQuestion {
  readonly subject: string;
  /** Role for which the policy has levels: importer, producer, carrier… */
  readonly role: string;
  readonly asOf: Instant;
  readonly policy: Policy;
  readonly register: TrustRegister;
  readonly source: EvidenceSource;
  readonly crypto: CryptoPort;
  /** Digest of the policy, where it is known already; reckoned otherwise. */
  readonly policyDigest?: Digest;
}

export function dayOf({ asOf }: Pick<StandingQuestion, 'asOf'>): CalendarDate {
  return asOf.slice(0, 10) as CalendarDate;
}
