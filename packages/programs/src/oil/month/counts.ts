import type { MeasurementTicket } from '@portolan/documents';
import type { Instant } from '@portolan/kernel';
import { type Amount, amountOf, type Count } from '@portolan/traceability';
import { moment } from '../stream/moment.ts';

/** The counter of a ticket from its beginning to its end, in the order of time; empty where it was not read at both ends. */
export function countsOf({ counts = [], from, readings, to }: MeasurementTicket): Count[] {
  const { close, open, rollsAt } = readings ?? {};
  if (!open || !close || open.unit !== close.unit) return [];
  const rolls = rollsAt === undefined ? undefined : read(rollsAt);
  const shown = [
    { at: moment(from), total: open },
    ...counts
      .filter(({ total }) => total.unit === open.unit)
      .map(({ at, total }) => ({ at: moment(at), total })),
    { at: moment(to), total: close },
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const result: Count[] = [];
  let [turned, before]: [Amount, Amount | undefined] = [0n, undefined];
  for (const { at, total } of shown) {
    const value = read(total.value);
    if (value === undefined) return [];
    if (before !== undefined && value < before) {
      // A lower figure is a counter that began anew, if it can; else it is no counter.
      if (rolls === undefined) return [];
      turned += rolls;
    }
    before = value;
    result.push({ at: at as Instant, total: value + turned });
  }
  return result;
}

function read(value: string): Amount | undefined {
  const amount = amountOf(value);
  return amount.ok ? amount.value : undefined;
}
