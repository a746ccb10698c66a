import type { DensityReading } from '@portolan/documents';
import { ok, type Quantity, type Result, refused } from '@portolan/kernel';
import type { MeasurementGroup } from '../facts/commodities.ts';
import { measureCatalogue } from './catalogue.ts';
import { degreesF, gaugePsi } from './conditions.ts';
import { decimal, type Fixed, fixed, ONE, over, rounded, times } from './fixed.ts';
import { density60OfApi, density60OfRelative, relativeOfDensity60 } from './gravity.ts';
import { densityRange, type LiquidGroup } from './groups.ts';
import { lightCorrection, lightRange, relativeRange } from './light-hydrocarbon.ts';
import { type CorrectionFactors, correction, densityAtSixty } from './volume-correction.ts';

/** Which table of the standards a commodity is corrected by. Condensate of a crude line is metered as crude (API MPMS 11.1-2004, 11.1.2.4). */
const tables: Readonly<Record<MeasurementGroup, LiquidGroup | 'light'>> = {
  crude: 'crude',
  condensate: 'crude',
  'light-hydrocarbon': 'light',
};

export interface Conditions {
  readonly temperature: Quantity;
  /** Gauge pressure; none is none. */
  readonly pressure?: Quantity | undefined;
}

const crudeRange = { least: fixed('-58'), most: fixed('302') } as const;
const MOST_PSI = fixed('1500');

interface Flowing {
  readonly degreesF: Fixed;
  readonly psi: Fixed;
}

/** Temperature and pressure in the units of the standard. Refuses other units, and what the standard does not cover. */
function flowing(
  { pressure, temperature }: Conditions,
  group: MeasurementGroup,
  path: string,
): Result<Flowing> {
  const degrees = degreesF(temperature, `${path}/temperature`);
  if (!degrees.ok) return degrees;
  const { least, most } = group === 'light-hydrocarbon' ? lightRange : crudeRange;
  if (degrees.value < least || degrees.value > most) {
    const params = {
      found: `${temperature.value} ${temperature.unit}`,
      least: plain(least),
      most: plain(most),
    };
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_TEMPERATURE', { path: `${path}/temperature`, params }),
    );
  }
  const psi = pressure ? gaugePsi(pressure, `${path}/pressure`) : ok(0n);
  if (!psi.ok) return psi;
  if (psi.value < 0n || psi.value > MOST_PSI)
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_PRESSURE', {
        path: `${path}/pressure`,
        params: { found: `${pressure?.value} ${pressure?.unit}` },
      }),
    );
  return ok({ degreesF: degrees.value, psi: psi.value });
}

/**
 * Density at 60 °F and no pressure, in kilograms a cubic metre, of a density as it was read. Refuses a gravity that is not of 60 °F, other
 * units, and what the standards do not cover. API MPMS 11.1-2004, 11.1.6.2; 11.2.4 for light hydrocarbons.
 */
export function densityAt60(reading: DensityReading, group: MeasurementGroup, path = ''): Result<Fixed> {
  const { at, kind, value } = reading;
  const { pressure, temperature } = at;
  const name = `${group} ${kind} ${value} ${temperature.value} ${temperature.unit} ${pressure?.value} ${pressure?.unit}`;
  const known = found.get(name);
  if (known !== undefined) return ok(known);
  const density = computeDensity(reading, group, path);
  if (density.ok) {
    if (found.size >= MOST_KEPT) found.clear();
    found.set(name, density.value);
  }
  return density;
}

/** A month has the same few liquids at the same few temperatures, tens of thousands of times. */
const found = new Map<string, Fixed>();
const MOST_KEPT = 10_000;

function computeDensity(reading: DensityReading, group: MeasurementGroup, path: string): Result<Fixed> {
  const at = flowing(reading.at, group, `${path}/at`);
  if (!at.ok) return at;
  const known = reading.kind === 'density' ? undefined : gravityAt60(reading, at.value, path);
  if (known && !known.ok) return known;
  const observed = fixed(reading.value);
  if (!known && !plausible(observed)) return refused(outside(observed, densityRange('crude'), path));
  const density = known ? known.value : toSixty(observed, group, at.value);
  return within(density, group, path);
}

