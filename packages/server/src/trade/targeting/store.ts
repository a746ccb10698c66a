import type { TargetingRule } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../store/bulk.ts';

export interface TargetingRow {
  tenant_id: string;
  rule_id: string;
  name: string;
  subject: TargetingRule['subject'];
  value: string;
  weight: number;
  refers: boolean;
  reason: string;
  valid_from: string;
  valid_until: string | null;
  created_by: string;
  created_at: Instant;
}

const insert = bulkInsert<TargetingRow>('targeting_rules', {
  tenant_id: 'uuid',
  rule_id: 'uuid',
  name: 'text',
  subject: 'text',
  value: 'text',
  weight: 'integer',
  refers: 'boolean',
  reason: 'text',
  valid_from: 'date',
  valid_until: 'date',
  created_by: 'text',
  created_at: 'timestamptz',
});

export async function addTargetingRules(tx: Queryable, rows: readonly TargetingRow[]): Promise<void> {
  await insert(tx, rows);
}

/** Every rule of an agency, newest first. */
export async function targetingRules(db: Queryable, tenantId: string): Promise<TargetingRow[]> {
  const { rows } = await db.query<TargetingRow>({
    name: 'targeting-rules',
    text: 'select * from targeting_rules where tenant_id = $1 order by created_at desc, rule_id',
    values: [tenantId],
  });
  return rows;
}

/** Ends a rule on a day; it stays on record for the days before. */
export async function endTargetingRule(
  tx: Queryable,
  tenantId: string,
  ruleId: string,
  until: string,
): Promise<TargetingRow | undefined> {
  const { rows } = await tx.query<TargetingRow>({
    name: 'targeting-end',
    text: 'update targeting_rules set valid_until = $3 where tenant_id = $1 and rule_id = $2 returning *',
    values: [tenantId, ruleId, until],
  });
  return rows[0];
}
