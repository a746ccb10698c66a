import type { TargetingRule } from '@portolan/contract';
import type { TargetingRow } from './store.ts';

/** A targeting rule as the portal shows it. */
export function targetingView(row: TargetingRow): TargetingRule {
  return {
    id: row.rule_id,
    name: row.name,
    subject: row.subject,
    value: row.value,
    weight: row.weight,
    refers: row.refers,
    from: row.valid_from,
    ...(row.valid_until ? { until: row.valid_until } : {}),
    reason: row.reason,
    by: row.created_by,
  };
}
