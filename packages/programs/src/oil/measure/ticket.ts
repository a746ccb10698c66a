import { inForce } from '@portolan/filing';
import { below, Decimal, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { type Base, type BasedVolume, parseBase } from './base.ts';
import { measureCatalogue } from './catalogue.ts';
import { apiOf, baseFactor, type DensityStatement, density60Of } from './density.ts';
import { type Conditions, type Factors, factorsOf } from './factors.ts';
import type { LiquidTables, TicketPlaces } from './facts/tables.ts';
import { type Fixed, fixed, one, over, times, toPlaces } from './fixed.ts';
import { type ApiFigures, apiFigures } from './gravity.ts';
import { type Indicated, type Indication, indicatedVolume } from './indication.ts';
import { type KnownLiquid, type LiquidContext, liquidOn, missing } from './liquid.ts';
import { rowFigure, within } from './range.ts';
import { figure } from './readings.ts';
import { unitRatio } from './volume.ts';

/** The readings of a ticket; a member of the signed ticket’s `readings` stands here under the same name. */
export interface TicketReading extends Indication, Conditions {
  /** A liquid of the tables, such as `crude-oil`. */
  readonly commodity: string;
  /** Of the last proving; one where a tank was gauged. */
  readonly meterFactor?: string | undefined;
  readonly density: DensityStatement;
  /** Percent of the volume. */
  readonly sedimentAndWater?: string | undefined;
  /** Base of the standard volumes, and their unit where it is not barrels at 60 °F and cubic metres else. */
  readonly base: Base;
  readonly unit?: string | undefined;
  /** Thermal expansion at 60 °F per degree Fahrenheit, of a special application. */
  readonly alpha?: string | undefined;
}

/** What a ticket comes to. Factors, volumes and mass are rounded as on a ticket, and every volume follows from the printed figures. */
export interface MeasuredVolume {
  readonly base: Base;
  readonly indicated: { readonly value: string; readonly unit: string };
  readonly meterFactor: string;
  readonly ctl: string;
  readonly cpl: string;
  /** Product of the unrounded factors, rounded once (API MPMS 11.1-2004, 11.1.6.1, step 9). */
  readonly ctpl: string;
  /** Gross standard volume: indicated × meter factor × CTPL. */
  readonly gsv: BasedVolume;
  /** Net standard volume: gross less sediment and water. */
  readonly nsv: BasedVolume;
  readonly apiAt60: ApiFigures;
  /** Kilograms a cubic metre. */
  readonly densityAt60: string;
  readonly densityAt15: string;
  /** Kilograms in vacuum of the net standard volume. */
  readonly mass: { readonly value: string; readonly unit: 'KGM' };
  /** Standard that the factors are computed by, with its source; or who stated them. */
  readonly method: { readonly standard: string; readonly source: string };
  /** What is remarkable, though the measurement stands: it was signed. */
  readonly remarks: readonly Refusal[];
}

/**
 * Gross and net standard volume of a ticket: GSV = indicated × MF × CTL × CPL, NSV = GSV × (1 − S&W) (43 CFR 3174.12; API MPMS 12.2).
 * Refuses readings that are none, liquids without a standard, and conditions that the standard does not hold for.
 */
export function measureTicket(
  reading: TicketReading,
  tables: LiquidTables,
  day: string,
): Result<MeasuredVolume> {
  const context: LiquidContext = { commodity: reading.commodity, tables, day, alpha: reading.alpha };
  if (reading.alpha !== undefined) {
    const alpha = figure(reading.alpha, '/alpha');
    if (!alpha.ok) return alpha;
  }
  const base = parseBase(reading.base, '/base');
  if (!base.ok) return base;
  const liquid = liquidOn(context);
  if (!liquid.ok) return liquid;
  const counted = countedOf(reading, context);
  if (!counted.ok) return counted;
  const density60 = below('/density', density60Of(reading.density, liquid.value));
  if (!density60.ok) return density60;
  const factors = factorsOf(reading, density60.value, base.value, liquid.value, context);
  if (!factors.ok) return factors;
  return report(reading, context, liquid.value, counted.value, density60.value, factors.value);
}

interface Counted {
  readonly indicated: Indicated;
  readonly meterFactor: Fixed;
  readonly water: Fixed;
}

const HUNDRED = fixed('100');

function countedOf(reading: TicketReading, { day, tables }: LiquidContext): Result<Counted> {
  const plausible = inForce(tables.plausible, day);
  if (!plausible) return missing('plausible figures', day);
  const indicated = indicatedVolume(reading);
  if (!indicated.ok) return indicated;
  const sized = checkSize(indicated.value, plausible.volume);
  if (!sized.ok) return sized;
  const meterFactor = figure(reading.meterFactor ?? '1', '/meterFactor');
  if (!meterFactor.ok) return meterFactor;
  const near = within(meterFactor.value, plausible.meterFactor, 'OIL_MEASURE_METER_FACTOR');
  if (!near.ok) return below('/meterFactor', near);
  const water = figure(reading.sedimentAndWater ?? '0', '/sedimentAndWater');
  if (!water.ok) return water;
  if (water.value < 0n || water.value >= HUNDRED)
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_WATER', {
        path: '/sedimentAndWater',
        params: { value: toPlaces(water.value, 3) },
      }),
    );
  return ok({ indicated: indicated.value, meterFactor: meterFactor.value, water: water.value });
}

