import type { DensityReading, VolumeBase } from '@portolan/documents';
import type { Decimal, Result } from '@portolan/kernel';
import { apiAt60 } from '../measure/density.ts';
import type { LiquidContext } from '../measure/liquid.ts';
import { convertBase } from '../measure/volume.ts';

export type { LiquidContext } from '../measure/liquid.ts';

/** A volume at another base as barrels at 60 °F, for a liquid of this density. */
export function barrelsAtSixty(
  volume: { readonly value: string; readonly unit: string; readonly base: VolumeBase },
  density: DensityReading,
  context: LiquidContext,
): Result<string> {
  const converted = convertBase(volume, { unit: 'BLL', base: '60F' }, density, context);
  return converted.ok ? { ok: true, value: converted.value.value } : converted;
}

/** Degrees API at 60 °F of a liquid of this density. */
export function apiAtSixty(density: DensityReading, context: LiquidContext): Result<Decimal> {
  return apiAt60(density, context);
}
