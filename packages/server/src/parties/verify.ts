import { verifyCredential } from '@portolan/credentials';
import type { Digest, JsonObject } from '@portolan/kernel';
import type { Moment } from '../exchange/moment.ts';
import type { Tenant } from '../platform/tenant.ts';
import { signingTimes } from '../trade/evidence/signing-times.ts';
import type { PartyContext } from './context.ts';
import type { HeldAttestation } from './store.ts';
import { attestationsIn } from './take.ts';

/** Verifies credentials that a tenant hands in or has signed, and reads the attestations among them. */
export async function verifyGiven(
  context: PartyContext,
  tenant: Tenant,
  credentials: ReadonlyMap<Digest, JsonObject>,
  moment: Moment,
): Promise<HeldAttestation[]> {
  if (credentials.size === 0) return [];
  const digests = [...credentials.keys()];
  const [times, batch] = await Promise.all([
    signingTimes(context, tenant.id, digests, moment),
    context.buildTrust({
      tenantId: tenant.id,
      at: moment.at,
      credentials: [...credentials.values()],
      statusLists: [],
    }),
  ]);
  const verdicts = await Promise.all(
    digests.map(async (digest) => {
      const signedAt = times.get(digest) ?? { instant: moment.at, source: 'first-receipt' as const };
      return [digest, await verifyCredential(credentials.get(digest), batch.trust(signedAt))] as const;
    }),
  );
  return attestationsIn({
    tenantId: tenant.id,
    from: tenant.did,
    moment,
    credentials,
    verdicts: new Map(verdicts),
  });
}
