import type { MeasurementTicket } from '@portolan/documents';
import { type Decimal, ok, type Result, refused } from '@portolan/kernel';
import type { MeasurementGroup } from '../facts/commodities.ts';
import { measureCatalogue } from './catalogue.ts';
import { asBarrels } from './conditions.ts';
import { decimal, type Fixed, fixed, ONE, over, rounded, times } from './fixed.ts';
import { apiOfDensity60 } from './gravity.ts';
import { densityAt15, densityAt60, factorsAt } from './liquid.ts';
import { reportedCorrection } from './volume-correction.ts';

export type Readings = NonNullable<MeasurementTicket['readings']>;

/** What the raw readings of a ticket come to. Volumes in barrels at 60 °F, densities in kilograms a cubic metre. */
export interface MeasuredVolume {
  readonly indicated: Decimal;
  readonly ctl: Decimal;
  readonly cpl: Decimal;
  readonly grossStandardVolume: Decimal;
  readonly netStandardVolume: Decimal;
  /** Degrees API at 60 °F: as computed, and to the places of the report. */
  readonly api: { readonly raw: Decimal; readonly reported: Decimal };
  readonly density60F: Decimal;
  readonly density15C: Decimal;
}

/**
 * Gross and net standard volume from the readings of a meter or gauge: indicated volume x meter factor x CTL x CPL, less sediment and
 * water (API MPMS 12.2; 43 CFR 3174.12). Factors are rounded as the standard reports them. Refuses readings without volume or density,
 * a totalizer that runs backward, units mixed up, and what the standard does not cover.
 */
export function measureTicket(
  readings: Readings,
  group: MeasurementGroup,
  apiPlaces = 1,
  path = '/readings',
): Result<MeasuredVolume | undefined> {
  const { density, meterFactor = '1', sedimentAndWater = '0', temperature, pressure } = readings;
  if (!density || !temperature) return ok(undefined);
  const indicated = indicatedVolume(readings, path);
  if (!indicated.ok) return indicated;
  const water = fixed(sedimentAndWater);
  if (water < 0n || water > HUNDRED)
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_WATER', {
        path: `${path}/sedimentAndWater`,
        params: { found: sedimentAndWater },
      }),
    );
  const density60 = densityAt60(density, group, `${path}/density`);
  if (!density60.ok) return density60;
  const exact = factorsAt(density60.value, group, { temperature, pressure }, path);
  if (!exact.ok) return exact;
  const heavier = densityAt15(density60.value, group);
  if (!heavier.ok) return heavier;
  const { cpl, ctl } = reportedCorrection(exact.value);
  const gross = times(times(times(indicated.value, fixed(meterFactor)), ctl), cpl);
  const net = times(gross, ONE - over(water, HUNDRED));
  const api = apiOfDensity60(density60.value);
  return ok({
    indicated: decimal(indicated.value),
    ctl: decimal(ctl),
    cpl: decimal(cpl),
    grossStandardVolume: decimal(rounded(gross, VOLUME_PLACES)),
    netStandardVolume: decimal(rounded(net, VOLUME_PLACES)),
    api: { raw: decimal(rounded(api, RAW_PLACES)), reported: decimal(rounded(api, apiPlaces)) },
    density60F: decimal(rounded(density60.value, DENSITY_PLACES)),
    density15C: decimal(rounded(heavier.value, DENSITY_PLACES)),
  });
}

const HUNDRED = fixed('100');
/** A hundredth of a barrel, as tickets report (API MPMS 12.2.1). */
const VOLUME_PLACES = 2;
const RAW_PLACES = 4;
const DENSITY_PLACES = 3;

function indicatedVolume({ close, indicated, open, rollsAt }: Readings, path: string): Result<Fixed> {
  if (indicated) return asBarrels(indicated, `${path}/indicated`);
  if (!open || !close || open.unit !== close.unit)
    return refused(measureCatalogue.refuse('OIL_MEASURE_NO_VOLUME', { path }));
  const [begun, ended] = [fixed(open.value), fixed(close.value)];
  if (ended < begun && rollsAt === undefined)
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_TOTALIZER', {
        path: `${path}/close`,
        params: { open: open.value, close: close.value },
      }),
    );
  const ran = ended < begun ? ended + fixed(rollsAt ?? '0') - begun : ended - begun;
  return asBarrels({ value: decimal(ran).toString(), unit: open.unit }, `${path}/close`);
}
