import type { CalendarDate, CryptoPort, Digest } from '@portolan/kernel';
import type { CommonGround, Lookup } from './lookup.ts';

/** Who is asked about, for what, as of when, and by whose rules. */
export interface StandingQuestion extends CommonGround {
  readonly subject: string;
  /** Role for which the policy has levels: importer, producer, carrier… */
  readonly role: string;
  readonly crypto: CryptoPort;
  /** Digest of the policy, where it is known already; reckoned otherwise. */
  readonly policyDigest?: Digest;
  /** Shared by questions on the same ground, so that each party is looked at once. */
  readonly lookup?: Lookup;
}

export function dayOf({ asOf }: Pick<StandingQuestion, 'asOf'>): CalendarDate {
  return asOf.slice(0, 10) as CalendarDate;
}
