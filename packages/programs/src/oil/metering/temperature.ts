import { type Fixed, fixed, over, times } from './fixed.ts';

/** Coefficients of the difference between the scales of 1990 and 1968 (API MPMS 11.1-2004, 11.1.5.3). */
const SCALE = [
  '-0.148759',
  '-0.267408',
  '1.080760',
  '1.269056',
  '-4.089591',
  '-1.871251',
  '7.438081',
  '-3.536296',
].map(fixed);

const T630 = fixed('630');

/** Degrees Fahrenheit of a temperature in degrees Celsius. */
export const fahrenheit = (celsius: Fixed): Fixed => times(celsius, fixed('1.8')) + fixed('32');
export const celsiusOf = (degreesF: Fixed): Fixed => over(degreesF - fixed('32'), fixed('1.8'));

/**
 * A temperature of the scale of 1990 on that of 1968, on which the correlations were fitted; both in degrees Fahrenheit.
 * API MPMS 11.1-2004, 11.1.5.3.
 */
export function onScaleOf1968(degreesF: Fixed): Fixed {
  const celsius = celsiusOf(degreesF);
  const tau = over(celsius, T630);
  let sum = 0n;
  for (const coefficient of SCALE.toReversed()) sum = times(sum + coefficient, tau);
  return fahrenheit(celsius - sum);
}

/** 60 °F of 1990 on the scale of 1968, as the standard states it. */
export const SIXTY_OF_1968 = fixed('60.0068749');
export const ABSOLUTE_ZERO_F = fixed('-459.67');
