import { ok, parseDecimal, type Result, refused } from '@portolan/kernel';
import { measureCatalogue } from './catalogue.ts';
import { type Fixed, fixed, over, times } from './fixed.ts';

/** A figure as an instrument shows it, with its unit by UNECE Recommendation 20. */
export interface Reading {
  readonly value: string;
  readonly unit: string;
}

const THIRTY_TWO = fixed('32');
const ICE = fixed('273.15');
const ATMOSPHERE = fixed('14.696');
const KILOPASCALS = fixed('6.894757');
const POUND_IN_FOOT = fixed('16.018463374');
const BARS = fixed('0.06894757');

type Convert = (value: Fixed) => Fixed;

const fromCelsius: Convert = (value) => (value * 9n) / 5n + THIRTY_TWO;

const temperatures: Readonly<Record<string, Convert>> = {
  FAH: (value) => value,
  CEL: fromCelsius,
  KEL: (value) => fromCelsius(value - ICE),
};

/** Factors of API MPMS 11.1-2004, 11.1.5.1; gauge pressures but for `80`, which is absolute. */
const pressures: Readonly<Record<string, Convert>> = {
  PS: (value) => value,
  KPA: (value) => over(value, KILOPASCALS),
  MPA: (value) => over(value * 1000n, KILOPASCALS),
  BAR: (value) => over(value, BARS),
  '80': (value) => value - ATMOSPHERE,
};

const densities: Readonly<Record<string, Convert>> = {
  KMQ: (value) => value,
  GL: (value) => value,
  GJ: (value) => value * 1000n,
  '23': (value) => value * 1000n,
  B34: (value) => value * 1000n,
  '87': (value) => times(value, POUND_IN_FOOT),
};

/** A temperature in degrees Fahrenheit. Refuses units that are none of temperature. */
export function fahrenheitOf(reading: Reading, path: string): Result<Fixed> {
  return readIn(reading, temperatures, 'temperature', path);
}

/** A pressure in psi above the atmosphere. */
export function psiOf(reading: Reading, path: string): Result<Fixed> {
  return readIn(reading, pressures, 'pressure', path);
}

/** A density in kilograms a cubic metre. */
export function densityIn(reading: Reading, path: string): Result<Fixed> {
  return readIn(reading, densities, 'density', path);
}

/** A plain decimal figure. Those that instruments show are read at once; the kernel decides on all others. */
export function figure(value: unknown, path: string): Result<Fixed> {
  if (typeof value === 'string' && SHOWN.test(value)) return ok(fixed(value));
  const exact = parseDecimal(value, path);
  return exact.ok ? ok(fixed(exact.value.toString())) : exact;
}

const SHOWN = /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/;

function readIn(
  { unit, value }: Reading,
  known: Readonly<Record<string, Convert>>,
  what: string,
  path: string,
): Result<Fixed> {
  const convert = Object.hasOwn(known, unit) ? known[unit] : undefined;
  if (!convert)
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_UNIT', {
        path: `${path}/unit`,
        params: { what, unit: String(unit).slice(0, 8), known: Object.keys(known).join(', ') },
      }),
    );
  const read = figure(value, `${path}/value`);
  return read.ok ? ok(convert(read.value)) : read;
}
