import type { Digest, Instant } from '@portolan/kernel';
import type { EvidenceRef } from '../dossier/kept.ts';
import { bulkInsert, type Queryable } from './bulk.ts';

export type DecisionOutcome = 'accept' | 'refer' | 'refuse' | 'hold';

/** With these the dossier that a party holds gets the bytes of the agency's. */
export interface AgencyVerdicts {
  readonly evidence: readonly EvidenceRef[];
  readonly filedAt: string;
}

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
  /** Absent at a party, which computes it again. */
  evaluation: Uint8Array | null;
  evaluation_digest: Digest;
  /** At a party: the agency's verdicts and its time of receipt. */
  verdicts: AgencyVerdicts | null;
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
    verdicts: 'json',
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

/** How far a case has come: the last version of its filing and the last step of its decisions. */
export interface CaseHistory {
  readonly version: number;
  readonly step: number;
}

export async function caseHistories(
  db: Queryable,
  tenantId: string,
  caseIds: readonly string[],
): Promise<Map<string, CaseHistory>> {
  if (caseIds.length === 0) return new Map();
  const { rows } = await db.query<CaseHistory & { case_id: string }>({
    name: 'case-histories',
    text: `select case_id, max(version) as version, max(step) as step from decisions
           where tenant_id = $1 and case_id = any($2) group by case_id`,
    values: [tenantId, caseIds],
  });
  return new Map(rows.map(({ case_id, version, step }) => [case_id, { version, step }]));
}
