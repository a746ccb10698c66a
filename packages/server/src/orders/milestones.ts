import type { FilingRecord } from '@portolan/documents';
import type { Entry } from '@portolan/filing';
import type { Queryable } from '../trade/store/bulk.ts';

/** What a filer recorded of an entry in the agency's own system, the latest record of a kind. */
export interface MilestoneRow {
  readonly case_id: string;
  readonly kind: 'released' | 'summary' | 'liquidated';
  readonly on: string;
  /** Digest of the signed record. */
  readonly digest: string;
}

const stageOfKind = { released: 'release', summary: 'summary', liquidated: 'liquidation' } as const;

/** The stations that a tenant recorded by hand, by case. */
export async function milestonesOf(
  db: Queryable,
  tenantId: string,
): Promise<ReadonlyMap<string, readonly MilestoneRow[]>> {
  const { rows } = await db.query<MilestoneRow>({
    name: 'orders-milestones',
    text: `select distinct on (case_id, kind) case_id, kind, happened_on::text as on, digest from entry_milestones
           where tenant_id = $1 and kind = any('{released,summary,liquidated}')
           order by case_id, kind, recorded_at desc, milestone_id`,
    values: [tenantId],
  });
  return Map.groupBy(rows, ({ case_id }) => case_id);
}

/** A station of the graph, under the digest of its signed record. */
export function milestoneRecord(
  { kind, on, digest }: MilestoneRow,
  entryNumber: string,
  { billOfLading }: Pick<Entry, 'billOfLading'>,
): FilingRecord {
  return {
    id: digest,
    stage: stageOfKind[kind],
    entryNumber,
    date: on,
    ...(kind === 'released' ? { transportDocuments: billOfLading } : {}),
  };
}
