import { all, below, Decimal, ok, type Result, refused, sumDecimals, unitInfo } from '@portolan/kernel';
import { type Base, type BasedVolume, parseBase } from './base.ts';
import { measureCatalogue } from './catalogue.ts';
import { baseFactor, type DensityStatement, density60Of } from './density.ts';
import { type Fixed, over, times, toPlaces } from './fixed.ts';
import { type LiquidContext, liquidOn } from './liquid.ts';
import { figure } from './readings.ts';
import { remembered } from './remembered.ts';

const FACTOR_PLACES = 9;
const VOLUME_PLACES = 6;

/** Volume at one base of one volume at another, for a liquid of this density; one at the same base. */
export function factorBetween(
  from: Base,
  to: Base,
  density: DensityStatement,
  context: LiquidContext,
): Result<Decimal> {
  const factor = fixedBetween(from, to, density, context);
  return factor.ok ? ok(Decimal.of(toPlaces(factor.value, FACTOR_PLACES))) : factor;
}

/**
 * A standard volume at another base and in another unit, to six places: 1 m³ at 15 °C of heavy crude is 6.2924 barrels at 60 °F, where
 * the units alone give 6.28981. Refuses a volume without a base.
 */
export function convertBase(
  volume: { readonly value: string; readonly unit: string; readonly base?: string },
  to: { readonly unit: string; readonly base: Base },
  density: DensityStatement,
  context: LiquidContext,
): Result<BasedVolume> {
  const base = parseBase(volume.base, '/base');
  if (!base.ok) return base;
  const value = figure(volume.value, '/value');
  if (!value.ok) return value;
  const ratio = unitRatio(volume.unit, to.unit, '/unit');
  if (!ratio.ok) return ratio;
  const factor = fixedBetween(base.value, to.base, density, context);
  if (!factor.ok) return factor;
  const converted = times((value.value * ratio.value[0]) / ratio.value[1], factor.value);
  return ok({ value: toPlaces(converted, VOLUME_PLACES), unit: to.unit, base: to.base });
}

/** The sum of volumes of one unit. Refuses volumes at two bases: they do not add. */
export function sumVolumes(volumes: readonly BasedVolume[], unit: string, base: Base): Result<BasedVolume> {
  const values = volumes.map((volume, index) => {
    const at = volume.base === base && volume.unit === unit;
    return at ? ok(Decimal.of(volume.value)) : refused(mixed(volume, unit, base, `/${index}`));
  });
  const read = all(values);
  return read.ok ? ok({ value: sumDecimals(read.value).toString(), unit, base }) : read;
}

function mixed(volume: BasedVolume, unit: string, base: Base, path: string) {
  return measureCatalogue.refuse('OIL_MEASURE_BASES_MIXED', {
    path,
    params: { given: `${volume.unit} ${volume.base}`, wanted: `${unit} ${base}` },
  });
}

function fixedBetween(
  from: Base,
  to: Base,
  density: DensityStatement,
  context: LiquidContext,
): Result<Fixed> {
  const liquid = liquidOn(context);
  if (!liquid.ok) return liquid;
  const density60 = density60Of(density, liquid.value);
  if (!density60.ok) return density60;
  const leave = baseFactor(liquid.value, density60.value, from, context);
  if (!leave.ok) return leave;
  const arrive = baseFactor(liquid.value, density60.value, to, context);
  return arrive.ok ? ok(over(leave.value, arrive.value)) : arrive;
}

/** Whole numbers whose ratio takes a volume of one unit to another. */
export function unitRatio(from: string, to: string, path: string): Result<readonly [bigint, bigint]> {
  const ratio = ratios(`${from} ${to}`);
  return ratio.ok ? ratio : below(path, ratio);
}

const ratios = remembered((pair: string) => {
  const [from = '', to = ''] = pair.split(' ');
  return readRatio(from, to);
});

function readRatio(from: string, to: string): Result<readonly [bigint, bigint]> {
  const source = unitInfo(from);
  const target = unitInfo(to);
  const unknown = source?.dimension === 'volume' && source.factor ? to : from;
  if (source?.dimension !== 'volume' || target?.dimension !== 'volume' || !source.factor || !target.factor)
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_UNIT', {
        params: { what: 'volume', unit: String(unknown).slice(0, 8), known: 'BLL, MTQ, GLL, LTR' },
      }),
    );
  const [up, down] = source.factor;
  const [targetUp, targetDown] = target.factor;
  return ok([BigInt(up) * BigInt(targetDown), BigInt(down) * BigInt(targetUp)]);
}
