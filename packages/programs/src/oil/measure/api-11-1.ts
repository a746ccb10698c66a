import { all, ok, type Result, refused } from '@portolan/kernel';
import { measureCatalogue } from './catalogue.ts';
import type { Correlation } from './correlation.ts';
import { type Expansion, type Liquid, liquidOf, pressureFactor, specialLiquid, temperatureFactor } from './expansion.ts';
import type { Applicability } from './facts/groups.ts';
import { type Fixed, fixed, one, over, times, toPlaces } from './fixed.ts';
import { within } from './range.ts';
import { remembered } from './remembered.ts';

const SIXTY = fixed('60');
const EIGHT_TENTHS = fixed('0.8');
/** A billionth of a kilogram a cubic metre; the standard asks for a millionth. */
const CLOSE = fixed('0.000000001');
const ROUNDS = 40;

/**
 * API MPMS 11.1-2004 (ASTM D1250-04, IP 200/04) with its addendum of 2007, for a group of liquids by ranges of density, or for one of
 * a given expansion. Figures are not rounded on the way, as the standard has it for computers; factors are at the end.
 */
export function api11Of(
  name: string,
  parts: readonly Expansion[] | { readonly alpha: Fixed },
  water: Fixed,
  { pressure, temperature }: Applicability,
): Correlation {
  const ranges = 'alpha' in parts ? [] : parts;
  const alpha = 'alpha' in parts ? parts.alpha : 0n;
  const densities: readonly [string, string] =
    ranges.length > 0
      ? [bound(ranges.map(({ from }) => from), -1), bound(ranges.map(({ to }) => to), 1)]
      : ['470.5', '1209.5'];
  const liquid = remembered((density60) => {
    const range = rangeOf(ranges, density60);
    return range ? liquidOf(range, density60) : specialLiquid(alpha, density60);
  });
  return {
    water,
    ctl: (density60, fahrenheit) => ok(temperatureFactor(liquid(density60), fahrenheit)),
    cpl: (density60, fahrenheit, psi) => pressureFactor(liquid(density60), fahrenheit, psi),
    admits: (density60, fahrenheit, psi) => {
      const checked = all([
        within(density60, densities, 'OIL_MEASURE_DENSITY_RANGE', { commodity: name }),
        conditions(fahrenheit, psi),
      ]);
      return checked.ok ? ok(undefined) : checked;
    },
    baseDensity: (observed, fahrenheit, psi) => {
      const checked = conditions(fahrenheit, psi);
      if (!checked.ok) return checked;
      const density60 =
        ranges.length > 0
          ? inRanges(ranges, observed, fahrenheit, psi)
          : converge((at) => specialLiquid(alpha, at), 0n, observed, fahrenheit, psi);
      return density60 === undefined ? refused(noBase(observed)) : ok(density60);
    },
  };

  function conditions(fahrenheit: Fixed, psi: Fixed): Result<undefined> {
    const checked = all([
      within(fahrenheit, temperature, 'OIL_MEASURE_TEMPERATURE_RANGE'),
      within(psi, ['-1000000', pressure[1]], 'OIL_MEASURE_PRESSURE_RANGE'),
    ]);
    return checked.ok ? ok(undefined) : checked;
  }
}

function rangeOf(ranges: readonly Expansion[], density60: Fixed): Expansion | undefined {
  return ranges.find(({ from, to }) => from <= density60 && density60 <= to) ?? ranges[0];
}

/**
 * Base density from one at a temperature and pressure, range by range: the answer is the one that lies in the range it was computed
 * with. Where two ranges meet the correlation has a step of some grams, and an answer in the step belongs to the nearer range.
 */
function inRanges(
  ranges: readonly Expansion[],
  observed: Fixed,
  fahrenheit: Fixed,
  psi: Fixed,
): Fixed | undefined {
  let nearest: { readonly at: Fixed; readonly apart: Fixed } | undefined;
  for (const range of ranges) {
    const at = converge((density) => liquidOf(range, density), range.slope, observed, fahrenheit, psi);
    if (at === undefined) continue;
    if (range.from <= at && at <= range.to) return at;
    const apart = at < range.from ? range.from - at : at - range.to;
    if (!nearest || apart < nearest.apart) nearest = { at, apart };
  }
  return nearest?.at;
}

/** Iteration of 11.1.6.2: the base density whose factors give the observed one. */
function converge(
  liquidAt: (density: Fixed) => Liquid,
  slope: Fixed,
  observed: Fixed,
  fahrenheit: Fixed,
  psi: Fixed,
): Fixed | undefined {
  let guess = observed;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (guess < LEAST || guess > MOST) return undefined;
    const liquid = liquidAt(guess);
    const factor = times(temperatureFactor(liquid, fahrenheit), pressureFactor(liquid, fahrenheit, psi));
    const expand = times(liquid.alpha, fahrenheit - SIXTY);
    const steepness = one + times(times(slope, expand), one + times(EIGHT_TENTHS, expand));
    const step = over(over(observed, factor) - guess, steepness);
    guess += step;
    if (-CLOSE < step && step < CLOSE) return guess;
  }
  return undefined;
}

/** Beyond these no liquid is, and the correlation would run away. */
const LEAST = fixed('300');
const MOST = fixed('2000');

function bound(limits: readonly Fixed[], side: 1 | -1): string {
  const chosen = limits.reduce((best, next) => ((next > best) === side > 0 ? next : best));
  return toPlaces(chosen, 4).replace(/\.?0+$/, '');
}

function noBase(observed: Fixed) {
  return measureCatalogue.refuse('OIL_MEASURE_NO_BASE_DENSITY', { params: { value: toPlaces(observed, 3) } });
}
