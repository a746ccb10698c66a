import { convertQuantity, Decimal, ok, type Result, refused, unitInfo } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import { describeMeasure, type Measure } from '../rate/measure.ts';
import type { Goods } from './goods.ts';
import type { DutyQuantity } from './input.ts';

/**
 * The amount of the goods in the unit that a rate or a report asks for, converted exactly.
 * Where it asks for a part ("lead content"), the quantity must name that part, unless the line reports a single
 * quantity of that kind: then that is the one the rate counts.
 */
export function amountIn(goods: Goods, measure: Measure): Result<Decimal> {
  const named = goods.quantities.filter(({ of }) => of === measure.of);
  const found = firstConverted(named, measure.unit) ?? onlyReported(goods, measure);
  return found === undefined ? refused(missing(goods, measure)) : ok(found);
}

function firstConverted(quantities: readonly DutyQuantity[], unit: string): Decimal | undefined {
  for (const { value, unit: from } of quantities) {
    const converted = convertQuantity({ value, unit: from }, unit);
    if (converted.ok) return Decimal.of(converted.value.value);
  }
  return undefined;
}

function onlyReported({ line, quantities }: Goods, { unit, of }: Measure): Decimal | undefined {
  if (of === undefined) return undefined;
  const [alike, another] = line.measures.filter((measure) => converts(measure.unit, unit));
  if (alike === undefined || another !== undefined || (alike.of ?? of) !== of) return undefined;
  return firstConverted(
    quantities.filter((given) => given.of === undefined),
    unit,
  );
}

/** Whether quantities in one unit can be given in another. */
export function converts(from: string, to: string): boolean {
  if (from === to) return true;
  const source = unitInfo(from);
  const target = unitInfo(to);
  if (source?.dimension === undefined || source.factor === undefined) return false;
  return source.dimension === target?.dimension && target.factor !== undefined;
}

function missing({ line, quantities, path }: Goods, measure: Measure) {
  const params = { hts: line.hts, measure: describeMeasure(measure), unit: measure.unit };
  if (quantities.length === 0)
    return tariffCatalogue.refuse('TARIFF_QUANTITY_MISSING', { path: `${path}/quantities`, params });
  const given = quantities.map(describeMeasure).join(', ');
  return tariffCatalogue.refuse('TARIFF_UNIT_WRONG', {
    path: `${path}/quantities`,
    params: { ...params, given },
  });
}
