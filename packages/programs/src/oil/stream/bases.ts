import type { DensityReading, VolumeBase } from '@portolan/documents';
import { Decimal, ok, type Result } from '@portolan/kernel';
import type { MeasurementGroup } from '../facts/commodities.ts';

/** Volume at 60 °F of one volume at another base. */
export function factorToSixty(
  _density: DensityReading,
  _base: VolumeBase,
  _group: MeasurementGroup,
): Result<Decimal> {
  return ok(Decimal.of('1'));
}
