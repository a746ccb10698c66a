import { convertQuantity, Decimal, type Quantity } from '@portolan/kernel';
import type { PaperLine } from './paper.ts';

/**
 * How much a line speaks of, in a unit: its quantity, or its net weight where goods are ordered by weight and counted in
 * pieces. Nothing when neither can be told in that unit.
 */
export function quantityIn(
  unit: string,
  line: Pick<PaperLine, 'quantity' | 'netWeight'>,
): Decimal | undefined {
  return (line.quantity && inUnit(line.quantity, unit)) ?? (line.netWeight && inUnit(line.netWeight, unit));
}

/** A quantity in a unit; nothing when the two measure different things. */
export function inUnit(quantity: Quantity, unit: string): Decimal | undefined {
  if (quantity.unit === unit) return Decimal.of(quantity.value);
  if (isPieces(quantity.unit) && isPieces(unit)) return Decimal.of(quantity.value);
  const converted = convertQuantity(quantity, unit);
  return converted.ok ? Decimal.of(converted.value.value) : undefined;
}

/** Codes of UNECE Recommendation 20 and 21 that the trade uses alike for one piece. */
const pieces = new Set(['C62', 'EA', 'PCE', 'H87', 'NAR', 'XPC']);

function isPieces(unit: string): boolean {
  return pieces.has(unit);
}
