import { Decimal } from '@portolan/kernel';
import { type Amount, decimalOf } from '@portolan/traceability';

/** How much of a whole a part is, in percent with two places, for reading. */
export function percentOf(part: Amount, whole: Amount): string {
  if (whole === 0n) return '0.00';
  return decimalOf(part).times(Decimal.of(100)).dividedBy(decimalOf(whole), 2, 'half-even').toFixed(2);
}
