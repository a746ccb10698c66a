import type { Digest, Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';

export type DecisionOutcome = 'accept' | 'refer' | 'refuse' | 'hold';

/** A signed decision, with all that a replay computes it from again. */
export interface DecisionRow {
  tenant_id: string;
  case_id: string;
  /** 1 for the rules' decision; each later decision of the case counts one up. */
  step: number;
  /** The version of the filing that was decided. */
  version: number;
  digest: Digest;
  outcome: DecisionOutcome;
  decided_by: string;
  reason: string;
  decided_at: Instant;
  known_at: Instant;
  rule_version: string;
  reference_digest: string;
  observations: Uint8Array;
  observations_digest: Digest;
  evaluation: Uint8Array;
  evaluation_digest: Digest;
  document: Uint8Array;
}

const insert = bulkInsert<DecisionRow>(
  'decisions',
  {
    tenant_id: 'uuid',
    case_id: 'uuid',
    step: 'integer',
    version: 'integer',
    digest: 'text',
    outcome: 'text',
    decided_by: 'text',
    reason: 'text',
    decided_at: 'timestamptz',
    known_at: 'timestamptz',
    rule_version: 'text',
    reference_digest: 'text',
    observations: 'bytes',
    observations_digest: 'text',
    evaluation: 'bytes',
    evaluation_digest: 'text',
    document: 'bytes',
  },
  { returning: 'digest' },
);

/** Keeps decisions; answers how many were new. A step that was decided already is not decided again. */
export async function insertDecisions(tx: Queryable, rows: readonly DecisionRow[]): Promise<number> {
  return (await insert(tx, rows)).length;
}

export async function decisionsOf(db: Queryable, tenantId: string, caseId: string): Promise<DecisionRow[]> {
  const { rows } = await db.query<DecisionRow>({
    name: 'decisions-of-case',
    text: 'select * from decisions where tenant_id = $1 and case_id = $2 order by step',
    values: [tenantId, caseId],
  });
  return rows;
}
