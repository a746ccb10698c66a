import type { OriginTest } from '../result.ts';
import { isPartyOn } from './check.ts';
import type { PreferenceFacts } from './facts.ts';
import { test } from './test.ts';

/**
 * An originating good keeps its origin on a way through other countries only under customs control and without further
 * production there, and that must be shown (19 CFR 182.16(b), 10.604). Undefined where the way is not stated.
 */
export function transitTest({ agreement, date, input }: PreferenceFacts): OriginTest | undefined {
  const { transit } = input;
  if (!transit) return undefined;
  const outside = transit.through.filter((country) => !isPartyOn(agreement, country, date));
  if (outside.length === 0)
    return test(
      'transit',
      'passed',
      'it did not leave the countries of the agreement on its way',
      agreement.transit,
    );
  const way = `it went through ${outside.join(', ')}`;
  const { operations, underCustomsControl, evidence = [] } = transit;
  if (operations === 'further-production')
    return test('transit', 'failed', `${way} and was produced further there`, agreement.transit);
  if (underCustomsControl === false)
    return test('transit', 'failed', `${way} and did not stay under customs control`, agreement.transit);
  if (underCustomsControl === undefined || operations === undefined || evidence.length === 0)
    return test(
      'transit',
      'undetermined',
      `${way}; control, operations and papers are not all shown`,
      agreement.transit,
    );
  return test('transit', 'passed', `${way} under customs control: ${evidence.join(', ')}`, agreement.transit);
}
