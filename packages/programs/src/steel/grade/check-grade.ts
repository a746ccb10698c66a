import type { GradeReference, MetalProduct, TensileTest } from '@portolan/documents';
import { convertQuantity, Decimal } from '@portolan/kernel';
import type { Analysis } from '../chemistry/analysis.ts';
import { carbonEquivalentBy } from '../chemistry/carbon-equivalent.ts';
import type { Bounds, GradeRow, StrengthLimit, ThicknessBand } from '../facts/grades/grade.ts';
import { asReported, megapascals } from './stress.ts';

/** How results are brought to the digits of a limit before they are compared. */
export const ROUNDING_METHOD = 'ASTM E29, rounding method (to the last digit of the limit, fives to even)';

/** One requirement and what the report shows of it. */
export interface Checked {
  readonly what: string;
  readonly unit: string;
  readonly found?: string;
  /** The result as it was compared. */
  readonly rounded?: string;
  readonly min?: string;
  readonly max?: string;
  readonly outcome: 'met' | 'not-met' | 'not-reported';
  readonly test?: string;
}

const THIN = Decimal.of(3);

export interface GradeCheck {
  readonly grade: GradeReference;
  readonly row: GradeRow;
  readonly rounding: typeof ROUNDING_METHOD;
  readonly checks: readonly Checked[];
}

/** Compares an item with the limits of its grade. A minimum that is not reported is said; a maximum that is not, passes. */
export function checkGrade(
  grade: GradeReference,
  row: GradeRow,
  product: MetalProduct,
  analysis: Analysis,
  tests: readonly TensileTest[],
): GradeCheck {
  const thickness = thicknessOf(product);
  const inBand = <T extends { readonly thickness?: ThicknessBand }>(limits: readonly T[]) =>
    limits.filter((limit) => holds(limit.thickness, thickness));
  const standing = withoutRepeated(tests);
  return {
    grade,
    row,
    rounding: ROUNDING_METHOD,
    checks: [
      ...inBand(row.chemistry).flatMap(({ element, min, max }) => {
        const found = analysis.get(element);
        if (!found && min === undefined) return [];
        return [compared({ what: element, unit: '%' }, found, bounds(min, max))];
      }),
      ...inBand(row.carbonEquivalent ?? []).map(({ formula = 'IIW', max }) =>
        compared(
          { what: `carbon equivalent (${formula})`, unit: '%' },
          carbonEquivalentBy(formula, analysis),
          { max },
        ),
      ),
      ...standing.flatMap((test) => inBand(row.strength).map((limit) => strength(limit, test))),
      ...standing.flatMap((test) => ratio(row, test)),
    ],
  };
}

function strength({ what, mpa, ksi }: StrengthLimit, test: TensileTest): Checked {
  const stress = test[what];
  const reported = stress ? asReported(stress) : undefined;
  const inKsi = reported?.system === 'ksi' && ksi !== undefined;
  const value = inKsi || !stress ? reported?.value : megapascals(stress);
  const label = { what: `${what} strength`, unit: inKsi ? 'ksi' : 'MPa', test: test.number };
  return compared(label, value, inKsi ? ksi : mpa);
}

function ratio({ ratio: max }: GradeRow, { number, yield: low, tensile }: TensileTest): Checked[] {
  if (max === undefined || !low || !tensile || Decimal.of(tensile.value).isZero()) return [];
  const found = megapascals(low).dividedBy(megapascals(tensile), 6, 'half-even');
  return [compared({ what: 'yield to tensile ratio', unit: '', test: number }, found, { max })];
}

function compared(
  label: { readonly what: string; readonly unit: string; readonly test?: string },
  found: Decimal | undefined,
  { min, max }: Bounds,
): Checked {
  const limits = { ...bounds(min, max) };
  if (!found) return { ...label, ...limits, outcome: 'not-reported' };
  const rounded = (limit: string) => found.round(digitsOf(limit), 'half-even');
  const low = min !== undefined && rounded(min).lt(Decimal.of(min));
  const high = max !== undefined && rounded(max).gt(Decimal.of(max));
  const shown = rounded((low ? min : (max ?? min)) ?? found.toString());
  return {
    ...label,
    ...limits,
    found: found.round(6, 'half-even').toString(),
    rounded: shown.toString(),
    outcome: low || high ? 'not-met' : 'met',
  };
}

function bounds(min: string | undefined, max: string | undefined): Bounds {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function digitsOf(limit: string): number {
  return limit.split('.')[1]?.length ?? 0;
}

/** A test that another repeats no longer counts, unless nothing repeated it. */
function withoutRepeated(tests: readonly TensileTest[]): TensileTest[] {
  const repeated = new Set(tests.flatMap(({ retestOf }) => retestOf ?? []));
  return tests.filter(({ number }) => !repeated.has(number));
}

/** Nominal thickness in millimetres: of a bar its diameter, of a tube its wall. */
function thicknessOf({ dimensions = [] }: MetalProduct): Decimal | undefined {
  const found = ['thickness', 'wall', 'diameter']
    .map((kind) => dimensions.find((one) => one.kind === kind))
    .find((one) => one !== undefined);
  const size = found ? convertQuantity(found.size, 'MMT') : undefined;
  return size?.ok ? Decimal.of(size.value.value) : undefined;
}

/** Without a thickness the thinnest band counts, which has the highest demands. */
function holds(band: ThicknessBand | undefined, thickness: Decimal | undefined): boolean {
  if (!band) return true;
  if (!thickness) return band.over === undefined || Decimal.of(band.over).lt(THIN);
  return (
    (band.over === undefined || thickness.gt(Decimal.of(band.over))) &&
    (band.upTo === undefined || thickness.lte(Decimal.of(band.upTo)))
  );
}
