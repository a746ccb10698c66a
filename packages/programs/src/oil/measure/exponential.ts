import { type Fixed, one, over, times } from './fixed.ts';

/** Extra bits that series are summed with, so that their rounding never reaches the result. */
const GUARD = 32n;
const WIDE = 128n;
const WIDE_ONE = 1n << WIDE;
/** Arguments are divided by 2⁵ before the series, and the result squared as often. */
const HALVINGS = 5n;

/** e to the power of a number: the series of the exponential in whole numbers, so that no machine differs from another. */
export function exp(power: Fixed): Fixed {
  const argument = (power << GUARD) >> HALVINGS;
  let sum = WIDE_ONE + argument;
  let term = argument;
  for (let n = 2n; term !== 0n && term !== -1n; n += 1n) {
    term = ((term * argument) >> WIDE) / n;
    sum += term;
  }
  for (let square = 0n; square < HALVINGS; square += 1n) sum = (sum * sum) >> WIDE;
  return sum >> GUARD;
}

/** Natural logarithm of a number above zero: 2 artanh((m − 1)/(m + 1)) of its mantissa m and so many times ln 2. */
export function ln(value: Fixed): Fixed {
  let mantissa = value;
  let doublings = 0n;
  for (; mantissa > one << 1n; mantissa >>= 1n) doublings += 1n;
  for (; mantissa < one; mantissa <<= 1n) doublings -= 1n;
  return logarithmNearOne(mantissa) + doublings * ln2;
}

function logarithmNearOne(mantissa: Fixed): Fixed {
  const ratio = over(mantissa - one, mantissa + one);
  const square = times(ratio, ratio);
  let sum = 0n;
  let power = ratio;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = times(power, square);
  }
  return sum << 1n;
}

const ln2 = logarithmNearOne(one << 1n);

/** A number above zero to any power; zero stays zero. */
export function toPower(base: Fixed, power: Fixed): Fixed {
  return base === 0n ? 0n : exp(times(ln(base), power));
}
