import { type Decimal, sumDecimals } from '@portolan/kernel';
import type { Tolerance } from '../agreement.ts';
import type { OriginTest } from '../result.ts';
import { inRanges, pointed } from '../rule/range.ts';
import type { Material, PreferenceFacts } from './facts.ts';
import { atMostPercent, shownPercent } from './percent.ts';
import { test } from './test.ts';

/**
 * De minimis: materials that miss the change may still be tolerated, together, up to a share of the value of the good
 * (of its weight for textiles), save the uses that the agreement excepts (HTSUS GN 11(e), GN 29(e)).
 */
export function tolerate(failing: readonly Material[], facts: PreferenceFacts): OriginTest {
  const { tolerance } = facts.agreement;
  const excluded = failing.map((material) => exclusion(material, facts, tolerance));
  const closed = excluded.find((row) => row?.decided);
  if (closed) return test('de-minimis', 'failed', closed.why, closed);
  const open = excluded.find((row) => row !== undefined);
  const measured = inRanges(tolerance.byWeight.chapters, facts.hs)
    ? byWeight(failing, facts, tolerance)
    : byValue(failing, facts, tolerance);
  if (open && measured.outcome === 'passed') return test('de-minimis', 'undetermined', open.why, open);
  return measured;
}

interface Exclusion {
  readonly decided: boolean;
  readonly why: string;
  readonly cite: string;
  readonly certainty: Tolerance['certainty'];
}

function exclusion(material: Material, { hs }: PreferenceFacts, tolerance: Tolerance): Exclusion | undefined {
  const { hs: of } = material;
  if (of === undefined || inRanges(tolerance.byWeight.chapters, hs)) return undefined;
  const rows = tolerance.exceptions.filter(
    ({ materials, goods }) => inRanges(materials, of) && (goods === undefined || inRanges(goods, hs)),
  );
  const row = rows.find(({ only }) => only === undefined) ?? rows[0];
  if (row) {
    const narrowed =
      row.only === undefined ? '' : ` where they are ${row.only}, which tariff numbers do not tell`;
    const doubt = row.certainty === 'unverified' ? '; that exception was not verified in its source' : '';
    return {
      decided: row.only === undefined && row.certainty !== 'unverified',
      why: `no tolerance for material of ${pointed(of)} in goods of ${pointed(hs)}${narrowed}${doubt}`,
      cite: row.cite,
      certainty: row.certainty,
    };
  }
  return sameSubheading(of, hs, tolerance);
}

function sameSubheading(of: string, hs: string, tolerance: Tolerance): Exclusion | undefined {
  const { otherSubheading, otherSubheadingNotFor } = tolerance;
  if (!inRanges(otherSubheading.chapters, hs) || of.slice(0, 6) !== hs.slice(0, 6)) return undefined;
  if (otherSubheadingNotFor.some(({ materials, goods }) => inRanges(materials, of) && inRanges(goods, hs)))
    return undefined;
  const why = `in this chapter only material of another subheading is tolerated; ${pointed(of)} is of the same`;
  return { decided: true, why, cite: otherSubheading.cite, certainty: otherSubheading.certainty };
}

function byValue(failing: readonly Material[], facts: PreferenceFacts, tolerance: Tolerance): OriginTest {
  const base = facts.value ?? facts.totalCost;
  const values = known(failing.map(({ nonOriginating }) => nonOriginating));
  if (!base || !values)
    return test(
      'de-minimis',
      'undetermined',
      'the value of the good or of such a material is not given',
      tolerance,
    );
  return judged(sumDecimals(values), base, tolerance.percent, `the value of the good`, tolerance);
}

function byWeight(
  failing: readonly Material[],
  { weight, input }: PreferenceFacts,
  { byWeight: rule }: Tolerance,
): OriginTest {
  const weights = known(failing.map((row) => row.weight));
  if (!weight || !weights)
    return test(
      'de-minimis',
      'undetermined',
      `textiles are weighed (${rule.of}); a weight is not given`,
      rule,
    );
  const weighed = judged(sumDecimals(weights), weight, rule.percent, `the ${rule.of}`, rule);
  const { id, words } = rule.condition;
  const answer = input.answers?.[id];
  if (weighed.outcome === 'failed' || answer === true) return weighed;
  const why = `${weighed.why}; ${answer === false ? 'stated otherwise' : `not stated (${id})`}: ${words}`;
  return test('de-minimis', answer === false ? 'failed' : 'undetermined', why, rule);
}

function judged(
  part: Decimal,
  whole: Decimal,
  percent: string,
  of: string,
  cited: Pick<Tolerance, 'cite' | 'certainty'>,
): OriginTest {
  const within = atMostPercent(part, whole, percent);
  const share = shownPercent(part, whole, within ? 'half-up' : 'up');
  const why = `materials that miss the change are ${share} percent of ${of}; ${percent} percent is tolerated`;
  return test('de-minimis', within ? 'passed' : 'failed', why, cited);
}

function known(values: readonly (Decimal | undefined)[]): Decimal[] | undefined {
  return values.every((value) => value !== undefined) ? (values as Decimal[]) : undefined;
}
