import {
  type CryptoPort,
  isRecord,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { partiesCatalogue } from '../catalogue.ts';
import type { StandingStatement } from '../schema/standing-statement.ts';
import { standingDigest } from './evaluate.ts';
import type { Standing } from './standing.ts';

/** The subject of the credential that states a standing: short, with the digest of the whole. */
export function standingStatement(crypto: CryptoPort, standing: Standing): StandingStatement {
  const { subject, name, role, level, asOf, policy, register, barred, attestations } = standing;
  const counting = attestations.flatMap(({ outcome, kind }) => (outcome === 'counts' && kind ? [kind] : []));
  const { publisher: _, ...named } = policy;
  return {
    organization: { did: subject, name },
    ...{ role, level, asOf, policy: named, register, barred },
    standing: standingDigest(crypto, standing),
    kinds: [...new Set(counting)].sort(),
  };
}

/** Members of the statement that a holder may keep back when it presents it (selective disclosure). */
export const disclosableMembers = ['kinds', 'policy', 'register', 'standing', 'role'] as const;

/** The stated standing and the same computed again here: refuses a difference, and says where it begins. */
export function compareStandings(
  crypto: CryptoPort,
  stated: StandingStatement,
  computed: Standing,
): Result<Standing> {
  const digest = standingDigest(crypto, computed);
  if (digest === stated.standing) return ok(computed);
  const where =
    stated.policy.digest !== computed.policy.digest
      ? 'the policy'
      : stated.register !== computed.register
        ? 'the trust register'
        : 'the evidence';
  return refused(
    partiesCatalogue.refuse('PARTY_DIFFERS', {
      path: '/standing',
      params: { computed: digest, stated: stated.standing, where },
    }),
  );
}

/**
 * Whether a credential about a party is presented by that party: the holder of a verified presentation has to be its subject.
 * A stolen copy fails here, since its thief cannot sign the challenge with the subject's key.
 */
export function holderFaults(holder: string, credentials: readonly JsonObject[]): Refusal[] {
  return credentials.flatMap((credential, index) => {
    const subject = subjectOf(credential);
    if (subject === undefined || subject === holder) return [];
    const path = `/verifiableCredential/${index}/credentialSubject`;
    return [partiesCatalogue.refuse('PARTY_HOLDER', { path, params: { subject, holder } })];
  });
}

function subjectOf({ credentialSubject }: JsonObject): string | undefined {
  if (!isRecord(credentialSubject)) return undefined;
  const { organization, id } = credentialSubject;
  if (isRecord(organization) && typeof organization.did === 'string') return organization.did;
  return typeof id === 'string' ? id : undefined;
}
