import { Decimal } from '@portolan/kernel';

/**
 * Numbers with 24 decimal places as whole numbers. The measurement standards use exponentials; computed in floating point their last
 * digits differ between machines, and a rounded factor with them. Here every machine gets the same digits.
 */
export type Fixed = bigint;

const PLACES = 24;
export const ONE: Fixed = 10n ** BigInt(PLACES);

/** Of plain decimal text; digits beyond the last are cut off. */
export function fixed(text: string): Fixed {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * ONE + BigInt(fraction.slice(0, PLACES).padEnd(PLACES, '0'));
  return negative ? -size : size;
}

export const times = (a: Fixed, b: Fixed): Fixed => (a * b) / ONE;
export const over = (a: Fixed, b: Fixed): Fixed => (a * ONE) / b;

export function decimal(value: Fixed): Decimal {
  const size = value < 0n ? -value : value;
  const text = `${size / ONE}.${(size % ONE).toString().padStart(PLACES, '0')}`;
  return Decimal.of(value < 0n ? `-${text}` : text);
}

/** Rounded to some places, fives away from zero as the standards round. */
export function rounded(value: Fixed, places: number): Fixed {
  const unit = 10n ** BigInt(PLACES - places);
  const half = value < 0n ? -unit / 2n : unit / 2n;
  return ((value + half) / unit) * unit;
}

/** e to the power of a number of moderate size: halved until small, summed as a series, squared back. */
export function exp(power: Fixed): Fixed {
  let [small, halvings] = [power, 0];
  while (small > SMALL || small < -SMALL) {
    small /= 2n;
    halvings += 1;
  }
  let [sum, term] = [ONE, ONE];
  for (let step = 1n; term !== 0n; step += 1n) {
    term = times(term, small) / step;
    sum += term;
  }
  for (let step = 0; step < halvings; step += 1) sum = times(sum, sum);
  return sum;
}

const SMALL: Fixed = ONE / 16n;

/** Natural logarithm of a number above zero, by Newton's way from the exponential. */
export function ln(value: Fixed): Fixed {
  if (value <= 0n) throw new Error('no logarithm of zero or less');
  let [rest, whole] = [value, 0n];
  while (rest >= E) {
    rest = over(rest, E);
    whole += ONE;
  }
  while (rest < ONE) {
    rest = times(rest, E);
    whole -= ONE;
  }
  let guess = rest - ONE;
  for (let step = 0; step < 12; step += 1) {
    const power = exp(guess);
    const next = guess + 2n * over(rest - power, rest + power);
    if (next === guess) break;
    guess = next;
  }
  return whole + guess;
}

const E: Fixed = exp(ONE);
