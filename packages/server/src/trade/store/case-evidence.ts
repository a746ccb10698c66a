import type { Digest, Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';
import type { EvidenceRow } from './evidence.ts';

/** Evidence in a case. Sealed: disclosed to this tenant alone. */
export interface CaseEvidenceRow {
  tenant_id: string;
  case_id: string;
  digest: Digest;
  position: number;
  sealed: boolean;
  added_at: Instant;
  added_by: string;
}

const insert = bulkInsert<CaseEvidenceRow>('case_evidence', {
  tenant_id: 'uuid',
  case_id: 'uuid',
  digest: 'text',
  position: 'integer',
  sealed: 'boolean',
  added_at: 'timestamptz',
  added_by: 'text',
});

export async function addCaseEvidence(tx: Queryable, rows: readonly CaseEvidenceRow[]): Promise<void> {
  await insert(tx, rows);
}

export interface HeldEvidence extends EvidenceRow {
  position: number;
  sealed: boolean;
  added_by: string;
}

/** All evidence of one case, in the order it came. */
export async function evidenceOfCase(
  db: Queryable,
  tenantId: string,
  caseId: string,
): Promise<HeldEvidence[]> {
  const { rows } = await db.query<HeldEvidence>({
    name: 'case-evidence-read',
    text: `select e.*, c.position, c.sealed, c.added_by from case_evidence c
           join evidence e on e.tenant_id = c.tenant_id and e.digest = c.digest
           where c.tenant_id = $1 and c.case_id = $2 order by c.position, c.digest`,
    values: [tenantId, caseId],
  });
  return rows;
}

export async function removeCaseEvidence(
  tx: Queryable,
  tenantId: string,
  caseId: string,
  digest: string,
): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'case-evidence-remove',
    text: 'delete from case_evidence where tenant_id = $1 and case_id = $2 and digest = $3',
    values: [tenantId, caseId, digest],
  });
  return rowCount === 1;
}
