import { exp, type Fixed, fixed, ONE, over, rounded, times } from './fixed.ts';
import { coefficientsOf, type LiquidGroup } from './groups.ts';
import { onScaleOf1968, SIXTY_OF_1968 } from './temperature.ts';

/** Factors that bring a volume as it flowed to 60 °F and no pressure. */
export interface CorrectionFactors {
  /** For temperature. */
  readonly ctl: Fixed;
  /** For pressure. */
  readonly cpl: Fixed;
  /** Both together. */
  readonly ctpl: Fixed;
}

/** Temperature that the bases of the two scales lie apart, in degrees Fahrenheit (11.1.5.3). */
const DELTA60 = fixed('0.01374979547');
const [A0, A1, A2, A3] = ['-1.9947', '0.00013427', '793920', '2326'].map(fixed) as [
  Fixed,
  Fixed,
  Fixed,
  Fixed,
];
const POINT8 = fixed('0.8');
const POINT16 = fixed('1.6');
const FIVE_TENTHS = ONE / 100_000n;

/**
 * CTL and CPL of a liquid of a known density at 60 °F, without rounding: API MPMS 11.1-2004, 11.1.6.1 (ASTM D1250-04, IP 200/04).
 * Density in kilograms a cubic metre, temperature in degrees Fahrenheit of 1990, gauge pressure in psi.
 */
export function correction(
  group: LiquidGroup,
  density60: Fixed,
  degreesF: Fixed,
  psi: Fixed,
): CorrectionFactors {
  const shifted = densityOnScaleOf1968(group, density60);
  const alpha = expansion(group, density60, shifted);
  const temperature = onScaleOf1968(degreesF);
  const above = temperature - SIXTY_OF_1968;
  const inner = ONE + times(POINT8, times(alpha, above + DELTA60));
  const ctl = exp(-times(times(alpha, above), inner));
  const squared = times(shifted, shifted);
  const compressibility = exp(A0 + times(A1, temperature) + over(A2 + times(A3, temperature), squared));
  const cpl = over(ONE, ONE - times(FIVE_TENTHS, times(compressibility, psi)));
  return { ctl, cpl, ctpl: times(ctl, cpl) };
}

/** The same, rounded as the standard reports them: to five places. */
export function reportedCorrection(factors: CorrectionFactors): CorrectionFactors {
  const [ctl, cpl] = [rounded(factors.ctl, FACTOR_PLACES), rounded(factors.cpl, FACTOR_PLACES)];
  return { ctl, cpl, ctpl: rounded(factors.ctpl, FACTOR_PLACES) };
}

const FACTOR_PLACES = 5;

/** Density at 60.0068749 °F of 1968 of what has a density at 60 °F of 1990 (equation 9 and what leads to it). */
function densityOnScaleOf1968(group: LiquidGroup, density: Fixed): Fixed {
  const { k0, k1, k2 } = coefficientsOf(group, density);
  const a = times(DELTA60 / 2n, over(over(k0, density) + k1, density) + k2);
  const b = over(2n * k0 + times(k1, density), k0 + times(k1 + times(k2, density), density));
  const raised = exp(times(a, ONE + times(POINT8, a))) - ONE;
  return times(density, ONE + over(raised, ONE + times(times(a, ONE + times(POINT16, a)), b)));
}

/** Thermal expansion at 60 °F, in parts a degree Fahrenheit. */
function expansion(group: LiquidGroup, density: Fixed, shifted: Fixed): Fixed {
  const { k0, k1, k2 } = coefficientsOf(group, density);
  return over(over(k0, shifted) + k1, shifted) + k2;
}

/** A density as observed brought to 60 °F and no pressure (11.1.6.2): the one that gives the observed one back. */
export function densityAtSixty(group: LiquidGroup, observed: Fixed, degreesF: Fixed, psi: Fixed): Fixed {
  let guess = observed;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = over(observed, correction(group, guess, degreesF, psi).ctpl);
    const apart = next > guess ? next - guess : guess - next;
    guess = next;
    if (apart < CLOSE) break;
  }
  return guess;
}

const MOST_STEPS = 60;
/** A hundred millionth of a kilogram a cubic metre: far below what any densitometer shows. */
const CLOSE: Fixed = fixed('0.00000001');
