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

/** Whole cents of an amount that has no more than two decimals; integers, because every line of every entry passes here. */
export function centsOf(amount: string): bigint {
  const [whole = '0', decimals = ''] = amount.split('.');
  const cents = BigInt(whole) * 100n;
  const rest = BigInt(decimals.slice(0, 2).padEnd(2, '0'));
  return whole.startsWith('-') ? cents - rest : cents + rest;
}

export function dollarsOfCents(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An amount in cents without its cents where there are none: entered values are whole dollars. */
export function wholeDollars(cents: bigint): string {
  return cents % 100n === 0n ? String(cents / 100n) : dollarsOfCents(cents);
}

/** Cents of a decimal, rounded half up. */
export function roundToCents(amount: Decimal): bigint {
  return centsOf(dollars(amount));
}

/** An exact share of a value. */
export interface Share {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const shares = new Map<string, Share>();
/** Distinct percentages of a schedule number a few hundred. */
const KEPT_SHARES = 4_096;

/** "2.9", "0.3464" or "33 1/3" percent as an exact fraction; each text is read once. */
export function shareOf(percent: string): Share {
  const known = shares.get(percent);
  if (known !== undefined) return known;
  const share = readShare(percent);
  if (shares.size < KEPT_SHARES) shares.set(percent, share);
  return share;
}

function readShare(percent: string): Share {
  const [number = '0', fraction = '0/1'] = percent.split(' ');
  const [whole = '0', decimals = ''] = number.split('.');
  const scale = 10n ** BigInt(decimals.length);
  const [up = '0', down = '1'] = fraction.split('/');
  const numerator = BigInt(whole + decimals) * BigInt(down) + BigInt(up) * scale;
  return { numerator, denominator: scale * BigInt(down) * 100n };
}

/** The share of an amount in cents that is not negative, rounded half up to the cent. */
export function shareOfCents(cents: bigint, { numerator, denominator }: Share): bigint {
  return (2n * cents * numerator + denominator) / (2n * denominator);
}
