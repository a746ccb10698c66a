import { exp, type Fixed, fixed, ln, ONE, over, times } from './fixed.ts';

/** A fluid that the liquids between are interpolated from. */
interface ReferenceFluid {
  /** Relative density at 60 °F. */
  readonly relative: Fixed;
  readonly criticalKelvin: Fixed;
  readonly criticalCompressibility: Fixed;
  /** Mol a litre. */
  readonly criticalDensity: Fixed;
  readonly k: readonly [Fixed, Fixed, Fixed, Fixed];
}

/**
 * Reference fluids of GPA TP-27 (API MPMS 11.2.4, GPA 8217), table 1: ethane-ethylene and ethane-propane mixtures, ethane, propane,
 * butanes, pentanes, hexanes, heptane. Each row: relative density, critical temperature, compressibility and density, k1 to k4.
 */
const fluids: readonly ReferenceFluid[] = `
0.325022 298.11 0.27998 6.250 2.54616855327 -0.058244177754 0.803398090807 -0.745720314137
0.355994 305.33 0.28220 6.870 1.89113042610 -0.370305782347 -0.544867288720 0.337876634952
0.429277 333.67 0.28060 5.615 2.20970078464 -0.294253708172 -0.405754420098 0.319443433421
0.470381 352.46 0.27930 5.110 2.25341981320 -0.266542138024 -0.372756711655 0.384734185665
0.507025 369.78 0.27626 5.000 1.96568366933 -0.327662435541 -0.417979702538 0.303271602831
0.562827 407.85 0.28326 3.860 2.04748034410 -0.289734363425 -0.330345036434 0.291757103132
0.584127 425.16 0.27536 3.920 2.03734743118 -0.299059145695 -0.418883095671 0.380367738748
0.624285 460.44 0.27026 3.247 2.06541640707 -0.238366208840 -0.161440492247 0.258681568613
0.631054 469.65 0.27235 3.200 2.11263474494 -0.261269413560 -0.291923445075 0.308344290017
0.657167 498.05 0.26706 2.727 2.02382197871 -0.423550090067 -1.152810982570 0.950139001678
0.664064 507.35 0.26762 2.704 2.17134547773 -0.232997313405 -0.267019794036 0.378629524102
0.688039 540.15 0.26312 2.315 2.19773533433 -0.275056764147 -0.447144095029 0.493770995799
`
  .trim()
  .split('\n')
  .map((line) => {
    const [relative, kelvin, z, rho, k1, k2, k3, k4] = line.split(' ').map(fixed) as [
      Fixed,
      Fixed,
      Fixed,
      Fixed,
      Fixed,
      Fixed,
      Fixed,
      Fixed,
    ];
    return {
      relative,
      criticalKelvin: kelvin,
      criticalCompressibility: z,
      criticalDensity: rho,
      k: [k1, k2, k3, k4],
    };
  });

/** Relative densities at 60 °F that the procedure covers. */
export const relativeRange = { least: fixed('0.350'), most: fixed('0.688') } as const;
/** Temperatures in degrees Fahrenheit. */
export const lightRange = { least: fixed('-50.8'), most: fixed('199.4') } as const;

const KELVIN = fixed('1.8');
const ABSOLUTE = fixed('459.67');
const SIXTY = fixed('60');
const [P035, P065] = [fixed('0.35'), fixed('0.65')];

/**
 * CTL of a light hydrocarbon of a relative density at 60 °F, at its equilibrium pressure, without rounding; undefined above its critical
 * temperature. GPA TP-27, procedure of table 24E (API MPMS 11.2.4).
 */
export function lightCorrection(relative: Fixed, degreesF: Fixed): Fixed | undefined {
  const second = fluids.findIndex(({ relative: own }) => own > relative);
  const [a, b] = [fluids[Math.max(0, second - 1)], fluids[second]] as [ReferenceFluid, ReferenceFluid];
  if (!a || !b || a === b) return undefined;
  const share = over(relative - a.relative, b.relative - a.relative);
  const critical = a.criticalKelvin + times(share, b.criticalKelvin - a.criticalKelvin);
  const scaling = over(
    times(a.criticalCompressibility, a.criticalDensity),
    times(b.criticalCompressibility, b.criticalDensity),
  );
  const saturated = (at: Fixed): Fixed | undefined => {
    const tau = ONE - over(over(at + ABSOLUTE, KELVIN), critical);
    if (tau <= 0n) return undefined;
    const [first, other] = [saturationDensity(a, tau), saturationDensity(b, tau)];
    return over(first, ONE + times(share, over(first, times(scaling, other)) - ONE));
  };
  const [base, flowing] = [saturated(SIXTY), saturated(degreesF)];
  return base && flowing && over(flowing, base);
}

function saturationDensity({ criticalDensity, k: [k1, k2, k3, k4] }: ReferenceFluid, tau: Fixed): Fixed {
  const log = ln(tau);
  const squared = times(tau, tau);
  const above = times(k1, exp(times(P035, log))) + times(k3, squared) + times(k4, times(squared, tau));
  const below = ONE + times(k2, exp(times(P065, log)));
  return times(criticalDensity, ONE + over(above, below));
}
