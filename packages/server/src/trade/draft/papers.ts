import type { Evidence } from '@portolan/documents';
import type { Digest, JsonObject } from '@portolan/kernel';
import type { Moment } from '../../exchange/moment.ts';
import type { Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import { heldCredential, heldEvidence } from '../evidence/held.ts';
import { verifyBatch } from '../evidence/verify.ts';
import type { EvidenceRow } from '../store/evidence.ts';
import { recordsFor } from './on-record.ts';

/** One document of a draft: as it is kept, and as it stands now. */
export interface Paper {
  readonly row: EvidenceRow;
  readonly evidence: Evidence;
  /** Not sent with this draft, but on record. */
  readonly onRecord: boolean;
}

/** The documents of a draft with what is on record, verified anew: what was revoked meanwhile shows. */
export async function papersOf(
  context: TradeContext,
  tenant: Tenant,
  rows: readonly EvidenceRow[],
  moment: Moment,
): Promise<Paper[]> {
  const own = rows.map((row) => heldEvidence(row));
  const records = await recordsFor(context, tenant, own, moment);
  const credentials = new Map<Digest, JsonObject>();
  for (const row of [...rows, ...records])
    if (row.class === 'signed') credentials.set(row.digest, heldCredential(row));
  const { verdicts } = await verifyBatch(context, tenant.id, credentials, moment);
  const paper = (onRecord: boolean) => (row: EvidenceRow) => ({
    row,
    evidence: heldEvidence(row, verdicts.get(row.digest)),
    onRecord,
  });
  return [...rows.map(paper(false)), ...records.map(paper(true))];
}
