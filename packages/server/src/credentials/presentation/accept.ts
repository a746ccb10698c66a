import { type PresentationVerdict, verifyPresentation } from '@portolan/credentials';
import { digestJson, isRecord, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { holderFaults, isPartyCredentialType } from '@portolan/parties';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext } from '../context.ts';
import { buildTrust } from '../trust/build-trust.ts';
import { knownKeys } from '../trust/known-keys.ts';
import { spendChallenge } from './challenges.ts';

/**
 * Verifies a presentation made for a challenge of this tenant. The challenge is used up whatever comes out, so that the same
 * presentation is never looked at twice. Refuses one for a challenge not set here.
 */
export async function acceptPresentation(
  context: CredentialContext,
  tenantId: string,
  presentation: JsonObject,
): Promise<Result<PresentationVerdict>> {
  const now = context.clock.now();
  const challenge = challengeOf(presentation);
  const spent =
    challenge === undefined ? undefined : await spendChallenge(context.pool, tenantId, challenge, now);
  if (challenge === undefined || !spent)
    return refused(credentialServiceCatalogue.refuse('NODE_CHALLENGE_SPENT', { path: '/proof/challenge' }));
  const credentials = credentialsOf(presentation);
  const digests = new Map(
    credentials.map((credential) => [credential, digestJson(context.crypto, credential)]),
  );
  const holder = typeof presentation.holder === 'string' ? [presentation.holder] : [];
  const [batch, keys, logged] = await Promise.all([
    buildTrust(context, { tenantId, at: now, credentials, statusLists: [] }),
    knownKeys(context.pool, holder),
    context.log.earliest([...digests.values()]),
  ]);
  const received = { instant: now, source: 'first-receipt' } as const;
  const trust = {
    crypto: context.crypto,
    signedAt: received,
    resolveDid: (did: string) => keys.documents.get(did),
  };
  const expected = { challenge, domain: spent.domain };
  const verdict = await verifyPresentation(presentation, trust, expected, (credential) => {
    const digest = digests.get(credential as JsonObject);
    const inLog = digest && logged.get(digest);
    return batch.trust(inLog ? { instant: inLog, source: 'log' } : received);
  });
  const stolen = holderFaults(verdict.holder, credentials.filter(isAboutItsHolder));
  return ok({
    ...verdict,
    verified: verdict.verified && stolen.length === 0,
    refusals: [...verdict.refusals, ...stolen],
  });
}

/** Credentials that say who an organization is, or what it is known by: only that organization may present them. */
function isAboutItsHolder({ type }: JsonObject): boolean {
  return (
    Array.isArray(type) &&
    type.some(
      (name) => name === 'OrganizationIdentity' || (isPartyCredentialType(name) && !isOthers.has(name)),
    )
  );
}

/** Types whose subject is a person or a power between two parties, and no single organization. */
const isOthers: ReadonlySet<string> = new Set([
  'AuthorityDelegation',
  'EmploymentAffirmation',
  'FilingSignature',
  'OfficerAffirmation',
]);

function challengeOf({ proof }: JsonObject): string | undefined {
  return isRecord(proof) && typeof proof.challenge === 'string' ? proof.challenge : undefined;
}

function credentialsOf({ verifiableCredential }: JsonObject): JsonObject[] {
  return Array.isArray(verifiableCredential) ? (verifiableCredential.filter(isRecord) as JsonObject[]) : [];
}
