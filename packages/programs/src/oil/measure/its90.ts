import { type Fixed, fixed, over, times } from './fixed.ts';
import { remembered } from './remembered.ts';

/** Degrees Celsius that the temperature scale of 1990 reads above that of 1968, by powers of t/630 (API MPMS 11.1-2004, 11.1.5.3). */
const coefficients = [
  '-0.148759',
  '-0.267408',
  '1.080760',
  '1.269056',
  '-4.089591',
  '-1.871251',
  '7.438081',
  '-3.536296',
].map(fixed);

const THIRTY_TWO = fixed('32');
const SPAN = fixed('630');

/** 60 °F of 1990 on the scale of 1968, on which the expansion of liquids was measured. */
export const sixtyOf1968 = fixed('60.0068749');

/** A temperature of today’s scale (ITS-90) on that of 1968 (IPTS-68); both in degrees Fahrenheit. */
export const on1968 = remembered((fahrenheit: Fixed): Fixed => {
  const celsius = ((fahrenheit - THIRTY_TWO) * 5n) / 9n;
  const tau = over(celsius, SPAN);
  const shift = coefficients.reduceRight((sum, coefficient) => times(sum + coefficient, tau), 0n);
  return ((celsius - shift) * 9n) / 5n + THIRTY_TWO;
});
