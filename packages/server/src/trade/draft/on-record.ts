import { type Evidence, evidenceOf } from '@portolan/documents';
import type { Digest, JsonObject } from '@portolan/kernel';
import { noObservations, type Observations } from '@portolan/programs';
import type { Moment } from '../../exchange/moment.ts';
import type { Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import { heldCredential, heldEvidence } from '../evidence/held.ts';
import { verifyBatch } from '../evidence/verify.ts';
import { readEvidence } from '../store/evidence.ts';
import { type StandingQuery, standingOf } from '../store/standing.ts';

/**
 * What the filer itself has on record about the parties of a draft: powers of attorney given to it, identities of
 * signers. They go along with the filing, so that the agency sees them too.
 */
export async function recordsFor(
  context: TradeContext,
  tenant: Tenant,
  evidence: readonly Evidence[],
  moment: Moment,
): Promise<Observations> {
  const observations = noObservations(moment.at);
  const rows = await standingOf(context.pool, tenant.id, queriesFor(tenant, evidence), moment.at.slice(0, 10));
  const carried = new Set(evidence.map(({ digest }) => digest));
  const digests = rows.map(({ digest }) => digest).filter((digest) => !carried.has(digest));
  const held = await readEvidence(context.pool, tenant.id, digests);
  const credentials = new Map<Digest, JsonObject>();
  for (const row of held.values()) credentials.set(row.digest, heldCredential(row));
  const { verdicts } = await verifyBatch(context, tenant.id, credentials, moment);
  const onRecord = digests.flatMap((digest) => {
    const row = held.get(digest);
    return row ? [heldEvidence(row, verdicts.get(digest as Digest))] : [];
  });
  return { ...observations, onRecord };
}

function queriesFor(tenant: Tenant, evidence: readonly Evidence[]): StandingQuery[] {
  const buyers = evidenceOf(evidence, 'CommercialInvoice').map(({ document }) => document.buyer.did);
  const consignees = evidenceOf(evidence, 'BillOfLading').map(({ document }) => document.consignee.did);
  const importers = new Set([...buyers, ...consignees].filter((did) => did !== undefined));
  const issuers = new Set(evidence.flatMap(({ issuer }) => issuer ?? []));
  return [
    ...[...importers].map((subject): StandingQuery => ({ subject, other: tenant.did, type: 'PowerOfAttorney' })),
    ...[...issuers].map((subject): StandingQuery => ({ subject, other: '', type: 'OrganizationIdentity' })),
  ];
}
