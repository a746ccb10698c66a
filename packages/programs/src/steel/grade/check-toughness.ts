import type { TensileTest } from '@portolan/documents';
import { convertQuantity, Decimal, sumDecimals } from '@portolan/kernel';
import type { GradeRow } from '../facts/grades/grade.ts';
import { type Checked, compared } from './compared.ts';

const STANDARD_WIDTH = Decimal.of(10);

/**
 * Impact energy of Charpy V test pieces: the mean of a set, and the lowest of it, at the temperature that the grade asks for or a
 * lower one. Pieces narrower than 10 mm take as much less (EN 10025-1, 7.3.2). That none was tested is said once, where there are
 * other tests.
 */
export function impactChecks({ impact: limit }: GradeRow, tests: readonly TensileTest[]): Checked[] {
  if (!limit || tests.length === 0) return [];
  const unit = 'J';
  const what = `impact energy at ${limit.celsius} °C`;
  const sets = tests.flatMap(({ impact, number }) =>
    impact && Decimal.of(impact.celsius).lte(Decimal.of(limit.celsius)) ? [{ ...impact, number }] : [],
  );
  if (sets.length === 0 && !limit.whenOrdered)
    return [compared({ what, unit }, undefined, { min: limit.joules })];
  return sets.flatMap(({ joules, number, width }) => {
    const values = joules.map((value) => Decimal.of(value));
    const mean = sumDecimals(values).dividedBy(Decimal.of(values.length), 6, 'half-even');
    const lowest = values.reduce((low, value) => (value.lt(low) ? value : low));
    const least = asked(limit.joules, width);
    const single = least.times(Decimal.of(limit.single));
    return [
      compared({ what: `${what}, mean`, unit, test: number }, mean, { min: least.toString() }),
      compared({ what: `${what}, single value`, unit, test: number }, lowest, { min: single.toString() }),
    ];
  });
}

/** Bend tests: through the angle that the grade asks for, without a crack. */
export function bendChecks({ bend: limit }: GradeRow, tests: readonly TensileTest[]): Checked[] {
  if (!limit || tests.length === 0) return [];
  const label = { what: 'bend without crack', unit: 'degrees' };
  const bent = tests.flatMap(({ bend, number }) => (bend ? [{ ...bend, number }] : []));
  if (bent.length === 0) return [compared(label, undefined, { min: limit.degrees })];
  return bent.map(({ degrees, number, outcome }) =>
    compared({ ...label, test: number }, outcome === 'cracked' ? Decimal.zero : Decimal.of(degrees), {
      min: limit.degrees,
    }),
  );
}

function asked(joules: string, width: NonNullable<TensileTest['impact']>['width']): Decimal {
  const converted = width ? convertQuantity(width, 'MMT') : undefined;
  const given = converted?.ok ? Decimal.of(converted.value.value) : STANDARD_WIDTH;
  const share = given.lt(STANDARD_WIDTH) ? given.dividedBy(STANDARD_WIDTH, 6, 'half-even') : Decimal.of(1);
  return Decimal.of(joules).times(share);
}
