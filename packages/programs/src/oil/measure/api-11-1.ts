import { all, ok, type Result, refused } from '@portolan/kernel';
import { measureCatalogue } from './catalogue.ts';
import type { Correlation } from './correlation.ts';
import type { Edition, Expansion, Liquid } from './expansion.ts';
import type { Applicability } from './facts/groups.ts';
import { type Fixed, fixed, one, over, times, toPlaces } from './fixed.ts';
import { within } from './range.ts';
import { remembered } from './remembered.ts';

/** What is corrected: liquids by ranges of density, or one whose expansion at 60 °F is given. */
export type Expanding = readonly Expansion[] | { readonly alpha: Fixed };

const SIXTY = fixed('60');
const EIGHT_TENTHS = fixed('0.8');
/** A billionth of a kilogram a cubic metre; the standard asks for a millionth. */
const CLOSE = fixed('0.000000001');
const ROUNDS = 40;

/**
 * API MPMS 11.1 (ASTM D1250, IP 200) with its addendum of 2007, for crude oil, products and special applications. Figures are not
 * rounded on the way, as the standard has it for computers; factors are at the end.
 */
export function api11Of(
  name: string,
  edition: Edition,
  expanding: Expanding,
  water: Fixed,
  limits: Applicability,
): Correlation {
  const atDensity = liquidBy(edition, expanding);
  const densities = 'alpha' in expanding ? limits.density : reach(expanding);
  const liquid = remembered(atDensity);
  const conditions = (fahrenheit: Fixed, psi: Fixed) =>
    all([
      within(fahrenheit, limits.temperature, 'OIL_MEASURE_TEMPERATURE_RANGE'),
      within(psi, [VACUUM, limits.pressure[1]], 'OIL_MEASURE_PRESSURE_RANGE'),
    ]);
  return {
    water,
    ctl: (density60, fahrenheit) => ok(edition.temperature(liquid(density60), fahrenheit)),
    cpl: (density60, fahrenheit, psi) => edition.pressure(liquid(density60), fahrenheit, psi),
    admits: (density60, fahrenheit, psi) => {
      const dense = within(density60, densities, 'OIL_MEASURE_DENSITY_RANGE', { commodity: name });
      const checked = conditions(fahrenheit, psi);
      if (dense.ok && checked.ok) return ok(undefined);
      return refused([...(dense.ok ? [] : dense.refusals), ...(checked.ok ? [] : checked.refusals)]);
    },
    baseDensity: (observed, fahrenheit, psi): Result<Fixed> => {
      const checked = conditions(fahrenheit, psi);
      if (!checked.ok) return checked;
      const ranges = 'alpha' in expanding ? [undefined] : expanding;
      const found = inRanges(edition, ranges, atDensity, { observed, fahrenheit, psi });
      return found === undefined ? refused(noBase(observed)) : ok(found);
    },
  };
}

/** A gauge may read below the atmosphere: the factor of pressure is one then. */
const VACUUM = '-14.7';

function liquidBy(edition: Edition, expanding: Expanding): (density60: Fixed) => Liquid {
  if ('alpha' in expanding) return (density60) => edition.special(expanding.alpha, density60);
  const [first] = expanding;
  return (density60) => {
    const range = expanding.find(({ from, to }) => from <= density60 && density60 <= to) ?? first;
    if (!range) throw new Error('a group of liquids without ranges');
    return edition.liquid(range, density60);
  };
}

interface Observed {
  readonly observed: Fixed;
  readonly fahrenheit: Fixed;
  readonly psi: Fixed;
}

/**
 * Base density from one at a temperature and pressure, range by range: the answer is the one that lies in the range it was computed
 * with. Where two ranges meet the correlation has a step of some grams, and an answer in the step belongs to the nearer range.
 */
function inRanges(
  edition: Edition,
  ranges: readonly (Expansion | undefined)[],
  special: (density60: Fixed) => Liquid,
  observed: Observed,
): Fixed | undefined {
  let nearest: { readonly at: Fixed; readonly apart: Fixed } | undefined;
  for (const range of ranges) {
    const liquidAt = range ? (density: Fixed) => edition.liquid(range, density) : special;
    const at = converge(edition, liquidAt, range?.slope ?? 0n, observed);
    if (at === undefined) continue;
    if (!range || (range.from <= at && at <= range.to)) return at;
    const apart = at < range.from ? range.from - at : at - range.to;
    if (!nearest || apart < nearest.apart) nearest = { at, apart };
  }
  return nearest?.at;
}

/** Iteration of 11.1.6.2: the base density whose factors give the observed one. */
function converge(
  edition: Edition,
  liquidAt: (density: Fixed) => Liquid,
  slope: Fixed,
  { fahrenheit, observed, psi }: Observed,
): Fixed | undefined {
  let guess = observed;
  for (let round = 0; round < ROUNDS && LEAST < guess && guess < MOST; round += 1) {
    const liquid = liquidAt(guess);
    const factor = times(edition.temperature(liquid, fahrenheit), edition.pressure(liquid, fahrenheit, psi));
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

function reach(ranges: readonly Expansion[]): readonly [string, string] {
  const least = ranges.reduce((best, { from }) => (from < best ? from : best), MOST);
  const most = ranges.reduce((best, { to }) => (to > best ? to : best), LEAST);
  return [shown(least), shown(most)];
}

const shown = (value: Fixed) => toPlaces(value, 4).replace(/\.?0+$/, '');

function noBase(observed: Fixed) {
  return measureCatalogue.refuse('OIL_MEASURE_NO_BASE_DENSITY', { params: { value: toPlaces(observed, 3) } });
}
