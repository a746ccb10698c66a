import { ok, type Result, refused } from '@portolan/kernel';
import { measureCatalogue } from './catalogue.ts';
import { type Fixed, fixed, over, times } from './fixed.ts';
import { figure, type Reading } from './readings.ts';

/** Volume of a tank by its gauge: rising points, straight between them (API MPMS 12.1.1). */
export interface TankTable {
  /** Unit of the gauges, such as MTR, FOT, INH. */
  readonly gaugeUnit: string;
  /** Unit of the volumes. */
  readonly unit: string;
  readonly points: readonly { readonly gauge: string; readonly volume: string }[];
}

/** How a volume was indicated: exactly one of the volume itself, a counter at open and close, or gauges of a tank with its table. */
export interface Indication {
  readonly indicated?: Reading | undefined;
  readonly open?: Reading | undefined;
  readonly close?: Reading | undefined;
  /** First figure that the counter cannot show: it begins again at zero. */
  readonly rollsAt?: string | undefined;
  readonly tank?: TankTable | undefined;
}

export interface Indicated {
  readonly value: Fixed;
  readonly unit: string;
}

/**
 * The indicated volume. A stated one stands before the counter, which then is its evidence. Refuses a counter that runs backwards
 * without a rollover, and gauges outside of the tank table.
 */
export function indicatedVolume({ close, indicated, open, rollsAt, tank }: Indication): Result<Indicated> {
  if (indicated && !tank) {
    const value = figure(indicated.value, '/indicated/value');
    return value.ok ? ok({ value: value.value, unit: indicated.unit }) : value;
  }
  if (!open || !close || indicated || open.unit !== close.unit)
    return refused(measureCatalogue.refuse('OIL_MEASURE_INDICATION'));
  const from = figure(open.value, '/open/value');
  if (!from.ok) return from;
  const to = figure(close.value, '/close/value');
  if (!to.ok) return to;
  return tank
    ? gauged(from.value, to.value, open, tank)
    : counted(from.value, to.value, { open, close, rollsAt });
}

interface Counter {
  readonly open: Reading;
  readonly close: Reading;
  readonly rollsAt: string | undefined;
}

function counted(from: Fixed, to: Fixed, { close, open, rollsAt }: Counter): Result<Indicated> {
  const { unit } = open;
  if (rollsAt === undefined) {
    if (to >= from) return ok({ value: to - from, unit });
    const params = { open: open.value, close: close.value };
    return refused(measureCatalogue.refuse('OIL_MEASURE_TOTALIZER', { path: '/close', params }));
  }
  const roll = figure(rollsAt, '/rollsAt');
  if (!roll.ok) return roll;
  const beyond = [open, close].find((_, index) => beyondRoll(index === 0 ? from : to, roll.value));
  if (beyond)
    return refused(
      measureCatalogue.refuse('OIL_MEASURE_TOTALIZER_RANGE', {
        path: beyond === open ? '/open' : '/close',
        params: { value: beyond.value, rollsAt },
      }),
    );
  return ok({ value: to >= from ? to - from : to - from + roll.value, unit });
}

const beyondRoll = (value: Fixed, roll: Fixed) => value < 0n || value >= roll;

function gauged(from: Fixed, to: Fixed, { unit, value }: Reading, tank: TankTable): Result<Indicated> {
  if (unit !== tank.gaugeUnit) return refused(noGauge(value));
  const before = volumeAt(from, tank);
  const after = volumeAt(to, tank);
  if (before === undefined || after === undefined) return refused(noGauge(value));
  return ok({ value: after > before ? after - before : before - after, unit: tank.unit });
}

function volumeAt(gauge: Fixed, { points }: TankTable): Fixed | undefined {
  for (const [index, next] of points.entries()) {
    const upper = fixed(next.gauge);
    const last = points[index - 1];
    if (gauge > upper) continue;
    if (gauge === upper) return fixed(next.volume);
    if (!last) return undefined;
    const lower = fixed(last.gauge);
    const share = over(gauge - lower, upper - lower);
    return fixed(last.volume) + times(share, fixed(next.volume) - fixed(last.volume));
  }
  return undefined;
}

function noGauge(value: string) {
  return measureCatalogue.refuse('OIL_MEASURE_GAUGE', {
    path: '/tank',
    params: { value: value.slice(0, 20) },
  });
}
