import type { DensityReading, Volume } from '@portolan/documents';
import { convertQuantity, Decimal, type Refusal, type Result, refused } from '@portolan/kernel';
import { type Amount, amountOf } from '@portolan/traceability';
import { oilCatalogue } from '../catalogue.ts';
import { commodityNamed, type OilTables } from '../facts/tables.ts';
import { barrelsAtSixty } from './bases.ts';

/** What a volume is stated on, for the refusal, and what is known of the liquid. */
export interface VolumeContext {
  readonly paper: string;
  readonly number: string;
  readonly path: string;
  readonly commodity: string;
  /** Day whose rows of the standards are used. */
  readonly day: string;
  readonly density?: DensityReading | undefined;
}

/** The unit and base of the ledger: barrels at 60 °F. */
export const ledgerUnit = { unit: 'BLL', base: '60F' } as const;

/**
 * A volume as barrels at 60 °F. Other units at 60 °F convert by their factors; another base takes the density of the liquid
 * (API MPMS 11.1), and without one is refused: 6.28981 barrels a cubic metre holds only at one base.
 */
export function barrelsOf(volume: Volume, context: VolumeContext, tables: OilTables): Result<Amount> {
  const { commodity, day, density, number, paper, path } = context;
  if (volume.base === '60F') {
    if (volume.unit === 'BLL') return amountOf(volume.value, path);
    const converted = convertQuantity(volume, 'BLL', path);
    return converted.ok ? amountOf(converted.value.value, path) : converted;
  }
  if (!density)
    return refused(
      oilCatalogue.refuse('OIL_VOLUME_NEEDS_DENSITY', { path, params: { paper, number, base: volume.base } }),
    );
  if (!commodityNamed(tables, commodity))
    return refused(
      oilCatalogue.refuse('OIL_COMMODITY_UNKNOWN', { path, params: { paper, number, commodity } }),
    );
  const converted = barrelsAtSixty(volume, density, { commodity, day, tables: tables.measurement });
  if (!converted.ok) return refused(notConverted(volume, context, converted.refusals));
  return amountOf(Decimal.of(converted.value).round(CONVERTED_PLACES, 'half-even').toString(), path);
}

/** Converted volumes are kept to the thousandth of a barrel, as meters report. */
const CONVERTED_PLACES = 3;

function notConverted(volume: Volume, { number, paper, path }: VolumeContext, refusals: readonly Refusal[]) {
  const { base, unit, value } = volume;
  const reason = refusals.map(({ message }) => message).join(' ');
  return oilCatalogue.refuse('OIL_VOLUME_NOT_CONVERTED', {
    path,
    params: { paper, number, value, unit, base, reason },
  });
}
