import type { Digest } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';

/** A leaf of a log that concerns a case: of this node's log, or one whose receipt came with a notice. */
export interface LeafRow {
  tenant_id: string;
  case_id: string;
  digest: Digest;
  kind: string;
  title: string;
  pending_id: string | null;
  /** Digest of the envelope that brought the receipt. */
  notice_digest: string | null;
}

const insert = bulkInsert<LeafRow>(
  'case_leaves',
  {
    tenant_id: 'uuid',
    case_id: 'uuid',
    digest: 'text',
    kind: 'text',
    title: 'text',
    pending_id: 'text',
    notice_digest: 'text',
  },
  {
    conflict: `on conflict (tenant_id, case_id, digest) do update
      set notice_digest = coalesce(case_leaves.notice_digest, excluded.notice_digest)`,
  },
);

export async function addLeaves(tx: Queryable, rows: readonly LeafRow[]): Promise<void> {
  const unique = new Map(rows.map((row) => [`${row.tenant_id} ${row.case_id} ${row.digest}`, row]));
  await insert(tx, [...unique.values()]);
}

export async function leavesOf(db: Queryable, tenantId: string, caseId: string): Promise<LeafRow[]> {
  const { rows } = await db.query<LeafRow>({
    name: 'leaves-of-case',
    text: 'select * from case_leaves where tenant_id = $1 and case_id = $2 order by kind, digest',
    values: [tenantId, caseId],
  });
  return rows;
}
