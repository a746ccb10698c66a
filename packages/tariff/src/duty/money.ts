import { Decimal } from '@portolan/kernel';

/** US dollars with cents, rounded half up, as CBP computes each tariff number and each fee (CATAIR, rounding). */
export function dollars(amount: Decimal): string {
  return amount.round(2, 'half-up').toFixed(2);
}

/** Digits kept of a quotient without finite decimal, such as one third of a percent. */
const QUOTIENT_PLACES = 12;
const HUNDREDTH = Decimal.of('0.01');

/** `percent` of `value`; the percentage may carry a fraction, as column 2 prints it: "33 1/3". */
export function percentOf(value: Decimal, percent: string): Decimal {
  const [whole = '0', fraction] = percent.split(' ');
  const hundredths = value.times(HUNDREDTH);
  if (fraction === undefined) return hundredths.times(Decimal.of(whole));
  const [up = '0', down = '1'] = fraction.split('/');
  const numerator = Decimal.of(whole).times(Decimal.of(down)).plus(Decimal.of(up));
  return hundredths.times(numerator).dividedBy(Decimal.of(down), QUOTIENT_PLACES, 'half-up');
}

/** Whole cents of an amount that has no more than two decimals. */
export function centsOf(amount: string): bigint {
  return BigInt(Decimal.of(amount).times(Decimal.of(100)).toString());
}

export function dollarsOfCents(cents: bigint): string {
  return Decimal.of(cents).dividedBy(Decimal.of(100), 2, 'half-up').toFixed(2);
}
