import { type Decimal, sumDecimals } from '@portolan/kernel';
import type { OriginTest } from '../result.ts';
import { inRanges } from '../rule/range.ts';
import type { ProductOriginRule, RuleAlternative } from '../rule/rule.ts';
import type { Material, PreferenceFacts } from './facts.ts';
import { atLeastPercent, atMostPercent, shownPercent } from './percent.ts';
import { test } from './test.ts';

type ShareCondition = NonNullable<RuleAlternative['share']>;

/** A share by weight or volume: of the materials named that originates, or of the good that does not. */
export function shareTest(
  share: ShareCondition,
  materials: readonly Material[],
  facts: PreferenceFacts,
  rule: Pick<ProductOriginRule, 'cite' | 'certainty'>,
): OriginTest {
  const named = materials.filter(
    ({ hs, role, disregarded }) =>
      disregarded === undefined && role === 'material' && hs !== undefined && inRanges(share.materials, hs),
  );
  if (named.length === 0) return test('share', 'passed', 'no material of the numbers named is used', rule);
  const measure = (material: Material) => (share.by === 'weight' ? material.weight : material.volume);
  const whole =
    share.of === 'good' ? (share.by === 'weight' ? facts.weight : facts.volume) : sumOf(named, measure);
  const part = sumOf(
    named.filter(({ originating }) => originating === (share.atLeastOriginating !== undefined)),
    measure,
  );
  if (!whole || !part)
    return test('share', 'undetermined', `a ${share.by} of the good or of a material is not given`, rule);
  return judge(share, part, whole, rule);
}

function judge(
  { by, of, atLeastOriginating, atMostNonOriginating }: ShareCondition,
  part: Decimal,
  whole: Decimal,
  rule: Pick<ProductOriginRule, 'cite' | 'certainty'>,
): OriginTest {
  const from = of === 'good' ? 'the good' : 'the materials named';
  if (atLeastOriginating !== undefined) {
    const passed = atLeastPercent(part, whole, atLeastOriginating);
    const why = `${shownPercent(part, whole)} percent by ${by} of ${from} originates; ${atLeastOriginating} is asked`;
    return test('share', passed ? 'passed' : 'failed', why, rule);
  }
  const most = atMostNonOriginating ?? '0';
  const passed = atMostPercent(part, whole, most);
  const why = `${shownPercent(part, whole, 'up')} percent by ${by} of ${from} does not originate; ${most} is allowed`;
  return test('share', passed ? 'passed' : 'failed', why, rule);
}

function sumOf(
  materials: readonly Material[],
  measure: (material: Material) => Decimal | undefined,
): Decimal | undefined {
  const values = materials.map(measure);
  return values.every((value) => value !== undefined) ? sumDecimals(values as Decimal[]) : undefined;
}
