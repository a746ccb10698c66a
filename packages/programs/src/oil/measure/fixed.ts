/**
 * A number as a whole count of 2⁻⁹⁶: every machine computes the same last digit. Decimals with up to 24 places go in and come out
 * unchanged, and what a chain of operations loses stays below them.
 */
export type Fixed = bigint;

const BITS = 96n;
export const one: Fixed = 1n << BITS;
const HALF = one >> 1n;
/** Places that survive; the digits below guard the rounding. */
const GUARDED = 24;
const powers: readonly bigint[] = Array.from({ length: 41 }, (_, power) => 10n ** BigInt(power));

/** Of plain decimal text, which has been checked before. */
export function fixed(text: string): Fixed {
  const negative = text.startsWith('-');
  const [whole = '0', decimals = ''] = (negative ? text.slice(1) : text).split('.');
  const scale = tenTo(decimals.length);
  const value = ((BigInt(whole + decimals) << BITS) + scale / 2n) / scale;
  return negative ? -value : value;
}

export function times(left: Fixed, right: Fixed): Fixed {
  return (left * right) >> BITS;
}

export function over(left: Fixed, right: Fixed): Fixed {
  return (left << BITS) / right;
}

/** Decimal text with so many places, half away from zero (API MPMS 11.1-2004, 11.1.5.4). */
export function toPlaces(value: Fixed, places: number): string {
  const negative = value < 0n;
  const guarded = ((negative ? -value : value) * tenTo(GUARDED) + HALF) >> BITS;
  const drop = tenTo(GUARDED - places);
  const digits = String((guarded + drop / 2n) / drop).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

function tenTo(power: number): bigint {
  return powers[power] ?? 10n ** BigInt(power);
}
