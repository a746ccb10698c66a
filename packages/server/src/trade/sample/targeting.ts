import { instant } from '@portolan/kernel';
import type { Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import { timeId } from '../store/time-id.ts';
import { addTargetingRules, type TargetingRow, targetingRules } from '../targeting/store.ts';

type Rule = Pick<TargetingRow, 'name' | 'subject' | 'value' | 'weight' | 'refers' | 'reason'>;

const rules: readonly Rule[] = [
  {
    name: 'Unsigned bill of lading',
    subject: 'unsigned-document',
    value: 'BillOfLading',
    weight: 20,
    refers: false,
    reason: 'Sample: the route is not signed by the carrier.',
  },
  {
    name: 'Dried chilies',
    subject: 'hts-prefix',
    value: '090421',
    weight: 30,
    refers: false,
    reason: 'Sample: repacked chilies were claimed as originating before.',
  },
  {
    name: 'Juice concentrate of unclear origin',
    subject: 'hts-prefix',
    value: '200941',
    weight: 25,
    refers: false,
    reason: 'Sample: juice made from imported concentrate does not originate.',
  },
  {
    name: 'High value',
    subject: 'entered-value-over',
    value: '100000',
    weight: 40,
    refers: false,
    reason: 'Sample: much revenue depends on one claim.',
  },
];

/** Targeting rules of the sample agency, once. */
export async function sampleTargeting(
  context: TradeContext,
  tenants: ReadonlyMap<string, Tenant>,
): Promise<void> {
  const agency = tenants.get('agency');
  if (!agency || (await targetingRules(context.pool, agency.id)).length > 0) return;
  await addTargetingRules(
    context.pool,
    rules.map((rule) => ({
      ...rule,
      tenant_id: agency.id,
      rule_id: timeId(),
      valid_from: '2026-01-01',
      valid_until: null,
      created_by: 'Sample Lead',
      created_at: instant('2026-01-01T00:00:00Z'),
    })),
  );
}