/** Densities that any liquid of the tables could show at any of their temperatures. */
const plausible = (density: Fixed) => density >= fixed('200') && density <= fixed('1300');

function gravityAt60({ at, kind, value }: DensityReading, now: Flowing, path: string): Result<Fixed> {
  const apart = now.degreesF - fixed('60');
  if (apart > NEAR || apart < -NEAR) {
    const params = { found: `${at.temperature.value} ${at.temperature.unit}` };
    return refused(measureCatalogue.refuse('OIL_MEASURE_BASE', { path: `${path}/at/temperature`, params }));
  }
  if (kind === 'relative-density') return ok(density60OfRelative(fixed(value)));
  const api = fixed(value);
  return api <= fixed('-131.5')
    ? refused(outside(api, densityRange('crude'), path))
    : ok(density60OfApi(api));
}

/** 15.56 °C stands for 60 °F. */
const NEAR = fixed('0.02');

function toSixty(observed: Fixed, group: MeasurementGroup, { degreesF: at, psi }: Flowing): Fixed {
  const table = tables[group];
  if (table !== 'light') return densityAtSixty(table, observed, at, psi);
  let guess = observed;
  for (let step = 0; step < 60; step += 1) {
    const ctl = lightCorrection(relativeOfDensity60(guess), at) ?? ONE;
    const next = over(observed, ctl);
    const apart = next > guess ? next - guess : guess - next;
    guess = next;
    if (apart < fixed('0.00000001')) break;
  }
  return guess;
}

function within(density: Fixed, group: MeasurementGroup, path: string): Result<Fixed> {
  const table = tables[group];
  const range =
    table === 'light'
      ? { least: density60OfRelative(relativeRange.least), most: density60OfRelative(relativeRange.most) }
      : densityRange(table);
  return density < range.least || density > range.most ? refused(outside(density, range, path)) : ok(density);
}

function outside(density: Fixed, { least, most }: { least: Fixed; most: Fixed }, path: string) {
  const params = {
    found: plain(rounded(density, 2)),
    least: plain(rounded(least, 1)),
    most: plain(rounded(most, 1)),
  };
  return measureCatalogue.refuse('OIL_MEASURE_DENSITY', { path: `${path}/value`, params });
}

/** Factors from some conditions to 60 °F and no pressure, of a liquid of a density at 60 °F. Light hydrocarbons: at their equilibrium pressure. */
export function factorsAt(
  density60: Fixed,
  group: MeasurementGroup,
  conditions: Conditions,
  path = '',
): Result<CorrectionFactors> {
  const at = flowing(conditions, group, path);
  if (!at.ok) return at;
  const table = tables[group];
  if (table !== 'light') return ok(correction(table, density60, at.value.degreesF, at.value.psi));
  const ctl = lightCorrection(relativeOfDensity60(density60), at.value.degreesF);
  if (ctl === undefined) return within(0n, group, path) as Result<never>;
  return ok({ ctl, cpl: ONE, ctpl: ctl });
}

/** What a volume at one base is multiplied with to have the volume at 60 °F. */
export function factorFrom(
  base: '60F' | '15C' | '20C',
  density60: Fixed,
  group: MeasurementGroup,
): Result<Fixed> {
  if (base === '60F') return ok(ONE);
  const factors = factorsAt(density60, group, { temperature: baseTemperatures[base] });
  return factors.ok ? ok(factors.value.ctl) : factors;
}

const baseTemperatures = {
  '15C': { value: '15', unit: 'CEL' },
  '20C': { value: '20', unit: 'CEL' },
} as const;

/** Density at 15 °C of a density at 60 °F. */
export function densityAt15(density60: Fixed, group: MeasurementGroup): Result<Fixed> {
  const factor = factorFrom('15C', density60, group);
  return factor.ok ? ok(times(density60, factor.value)) : factor;
}

const plain = (value: Fixed) => decimal(value).toString();
