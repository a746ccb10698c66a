import type { DimensionKind, MetalProduct } from '@portolan/documents';
import { convertQuantity, Decimal, type Quantity } from '@portolan/kernel';
import type { Edition } from '@portolan/tariff';
import { type Analysis, shareOf } from '../chemistry/analysis.ts';
import { type FamilyFinding, familyOf } from '../chemistry/family.ts';
import { type ClassificationRow, classificationSource, type SizeRange } from '../facts/classification.ts';
import type { SteelTables } from '../facts/tables.ts';

/** What chapters 72 and 73 make of a product. */
export interface Classified extends FamilyFinding {
  /** Six digits with a point; several where the facts given leave them open. */
  readonly subheadings: readonly string[];
  /** Complete numbers of the edition under them. */
  readonly numbers: readonly string[];
  /** Facts that would decide among several. */
  readonly open: readonly string[];
  readonly cite: string;
}

/** The subheadings that form, width, thickness, working and alloy chemistry give a product of steel. */
export function classify(
  product: MetalProduct,
  analysis: Analysis,
  { alloy, classification }: SteelTables,
  edition?: Edition,
): Classified {
  const family = familyOf(analysis, alloy);
  const rows = classification.filter((row) => row.family === family.family && row.form === product.form);
  const judged = rows.map((row) => ({ row, ...judge(row, product, analysis) })).filter(({ fits }) => fits);
  const subheadings = [...new Set(judged.map(({ row }) => row.number))].sort();
  const open = subheadings.length > 1 ? [...new Set(judged.flatMap((one) => one.open))].sort() : [];
  const numbers = subheadings.flatMap((number) => edition?.under(number).map(({ hts }) => hts) ?? []);
  return { ...family, subheadings, numbers, open, cite: classificationSource };
}

interface Judged {
  readonly fits: boolean;
  /** Facts that the row asks for and the product does not give. */
  readonly open: readonly string[];
}

function judge(row: ClassificationRow, product: MetalProduct, analysis: Analysis): Judged {
  const { cast = 'none', capacity, coating = 'none', shape, use = 'none', weld } = product;
  const answers: readonly (readonly [string, boolean | undefined])[] = [
    ['rolling', same(row.rolled, product.rolled)],
    ['coils', same(row.coiled, product.coiled)],
    ['pickling', same(row.pickled, product.pickled)],
    ['patterns in relief', same(row.patterned, product.patterned)],
    ['coating', same(row.coating, coating)],
    ['shape', same(row.shape?.toLowerCase(), shape?.toLowerCase())],
    ['seamless or welded', same(row.seamless, product.seamless)],
    ['use', same(row.use, use)],
    ['seam', same(row.weld, weld)],
    ['kind of article', same(row.article, product.article)],
    ['casting', (row.cast ?? 'none') === cast],
    ['capacity', row.capacity ? within(capacity, row.capacity) : true],
    ['silico-manganese steel', same(row.siliconManganese, isSilicoManganese(analysis))],
    ['carbon', row.carbon ? inRange(shareOf(analysis, 'C'), row.carbon) : true],
    ...Object.entries(row.size ?? {}).map(([kind, range]) => {
      const size = sizeOf(product, kind as DimensionKind);
      return [kind, size ? inRange(size, range) : undefined] as const;
    }),
  ];
  return {
    fits: answers.every(([, answer]) => answer !== false),
    open: answers.flatMap(([fact, answer]) => (answer === undefined ? [fact] : [])),
  };
}

/** Whether a capacity in litres lies in a range; undefined where none is given. */
function within(capacity: Quantity | undefined, range: SizeRange): boolean | undefined {
  const litres = capacity ? convertQuantity(capacity, 'LTR') : undefined;
  return litres?.ok ? inRange(Decimal.of(litres.value.value), range) : undefined;
}

/** Chapter 72, subheading note 1(e): at most 0.7 percent carbon, 0.5 to 1.9 manganese and 0.6 to 2.3 silicon. */
function isSilicoManganese(analysis: Analysis): boolean {
  return (
    inRange(shareOf(analysis, 'C'), { upTo: '0.7' }) &&
    inRange(shareOf(analysis, 'Mn'), { from: '0.5', upTo: '1.9' }) &&
    inRange(shareOf(analysis, 'Si'), { from: '0.6', upTo: '2.3' })
  );
}

/** Undefined where the row asks and the product does not say. */
function same<T>(wanted: T | undefined, given: T | undefined): boolean | undefined {
  if (wanted === undefined) return true;
  return given === undefined ? undefined : wanted === given;
}

function sizeOf({ dimensions = [] }: MetalProduct, kind: DimensionKind): Decimal | undefined {
  const found = dimensions.find((one) => one.kind === kind);
  const size = found ? convertQuantity(found.size, 'MMT') : undefined;
  return size?.ok ? Decimal.of(size.value.value) : undefined;
}

function inRange(value: Decimal, { from, below, over, upTo }: SizeRange): boolean {
  return (
    (from === undefined || value.gte(Decimal.of(from))) &&
    (below === undefined || value.lt(Decimal.of(below))) &&
    (over === undefined || value.gt(Decimal.of(over))) &&
    (upTo === undefined || value.lte(Decimal.of(upTo)))
  );
}
