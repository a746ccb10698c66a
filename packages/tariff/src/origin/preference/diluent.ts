import { type Decimal, sumDecimals } from '@portolan/kernel';
import type { OriginTest } from '../result.ts';
import { inRanges } from '../rule/range.ts';
import type { Material, PreferenceFacts } from './facts.ts';
import { atMostPercent, shownPercent } from './percent.ts';
import { test } from './test.ts';

/**
 * Diluent that only helps crude oil through the pipeline: its origin is disregarded up to 40 percent of the volume of
 * the good; exactly 40 is within (HTSUS GN 11(o) chapter 27; HQ H328199).
 */
export function disregardDiluent(
  materials: readonly Material[],
  facts: PreferenceFacts,
): { readonly materials: readonly Material[]; readonly tests: OriginTest[] } {
  const { diluent } = facts.agreement;
  if (!diluent || !inRanges(diluent.goods, facts.hs)) return { materials, tests: [] };
  const named = materials.filter(
    ({ role, hs }) => role === 'diluent' && hs !== undefined && inRanges(diluent.materials, hs),
  );
  if (named.length === 0) return { materials, tests: [] };
  const volumes = named.map(({ volume }) => volume);
  if (!facts.volume || !volumes.every((volume) => volume !== undefined))
    return { materials, tests: [test('diluent', 'undetermined', 'a volume is not given', diluent)] };
  const sum = sumDecimals(volumes as Decimal[]);
  const within = atMostPercent(sum, facts.volume, diluent.percent);
  const share = shownPercent(sum, facts.volume, within ? 'half-up' : 'up');
  const why = `diluent is ${share} percent of the volume; up to ${diluent.percent} is disregarded`;
  const tests = [test('diluent', within ? 'passed' : 'failed', why, diluent)];
  if (!within) return { materials, tests };
  return {
    materials: materials.map((row) => (named.includes(row) ? { ...row, disregarded: diluent.cite } : row)),
    tests,
  };
}
