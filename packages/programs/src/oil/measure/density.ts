import type { DensityReading } from '@portolan/documents';
import { Decimal, ok, type Result, refused } from '@portolan/kernel';
import type { Base } from './base.ts';
import { measureCatalogue } from './catalogue.ts';
import type { Correlation } from './correlation.ts';
import { type Fixed, fixed, one, over, times, toPlaces } from './fixed.ts';
import { type KnownLiquid, type LiquidContext, liquidOn, missing } from './liquid.ts';
import { densityIn, fahrenheitOf, figure, psiOf } from './readings.ts';

/** How heavy a liquid is, read at a temperature and pressure; a density may name another unit than kilograms a cubic metre. */
export interface DensityStatement extends DensityReading {
  readonly unit?: string;
  /** A glass hydrometer shrinks and widens itself: its reading is corrected first. */
  readonly instrument?: 'hydrometer' | 'densitometer';
}

/** A density or a relative figure at a base. */
export interface BasedDensity {
  readonly value: string;
  readonly base: Base;
}

const API_OVER = fixed('141.5');
const API_LESS = fixed('131.5');
const SIXTY = fixed('60');
const RAW_PLACES = 6;

/** What figures of any liquid can be, by their kind: others are of another kind or unit. */
const sane: Readonly<Record<DensityReading['kind'], readonly [Fixed, Fixed]>> = {
  density: [fixed('300'), fixed('2000')],
  'relative-density': [fixed('0.3'), fixed('2')],
  'api-gravity': [fixed('-40'), fixed('200')],
};

/** Degrees API of a density at 60 °F: 141.5/SG − 131.5 (API MPMS 11.1-2004, 11.1.5.1). */
export function apiOf(density60: Fixed, { water }: Correlation): Fixed {
  return over(times(API_OVER, water), density60) - API_LESS;
}

/** Density at 60 °F in kilograms a cubic metre of a liquid, from any statement of how heavy it is. */
export function density60Of(statement: DensityStatement, liquid: KnownLiquid): Result<Fixed> {
  const { at, instrument, kind, unit, value } = statement;
  const { pressure, temperature } = at;
  const key = [
    kind,
    value,
    unit,
    instrument,
    temperature.value,
    temperature.unit,
    pressure?.value,
    pressure?.unit,
  ].join(' ');
  const known = liquid.statements.get(key);
  if (known !== undefined) return ok(known);
  const density60 = readDensity(statement, liquid);
  if (!density60.ok) return density60;
  const admitted = liquid.correlation.admits(density60.value, SIXTY, 0n);
  if (!admitted.ok) return admitted;
  if (liquid.statements.size >= STATEMENTS_KEPT) liquid.statements.clear();
  liquid.statements.set(key, density60.value);
  return density60;
}

const STATEMENTS_KEPT = 20_000;

function readDensity(statement: DensityStatement, { correlation }: KnownLiquid): Result<Fixed> {
  const fahrenheit = fahrenheitOf(statement.at.temperature, '/at/temperature');
  if (!fahrenheit.ok) return fahrenheit;
  const pressure = statement.at.pressure;
  const psi = pressure ? psiOf(pressure, '/at/pressure') : ok(0n);
  if (!psi.ok) return psi;
  const observed = observedOf(statement, correlation, fahrenheit.value);
  if (!observed.ok) return observed;
  if (fahrenheit.value === SIXTY && psi.value <= 0n) return observed;
  return correlation.baseDensity(observed.value, fahrenheit.value, psi.value);
}

function observedOf(statement: DensityStatement, { water }: Correlation, fahrenheit: Fixed): Result<Fixed> {
  const { instrument, kind, unit = 'KMQ', value } = statement;
  const read = kind === 'density' ? densityIn({ value, unit }, '') : figure(value, '/value');
  if (!read.ok) return read;
  const [least, most] = sane[kind];
  if (read.value < least || read.value > most)
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_DENSITY_ABSURD', {
        path: '/value',
        params: { kind: kind.replaceAll('-', ' '), value: value.slice(0, 20) },
      }),
    );
  const density = absolute(kind, read.value, water);
  return ok(instrument === 'hydrometer' ? times(density, glass(fahrenheit)) : density);
}

function absolute(kind: DensityReading['kind'], value: Fixed, water: Fixed): Fixed {
  if (kind === 'density') return value;
  if (kind === 'relative-density') return times(value, water);
  return over(times(API_OVER, water), value + API_LESS);
}

const G1 = fixed('0.00001278');
const G2 = fixed('0.0000000062');

/** Glass calibrated at 60 °F: 1 − 0.00001278 Δt − 0.0000000062 Δt² (API MPMS 9.3; API Standard 2540). */
function glass(fahrenheit: Fixed): Fixed {
  const apart = fahrenheit - SIXTY;
  return one - times(G1, apart) - times(G2, times(apart, apart));
}

/** CTL from a base to 60 °F: the volume at 60 °F of one volume at the base. */
export function baseFactor(
  { atFahrenheit }: KnownLiquid,
  density60: Fixed,
  base: Base,
  { day, tables }: LiquidContext,
): Result<Fixed> {
  if (base === '60F') return ok(one);
  const row = tables.bases.find((candidate) => candidate.base === base);
  return row ? atFahrenheit(row.temperature)(density60) : missing(`the base ${base}`, day);
}

/** Degrees API at 60 °F, unrounded to six places, from any statement of how heavy a liquid is. */
export function apiAt60(statement: DensityStatement, context: LiquidContext): Result<Decimal> {
  const liquid = liquidOn(context);
  if (!liquid.ok) return liquid;
  const density60 = density60Of(statement, liquid.value);
  if (!density60.ok) return density60;
  return ok(Decimal.of(toPlaces(apiOf(density60.value, liquid.value.correlation), RAW_PLACES)));
}

/** Density at a base in kilograms a cubic metre, to six places. */
export function densityAt(statement: DensityStatement, base: Base, context: LiquidContext): Result<Decimal> {
  const liquid = liquidOn(context);
  if (!liquid.ok) return liquid;
  const density60 = density60Of(statement, liquid.value);
  if (!density60.ok) return density60;
  const factor = baseFactor(liquid.value, density60.value, base, context);
  if (!factor.ok) return factor;
  return ok(Decimal.of(toPlaces(times(density60.value, factor.value), RAW_PLACES)));
}

/** Degrees API at 60 °F of a density at a base: 903.45 kg/m³ at 15 °C is 25.03, at 60 °F 24.97. */
export function apiOfDensity({ base, value }: BasedDensity, context: LiquidContext): Result<Decimal> {
  return apiAt60(atBase('density', value, base), context);
}

/** Density at a base in kilograms a cubic metre of degrees API at 60 °F. */
export function densityOfApi(api: string, base: Base, context: LiquidContext): Result<Decimal> {
  return densityAt(atBase('api-gravity', api, '60F'), base, context);
}

const baseReadings = {
  '60F': { value: '60', unit: 'FAH' },
  '15C': { value: '15', unit: 'CEL' },
  '20C': { value: '20', unit: 'CEL' },
} as const;

/** A statement at a base, as papers that name only the base make it. */
export function atBase(kind: DensityReading['kind'], value: string, base: Base): DensityStatement {
  return { kind, value, at: { temperature: baseReadings[base] } };
}
