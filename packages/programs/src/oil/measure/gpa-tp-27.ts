import { all, ok, type Refused, type Result, refused } from '@portolan/kernel';
import { measureCatalogue } from './catalogue.ts';
import type { Correlation } from './correlation.ts';
import { toPower } from './exponential.ts';
import type { ReferenceFluid } from './facts/reference-fluids.ts';
import { type Fixed, fixed, one, over, times, toPlaces } from './fixed.ts';
import { within } from './range.ts';
import { remembered } from './remembered.ts';

/** 227.15 to 366.15 K. */
const temperatures: readonly [string, string] = ['-50.8', '199.4'];
const densities: readonly [string, string] = ['0.35', '0.688'];
const ABSOLUTE = fixed('459.67');
const SIXTY = fixed('60');
const CLOSE = fixed('0.000000000001');
const ROUNDS = 120;

interface Fluid {
  readonly relative: Fixed;
  readonly critical: Fixed;
  readonly compressibility: Fixed;
  readonly density: Fixed;
  readonly k: readonly Fixed[];
}

/**
 * GPA TP-27 (GPA 8217, API MPMS 11.2.4): a liquefied gas stands between the two reference fluids around its relative density at 60 °F;
 * table 24E, from which the others follow. At the pressure of its own vapor: more pressure needs a stated factor.
 */
export function gpaTp27Of(name: string, rows: readonly ReferenceFluid[], water: Fixed): Correlation {
  const fluids = rows.map(fluidOf);
  const pairOf = remembered((relative: Fixed) => pairAround(fluids, relative));
  const ctl = (density60: Fixed, fahrenheit: Fixed): Result<Fixed> => {
    const relative = over(density60, water);
    const factor = pairOf(relative)?.(fahrenheit);
    if (factor !== undefined) return ok(factor);
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_ABOVE_CRITICAL', { params: { value: toPlaces(fahrenheit, 1) } }),
    );
  };
  const warm = (fahrenheit: Fixed) => within(fahrenheit, temperatures, 'OIL_MEASURE_TEMPERATURE_RANGE');
  return {
    water,
    ctl,
    admits: (density60, fahrenheit) => {
      const limits = densities.map((relative) => toPlaces(times(fixed(relative), water), 1));
      const range: readonly [string, string] = [limits[0] ?? '0', limits[1] ?? '0'];
      const checked = all([
        within(density60, range, 'OIL_MEASURE_DENSITY_RANGE', { commodity: name }),
        warm(fahrenheit),
      ]);
      return checked.ok ? ok(undefined) : refused(checked.refusals);
    },
    baseDensity: (observed, fahrenheit) => {
      const checked = warm(fahrenheit);
      return checked.ok ? bisect(observed, fahrenheit) : checked;
    },
  };

  /** Table 23E: density at a temperature grows with that at 60 °F, so halving finds it; above critical counts as too light. */
  function bisect(observed: Fixed, fahrenheit: Fixed): Result<Fixed> {
    if (fahrenheit === SIXTY) return ok(observed);
    let light = times(fixed(densities[0]), water);
    let heavy = times(fixed(densities[1]), water);
    for (let round = 0; round < ROUNDS && heavy - light > CLOSE; round += 1) {
      const middle = (light + heavy) >> 1n;
      const factor = ctl(middle, fahrenheit);
      if (factor.ok && times(middle, factor.value) >= observed) heavy = middle;
      else light = middle;
    }
    const found = ctl(heavy, fahrenheit);
    const apart = found.ok ? times(heavy, found.value) - observed : one;
    return -FAR < apart && apart < FAR ? ok(heavy) : noBase(observed);
  }
}

/** A solution farther off than this is the end of the range, not an answer. */
const FAR = fixed('0.000001');

function noBase(observed: Fixed): Refused {
  return refused(
    measureCatalogue.refuse('OIL_MEASURE_NO_BASE_DENSITY', { params: { value: toPlaces(observed, 3) } }),
  );
}

function fluidOf({
  criticalCompressibility,
  criticalDensity,
  criticalTemperature,
  k,
  relativeDensity,
}: ReferenceFluid): Fluid {
  return {
    relative: fixed(relativeDensity),
    critical: fixed(criticalTemperature),
    compressibility: fixed(criticalCompressibility),
    density: fixed(criticalDensity),
    k: k.map(fixed),
  };
}

/** The factor of a relative density by temperature (TP-27, table 24E, steps 4 to 13); nothing above the critical temperature. */
function pairAround(
  fluids: readonly Fluid[],
  relative: Fixed,
): ((fahrenheit: Fixed) => Fixed | undefined) | undefined {
  const above = fluids.findIndex((fluid, index) => index > 0 && relative <= fluid.relative);
  const heavy = fluids[above];
  const light = fluids[above - 1];
  if (!heavy || !light) return undefined;
  const part = over(relative - light.relative, heavy.relative - light.relative);
  const critical = light.critical + times(part, heavy.critical - light.critical);
  const scale = over(
    times(light.compressibility, light.density),
    times(heavy.compressibility, heavy.density),
  );
  const densityAt = (fahrenheit: Fixed) => {
    const reduced = over(((fahrenheit + ABSOLUTE) * 5n) / 9n, critical);
    if (reduced > one) return undefined;
    const lightAt = saturation(light, one - reduced);
    const heavyAt = saturation(heavy, one - reduced);
    return over(lightAt, one + times(part, over(lightAt, times(scale, heavyAt)) - one));
  };
  const base = densityAt(SIXTY);
  if (base === undefined) return undefined;
  return remembered((fahrenheit: Fixed) => {
    const density = densityAt(fahrenheit);
    return density === undefined ? undefined : over(density, base);
  });
}

const P35 = fixed('0.35');
const P65 = fixed('0.65');

/** ρc (1 + (k1 τ^0.35 + k3 τ² + k4 τ³) / (1 + k2 τ^0.65)). */
function saturation({ density, k: [k1 = 0n, k2 = 0n, k3 = 0n, k4 = 0n] }: Fluid, tau: Fixed): Fixed {
  const square = times(tau, tau);
  const up = times(k1, toPower(tau, P35)) + times(k3, square) + times(k4, times(square, tau));
  const down = one + times(k2, toPower(tau, P65));
  return times(density, one + over(up, down));
}
