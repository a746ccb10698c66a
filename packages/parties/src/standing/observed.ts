import { DigestField } from '@portolan/documents';
import type { CryptoPort } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { standingDigest } from './evaluate.ts';
import type { Standing } from './standing.ts';

/**
 * A standing as a decision captures it: what was found, by which policy and register, and the digest of the whole with its
 * evidence. It goes to every party of the entry, so it names none of the attestations that one of them gave to the agency alone.
 */
export const ObservedStandingSchema = Type.Object({
  subject: Type.String(),
  name: Type.String(),
  role: Type.String(),
  asOf: Type.String(),
  level: Type.String(),
  barred: Type.Boolean(),
  /** What stands against the party, by code and in words. */
  against: Type.Array(Type.Object({ code: Type.String(), message: Type.String() })),
  policy: Type.Object({
    id: Type.String(),
    version: Type.String(),
    publisher: Type.String(),
    digest: DigestField('Digest of the policy'),
  }),
  register: DigestField('Digest of the trust register'),
  standing: DigestField('Digest of the whole standing'),
});
export type ObservedStanding = Static<typeof ObservedStandingSchema>;

/** What a decision captures of a standing. */
export function observedStanding(crypto: CryptoPort, standing: Standing): ObservedStanding {
  const { subject, name, role, asOf, level, barred, policy, register, override, findings } = standing;
  const bars = findings
    .filter(({ weighs }) => weighs === 'bars')
    .map(({ reason: { code, message } }) => ({ code, message }));
  const bySet = override ? [{ code: 'OVERRIDE', message: override.reason }] : [];
  return {
    ...{ subject, name, role, asOf, level, barred },
    against: barred ? [...bySet, ...bars] : [],
    ...{ policy, register },
    standing: standingDigest(crypto, standing),
  };
}
