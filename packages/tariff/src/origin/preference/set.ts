import type { OriginTest } from '../result.ts';
import { inRanges } from '../rule/range.ts';
import { nonOriginatingSum } from './content.ts';
import type { Material, PreferenceFacts } from './facts.ts';
import { atMostPercent, shownPercent } from './percent.ts';
import { test } from './test.ts';

/** A set put up for retail sale: every good in it originates, or those that do not stay within a share of its value. */
export function setTest(materials: readonly Material[], facts: PreferenceFacts): OriginTest {
  const { sets, tolerance } = facts.agreement;
  const goods = materials.filter(({ role }) => role === 'set-component');
  if (goods.length === 0) return test('set', 'undetermined', 'the goods of the set are not listed', sets);
  if (goods.every(({ originating }) => originating))
    return test('set', 'passed', 'every good of the set originates', sets);
  const textile = inRanges(tolerance.byWeight.chapters, facts.hs);
  const percent = textile ? sets.textilePercent : sets.percent;
  const sum = nonOriginatingSum(goods);
  if (!facts.value || !sum)
    return test('set', 'undetermined', 'the value of the set or of a good in it is not given', sets);
  const within = atMostPercent(sum, facts.value, percent);
  const share = shownPercent(sum, facts.value, within ? 'half-up' : 'up');
  const why = `goods that do not originate are ${share} percent of the value of the set; ${percent} is allowed`;
  return test('set', within ? 'passed' : 'failed', why, sets);
}
