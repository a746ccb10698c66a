import type { CryptoPort, Instant } from '@portolan/kernel';
import type { EvidenceSource } from '../attestation/source.ts';
import type { Policy } from '../policy/policy.ts';
import type { OversightAct } from '../trust/act.ts';
import { foldRegister } from '../trust/register.ts';
import { standingOf } from './evaluate.ts';
import type { Standing } from './standing.ts';

/** Everything an agency holds about standings: what any program asks them from. */
export interface StandingRecords {
  readonly source: EvidenceSource;
  readonly acts: readonly OversightAct[];
  /** Published policies; the one in force on the day decides. */
  readonly policies: readonly Policy[];
  readonly crypto: CryptoPort;
}

/**
 * The standing of a party for a role as of an instant, by the policy then in force and what the register then held: what a
 * program asks about each party of a case, for the moment when it mattered. Undefined where no policy was in force.
 */
export function standingAsOf(
  records: StandingRecords,
  subject: string,
  role: string,
  asOf: Instant,
): Standing | undefined {
  const policy = policyOn(records.policies, asOf);
  if (!policy) return undefined;
  const register = foldRegister(records.acts, asOf, records.crypto);
  return standingOf({
    subject,
    role,
    asOf,
    policy,
    register,
    source: records.source,
    crypto: records.crypto,
  });
}

/** Of the policies, the one that began to apply last by the day; of two of one day the later version. */
export function policyOn(policies: readonly Policy[], asOf: Instant): Policy | undefined {
  const day = asOf.slice(0, 10);
  const key = ({ effectiveFrom, version }: Policy) =>
    `${effectiveFrom} ${version
      .split('.')
      .map((part) => part.padStart(5, '0'))
      .join('.')}`;
  return policies
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .at(-1);
}
