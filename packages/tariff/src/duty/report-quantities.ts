import { all, Decimal, ok, type Quantity, type Result } from '@portolan/kernel';
import type { TariffLine } from '../edition/line.ts';
import type { DutyQuantity } from './input.ts';
import { amountIn } from './quantity.ts';

/**
 * The quantities that the summary reports for a line, in the units of the schedule and in its order, converted
 * exactly from the quantities at hand. Refuses where one is missing (CATAIR conditions 439, 443, 444).
 */
export function reportQuantities(
  line: TariffLine,
  quantities: readonly DutyQuantity[],
  path = '',
): Result<Quantity[]> {
  const goods = {
    line,
    quantities,
    path,
    value: Decimal.zero,
    cents: 0n,
    headings: [],
    input: { number: 1, hts: line.hts, originCountry: '', enteredValue: '0', quantities: [...quantities] },
  };
  const amounts = all(line.measures.map((measure) => amountIn(goods, measure)));
  if (!amounts.ok) return amounts;
  return ok(
    line.measures.map(({ unit }, index) => ({
      unit,
      value: (amounts.value[index] ?? Decimal.zero).toString(),
    })),
  );
}
