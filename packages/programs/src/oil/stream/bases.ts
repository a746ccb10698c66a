import type { DensityReading, VolumeBase } from '@portolan/documents';
import { type Decimal, ok, type Result } from '@portolan/kernel';
import type { MeasurementGroup } from '../facts/commodities.ts';
import { apiOfDensity60, decimal, densityAt60, factorFrom, rounded } from '../measure/index.ts';

/** Volume at 60 °F of one volume at another base, for a liquid of this density. */
export function factorToSixty(
  density: DensityReading,
  base: VolumeBase,
  group: MeasurementGroup,
): Result<Decimal> {
  const at60 = densityAt60(density, group, '/density');
  if (!at60.ok) return at60;
  const factor = factorFrom(base, at60.value, group);
  return factor.ok ? ok(decimal(factor.value)) : factor;
}

/** Gravities are kept to four places before anything is decided or reported. */
const RAW_PLACES = 4;

/** Degrees API at 60 °F of a liquid of this density. */
export function apiAtSixty(density: DensityReading, group: MeasurementGroup): Result<Decimal> {
  const at60 = densityAt60(density, group, '/density');
  return at60.ok ? ok(decimal(rounded(apiOfDensity60(at60.value), RAW_PLACES))) : at60;
}
