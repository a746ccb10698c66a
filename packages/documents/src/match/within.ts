import { Decimal } from '@portolan/kernel';
import { compareExact } from '../drift/quantities.ts';

const hundred = Decimal.of(100);

/** True when `found` is above `stated` by more than so many percent of it; what only a conversion made does not count. */
export function isOver(found: Decimal, stated: Decimal, percent: string): boolean {
  const limit = stated.times(hundred.plus(Decimal.of(percent)));
  return compareExact(found.times(hundred), limit) > 0;
}

/** True when `found` is below `stated` by more than so many percent of it. */
export function isUnder(found: Decimal, stated: Decimal, percent: string): boolean {
  const limit = stated.times(hundred.minus(Decimal.of(percent)));
  return compareExact(found.times(hundred), limit) < 0;
}

/** True when the two differ by no more than so many percent of the stated one. */
export function isWithin(found: Decimal, stated: Decimal, percent: string): boolean {
  return !isOver(found, stated, percent) && !isUnder(found, stated, percent);
}
