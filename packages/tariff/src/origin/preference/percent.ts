import { Decimal } from '@portolan/kernel';

const HUNDRED = Decimal.of(100);

/** Whether part is at least (or at most) so many percent of the whole: compared exactly, without dividing. */
export function atLeastPercent(part: Decimal, whole: Decimal, percent: string): boolean {
  return part.times(HUNDRED).gte(whole.times(Decimal.of(percent)));
}

export function atMostPercent(part: Decimal, whole: Decimal, percent: string): boolean {
  return part.times(HUNDRED).lte(whole.times(Decimal.of(percent)));
}

/** For show: two decimals, rounded so that a percentage never reads as one that it does not reach. */
export function shownPercent(
  part: Decimal,
  whole: Decimal,
  rounding: 'down' | 'up' | 'half-up' = 'down',
): string {
  if (whole.isZero()) return '0.00';
  return part.times(HUNDRED).dividedBy(whole, 2, rounding).toFixed(2);
}
