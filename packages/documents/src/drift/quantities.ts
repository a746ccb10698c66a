import { convertQuantity, Decimal, type Quantity, sumDecimals } from '@portolan/kernel';

/** Digits that a conversion keeps: two quantities that differ by less are the same. */
const conversionStep = Decimal.of('0.000000001');

/** The sum of quantities in a unit; nothing when one of them measures something else. */
export function sumIn(unit: string, quantities: readonly Quantity[]): Decimal | undefined {
  const converted = quantities.map((quantity) => convertQuantity(quantity, unit));
  const values = converted.flatMap((result) => (result.ok ? [Decimal.of(result.value.value)] : []));
  return values.length === quantities.length ? sumDecimals(values) : undefined;
}

/** Negative when the left is less, positive when it is more, zero when both are the same within the conversion. */
export function compareExact(left: Decimal, right: Decimal): -1 | 0 | 1 {
  return left.minus(right).abs().lt(conversionStep) ? 0 : left.cmp(right);
}

/** A quantity as people read it, without the digits that only a conversion made. */
export function shownQuantity(value: Decimal, unit: string): string {
  return `${value.round(6, 'half-up')} ${unit}`;
}
