import { exp } from './exponential.ts';
import type { ExpansionRow } from './facts/groups.ts';
import { type Fixed, fixed, one, over, times } from './fixed.ts';
import { on1968, sixtyOf1968 } from './its90.ts';

/** Degrees Fahrenheit between 60 °F on the scales of 1990 and 1968 (API MPMS 11.1-2004, 11.1.5.3), with the sign of the standard. */
const shift = fixed('0.01374979547');
const EIGHT_TENTHS = fixed('0.8');
const FOUR_TENTHS = fixed('0.4');
const SIXTEEN_TENTHS = fixed('1.6');

/** The expansion of a range of densities, read once. */
export interface Expansion {
  readonly from: Fixed;
  readonly to: Fixed;
  readonly k0: Fixed;
  readonly k1: Fixed;
  readonly k2: Fixed;
  readonly slope: Fixed;
}

export function expansionOf({ densityFrom, densityTo, k0, k1, k2, slope }: ExpansionRow): Expansion {
  return {
    from: fixed(densityFrom),
    to: fixed(densityTo),
    k0: fixed(k0),
    k1: fixed(k1),
    k2: fixed(k2),
    slope: fixed(slope),
  };
}

/** What a liquid of a density at 60 °F is on the scale of 1968: its density there and its thermal expansion. */
export interface Liquid {
  readonly density: Fixed;
  readonly alpha: Fixed;
}

/** α₆₀ per degree Fahrenheit: K0/ρ² + K1/ρ + K2. */
function alphaOf({ k0, k1, k2 }: Expansion, density: Fixed): Fixed {
  return over(over(k0, density) + k1, density) + k2;
}

/** Density at 60 °F as of 1968, and the expansion there (API MPMS 11.1-2004, 11.1.6.1, steps 3 to 5). */
function liquidOf(expansion: Expansion, density60: Fixed): Liquid {
  const a = times(shift >> 1n, alphaOf(expansion, density60));
  const b = over(
    2n * expansion.k0 + times(expansion.k1, density60),
    expansion.k0 + times(expansion.k1 + times(expansion.k2, density60), density60),
  );
  const up = exp(times(a, one + times(EIGHT_TENTHS, a))) - one;
  const down = one + times(times(a, one + times(SIXTEEN_TENTHS, a)), b);
  const density = times(density60, one + over(up, down));
  return { density, alpha: alphaOf(expansion, density) };
}

/** The same for a liquid whose expansion at 60 °F is given. */
function specialLiquid(alpha: Fixed, density60: Fixed): Liquid {
  const small = times(alpha, shift);
  return { density: times(density60, exp(times(small >> 1n, one + times(FOUR_TENTHS, small)))), alpha };
}

/** How an edition of the standard computes. */
export interface Edition {
  readonly liquid: (expansion: Expansion, density60: Fixed) => Liquid;
  readonly special: (alpha: Fixed, density60: Fixed) => Liquid;
  readonly temperature: (liquid: Liquid, fahrenheit: Fixed) => Fixed;
  readonly pressure: (liquid: Liquid, fahrenheit: Fixed, psi: Fixed) => Fixed;
}

const SIXTY = fixed('60');

/** 2004: temperatures are moved to the scale on which the expansion was measured (API MPMS 11.1-2004, 11.1.6.1). */
export const edition2004: Edition = {
  liquid: liquidOf,
  special: specialLiquid,
  temperature: (liquid, fahrenheit) => temperatureFactor(liquid, on1968(fahrenheit) - sixtyOf1968, shift),
  pressure: (liquid, fahrenheit, psi) => pressureFactor(liquid, on1968(fahrenheit), psi),
};

/** 1980: temperatures as they are (API Standard 2540, tables 6A to 6D, and API MPMS 11.2.1). */
export const edition1980: Edition = {
  liquid: (expansion, density) => ({ density, alpha: alphaOf(expansion, density) }),
  special: (alpha, density) => ({ density, alpha }),
  temperature: (liquid, fahrenheit) => temperatureFactor(liquid, fahrenheit - SIXTY, 0n),
  pressure: pressureFactor,
};

/** CTL: exp(−α Δt (1 + 0.8 α (Δt + δ))) (11.1.6.1, step 6). */
function temperatureFactor({ alpha }: Liquid, apart: Fixed, delta: Fixed): Fixed {
  return exp(-times(times(alpha, apart), one + times(times(EIGHT_TENTHS, alpha), apart + delta)));
}

const F0 = fixed('-1.9947');
const F1 = fixed('0.00013427');
const F2 = fixed('793920');
const F3 = fixed('2326');
const HUNDRED_THOUSAND = 100_000n;

/** Scaled compressibility in 10⁻⁵ per psi: exp(−1.9947 + 0.00013427 t + (793920 + 2326 t)/ρ²) (11.1.6.1, step 7). */
export function compressibility({ density }: Liquid, fahrenheit: Fixed): Fixed {
  return exp(F0 + times(F1, fahrenheit) + over(F2 + times(F3, fahrenheit), times(density, density)));
}

/** CPL: 1/(1 − 10⁻⁵ F P), P in psi above the equilibrium pressure of the liquid; less counts as none (11.1.6.1, step 8). */
function pressureFactor(liquid: Liquid, fahrenheit: Fixed, psi: Fixed): Fixed {
  if (psi <= 0n) return one;
  return over(one, one - times(compressibility(liquid, fahrenheit), psi) / HUNDRED_THOUSAND);
}
