import { convertQuantity, ok, type Quantity, type Refusal, type Result, refused } from '@portolan/kernel';
import { measureCatalogue } from './catalogue.ts';
import { type Fixed, fixed, over, times } from './fixed.ts';
import { fahrenheit } from './temperature.ts';

/** Pounds-force a square inch in kilopascals (NIST SP 811). */
const KPA_OF_PSI = fixed('6.894757293168');
const KPA_OF_BAR = fixed('100');

/** Degrees Fahrenheit of a reading in degrees Celsius (CEL) or Fahrenheit (FAH). */
export function degreesF({ unit, value }: Quantity, path: string): Result<Fixed> {
  if (unit === 'FAH') return ok(fixed(value));
  if (unit === 'CEL') return ok(fahrenheit(fixed(value)));
  return refused(unitRefused('The temperature', unit, 'CEL, FAH', path));
}

/** Gauge pressure in psi of a reading in psi (PS), kilopascal (KPA) or bar (BAR). */
export function gaugePsi({ unit, value }: Quantity, path: string): Result<Fixed> {
  if (unit === 'PS') return ok(fixed(value));
  if (unit === 'KPA') return ok(over(fixed(value), KPA_OF_PSI));
  if (unit === 'BAR') return ok(over(times(fixed(value), KPA_OF_BAR), KPA_OF_PSI));
  return refused(unitRefused('The pressure', unit, 'PS, KPA, BAR', path));
}

/** Barrels of a volume in any unit of volume, at the conditions it was read at. */
export function asBarrels(volume: Quantity, path: string): Result<Fixed> {
  const converted = convertQuantity(volume, 'BLL', path);
  return converted.ok ? ok(fixed(converted.value.value)) : converted;
}

export function unitRefused(what: string, found: string, known: string, path: string): Refusal {
  return measureCatalogue.refuse('OIL_MEASURE_UNIT', {
    path: `${path}/unit`,
    params: { what, found, known },
  });
}
