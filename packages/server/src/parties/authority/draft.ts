import { fragmentOf } from '@portolan/credentials';
import type { Digest, JsonObject } from '@portolan/kernel';
import type { AuthorityObservation } from '@portolan/programs';
import type { Moment } from '../../exchange/moment.ts';
import type { Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../../trade/context.ts';
import { heldCredential } from '../../trade/evidence/held.ts';
import { verifyBatch } from '../../trade/evidence/verify.ts';
import { readEvidence } from '../../trade/store/evidence.ts';
import { observedAuthority } from './observe.ts';
import { authorityNear, signaturesBy } from './store.ts';

/** What a filer holds about its own authority, verified anew: what was revoked meanwhile stops the draft. */
export interface OwnAuthority {
  /** What of it bears on filing for an importer. */
  for(principal: string | undefined): AuthorityObservation | undefined;
  /** What goes along with the filing, so that the agency can check the chain itself. */
  attachedFor(principal: string | undefined): readonly Digest[];
}

/** The authority of a filer and of the person who signs for it. One query where there is nothing on record. */
export async function ownAuthority(
  context: TradeContext,
  tenant: Tenant,
  person: string | undefined,
  moment: Moment,
): Promise<OwnAuthority> {
  const holders = [tenant.did, ...(person === undefined ? [] : [person])];
  const [near, signed] = await Promise.all([
    authorityNear(context.pool, tenant.id, holders),
    person === undefined ? [] : signaturesBy(context.pool, tenant.id, person, tenant.did),
  ]);
  const rows = await readEvidence(context.pool, tenant.id, [...near, ...signed]);
  const credentials = new Map<Digest, JsonObject>();
  for (const row of rows.values())
    if (row.class === 'signed') credentials.set(row.digest, heldCredential(row));
  const { verdicts } = await verifyBatch(context, tenant.id, credentials, moment);
  const observed = (principal: string | undefined) =>
    observedAuthority(
      credentials,
      verdicts,
      { principal, actor: tenant.did, ...(person === undefined ? {} : { person }) },
      // Whom the agency accredits is for the agency to say; here nothing may speak against it.
      (verdict) => fragmentOf(verdict, 'accreditation')?.outcome !== 'failed',
    );
  return {
    for: observed,
    attachedFor(principal) {
      const { powers = [], persons = [], signatures = [] } = observed(principal) ?? {};
      return [...powers, ...persons, ...signatures].map(({ digest }) => digest);
    },
  };
}
