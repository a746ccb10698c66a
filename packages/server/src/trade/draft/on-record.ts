import { type Evidence, evidenceOf } from '@portolan/documents';
import type { Moment } from '../../exchange/moment.ts';
import type { Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import { type EvidenceRow, readEvidence } from '../store/evidence.ts';
import { type StandingQuery, standingOf } from '../store/standing.ts';

/**
 * What the filer has on record about the parties of some documents and doesn't need to send again by hand: powers of
 * attorney given to it, identities of signers. They go along with the filing.
 */
export async function recordsFor(
  context: Pick<TradeContext, 'pool'>,
  tenant: Tenant,
  evidence: readonly Evidence[],
  moment: Moment,
): Promise<EvidenceRow[]> {
  const rows = await standingOf(
    context.pool,
    tenant.id,
    queriesFor(tenant, evidence),
    moment.at.slice(0, 10),
  );
  const carried = new Set(evidence.map(({ digest }) => digest));
  const digests = rows.map(({ digest }) => digest).filter((digest) => !carried.has(digest));
  const held = await readEvidence(context.pool, tenant.id, digests);
  return digests.flatMap((digest) => held.get(digest) ?? []);
}

function queriesFor(tenant: Tenant, evidence: readonly Evidence[]): StandingQuery[] {
  const buyers = evidenceOf(evidence, 'CommercialInvoice').map(({ document }) => document.buyer.did);
  const consignees = evidenceOf(evidence, 'BillOfLading').map(({ document }) => document.consignee.did);
  const importers = new Set([...buyers, ...consignees].filter((did) => did !== undefined));
  const issuers = new Set(evidence.flatMap(({ issuer }) => issuer ?? []));
  return [
    ...[...importers].map(
      (subject): StandingQuery => ({ subject, other: tenant.did, type: 'PowerOfAttorney' }),
    ),
    ...[...issuers].map((subject): StandingQuery => ({ subject, other: '', type: 'OrganizationIdentity' })),
  ];
}