function checkSize({ unit, value }: Indicated, cubicMetres: string): Result<undefined> {
  const ratio = unitRatio(unit, 'MTQ', '/indicated/unit');
  if (!ratio.ok) return ratio;
  if (value > 0n && (value * ratio.value[0]) / ratio.value[1] <= rowFigure(cubicMetres)) return ok(undefined);
  return refused(
    measureCatalogue.refuse('OIL_MEASURE_VOLUME', {
      path: '/indicated',
      params: { value: toPlaces(value, 3), unit },
    }),
  );
}

function report(
  reading: TicketReading,
  context: LiquidContext,
  liquid: KnownLiquid,
  { indicated, meterFactor, water }: Counted,
  density60: Fixed,
  { cpl, ctl }: Factors,
): Result<MeasuredVolume> {
  const { base } = reading;
  const { day, tables } = context;
  const places = inForce(tables.places, day);
  if (!places) return missing('places of a ticket', day);
  const unit = reading.unit ?? (base === '60F' ? 'BLL' : 'MTQ');
  const ratio = unitRatio(indicated.unit, unit, '/unit');
  if (!ratio.ok) return ratio;
  const ctpl = toPlaces(times(ctl, cpl), places.factor);
  const gross =
    (times(times(indicated.value, meterFactor), rowFigure(ctpl)) * ratio.value[0]) / ratio.value[1];
  const gsv = toPlaces(gross, volumePlaces(unit, places));
  const net = times(fixed(gsv), one - over(water, HUNDRED));
  const nsv = toPlaces(net, volumePlaces(unit, places));
  const densities = densitiesOf(density60, base, liquid, context);
  if (!densities.ok) return densities;
  const raw = apiOf(density60, liquid.correlation);
  const apiAt60 = apiFigures(Decimal.of(toPlaces(raw, API_PLACES)), tables, day);
  if (!apiAt60.ok) return apiAt60;
  const cubicMetres = unitRatio(unit, 'MTQ', '/unit');
  if (!cubicMetres.ok) return cubicMetres;
  const kilograms = times((fixed(nsv) * cubicMetres.value[0]) / cubicMetres.value[1], densities.value.atBase);
  return ok({
    base,
    indicated: {
      value: toPlaces(indicated.value, volumePlaces(indicated.unit, places)),
      unit: indicated.unit,
    },
    meterFactor: reading.meterFactor ?? '1',
    ctl: toPlaces(ctl, places.factor),
    cpl: toPlaces(cpl, places.factor),
    ctpl,
    gsv: { value: gsv, unit, base },
    nsv: { value: nsv, unit, base },
    apiAt60: apiAt60.value,
    densityAt60: toPlaces(density60, places.density),
    densityAt15: toPlaces(densities.value.at15, places.density),
    mass: { value: toPlaces(kilograms, places.mass), unit: 'KGM' },
    method: methodOf(reading, liquid),
    remarks: remarksOf(reading, water, apiAt60.value, liquid, context),
  });
}

const API_PLACES = 4;

const volumePlaces = (unit: string, { barrels, cubicMetres }: TicketPlaces) =>
  unit === 'BLL' ? barrels : cubicMetres;

function densitiesOf(
  density60: Fixed,
  base: Base,
  liquid: KnownLiquid,
  context: LiquidContext,
): Result<{ readonly at15: Fixed; readonly atBase: Fixed }> {
  const ofBase = baseFactor(liquid, density60, base, context);
  if (!ofBase.ok) return ofBase;
  const of15 = base === '15C' ? ofBase : baseFactor(liquid, density60, '15C', context);
  if (!of15.ok) return of15;
  return ok({ at15: times(density60, of15.value), atBase: times(density60, ofBase.value) });
}

function methodOf({ stated }: TicketReading, { row }: KnownLiquid): MeasuredVolume['method'] {
  if (!stated) return { standard: row.standard, source: row.source };
  return { standard: stated.standard, source: `stated by ${stated.computedBy}` };
}

function remarksOf(
  { commodity }: TicketReading,
  water: Fixed,
  api: ApiFigures,
  { row }: KnownLiquid,
  { day, tables }: LiquidContext,
): Refusal[] {
  const limit = inForce(
    tables.waterLimits.filter((candidate) => candidate.commodity === commodity),
    day,
  );
  const remarks: Refusal[] = [];
  if (limit && water > rowFigure(limit.percent))
    remarks.push(
      measureCatalogue.refuse('OIL_MEASURE_WATER_OVER_LIMIT', {
        path: '/sedimentAndWater',
        params: { value: shortened(water), limit: limit.percent, commodity: row.title },
        cite: limit.source,
      }),
    );
  return [...remarks, ...straddling(api, commodity, tables)];
}

function straddling(api: ApiFigures, commodity: string, { apiLimits }: LiquidTables): Refusal[] {
  const { decides, raw, reported } = api;
  const crossed = apiLimits.some(
    (limit) => limit.commodity === commodity && under(raw, limit.api) !== under(reported, limit.api),
  );
  if (!crossed) return [];
  return [measureCatalogue.refuse('OIL_MEASURE_API_STRADDLES', { params: { raw, reported, decides } })];
}

const under = (gravity: string, limit: string) => rowFigure(gravity) < rowFigure(limit);
const shortened = (value: Fixed) => toPlaces(value, 6).replace(/\.?0+$/, '');
