import type { GradeReference, MetalProduct, TensileTest } from '@portolan/documents';
import { convertQuantity, Decimal } from '@portolan/kernel';
import type { Analysis } from '../chemistry/analysis.ts';
import { carbonEquivalentBy } from '../chemistry/carbon-equivalent.ts';
import type { CarbonEquivalentLimit, GradeRow, StrengthLimit, ThicknessBand } from '../facts/grades/grade.ts';
import type { SizeGroupFacts } from '../facts/size-groups.ts';
import { bendChecks, impactChecks } from './check-toughness.ts';
import { bounds, type Checked, compared } from './compared.ts';
import { sizeGroup } from './size-group.ts';
import { asReported, megapascals } from './stress.ts';

/** How results are brought to the digits of a limit before they are compared. */
export const ROUNDING_METHOD = 'ASTM E29, rounding method (to the last digit of the limit, fives to even)';

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
  groups: SizeGroupFacts,
): GradeCheck {
  const thickness = thicknessOf(product);
  const group = sizeGroup(product.designation, groups);
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
      ...(row.carbonEquivalent ?? [])
        .filter((limit) => isFor(limit, group, thickness))
        .map(({ formula = 'IIW', max }) =>
          compared(
            { what: `carbon equivalent (${formula})`, unit: '%' },
            carbonEquivalentBy(formula, analysis),
            { max },
          ),
        ),
      ...tensileOf(standing).flatMap((test) => inBand(row.strength).map((limit) => strength(limit, test))),
      ...standing.flatMap((test) => ratio(row, test)),
      ...impactChecks(row, standing),
      ...bendChecks(row, standing),
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

/** A test that another repeats no longer counts, unless nothing repeated it. */
function withoutRepeated(tests: readonly TensileTest[]): TensileTest[] {
  const repeated = new Set(tests.flatMap(({ retestOf }) => retestOf ?? []));
  return tests.filter(({ number }) => !repeated.has(number));
}

/** A piece that was broken or bent for another property says nothing of strength, unless there is no other. */
function tensileOf(tests: readonly TensileTest[]): readonly TensileTest[] {
  const pulled = tests.filter((test) => test.yield !== undefined || test.tensile !== undefined);
  return pulled.length > 0 ? pulled : tests.slice(0, 1);
}

/** Nominal thickness in millimetres: of a bar its diameter, of a tube its wall. */
function thicknessOf({ dimensions = [] }: MetalProduct): Decimal | undefined {
  const found = ['thickness', 'wall', 'diameter']
    .map((kind) => dimensions.find((one) => one.kind === kind))
    .find((one) => one !== undefined);
  const size = found ? convertQuantity(found.size, 'MMT') : undefined;
  return size?.ok ? Decimal.of(size.value.value) : undefined;
}

/** The group of a shape goes before its thickness. */
function isFor(
  { groups, thickness }: CarbonEquivalentLimit,
  group: number | undefined,
  given: Decimal | undefined,
): boolean {
  return groups && group !== undefined ? groups.includes(group) : holds(thickness, given);
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
