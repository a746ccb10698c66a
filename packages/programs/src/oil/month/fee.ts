import { Decimal, type Money, money } from '@portolan/kernel';
import type { TariffReference } from '@portolan/tariff';

const HUNDRED = Decimal.of('100');
const CENTS = 2;

/**
 * The merchandise processing fee of days of importation: each day's value times the rate, within the least and the most in force
 * that day (19 CFR 24.23(b)(1)). Undefined where no row is in force on one of the days.
 */
export function merchandiseFee(
  fees: TariffReference['fees'],
  days: readonly { readonly day: string; readonly value: Decimal }[],
): Money | undefined {
  let sum = Decimal.zero;
  for (const { day, value } of days) {
    const row = fees.merchandiseProcessing.rows.find(
      ({ from, to }) => from <= day && (to === undefined || day <= to),
    );
    if (!row) return undefined;
    const fee = value.times(Decimal.of(row.percent)).dividedBy(HUNDRED, CENTS, 'half-up');
    sum = sum.plus(Decimal.max(Decimal.of(row.minimum), Decimal.min(Decimal.of(row.maximum), fee)));
  }
  return money(sum, 'USD');
}
