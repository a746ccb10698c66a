import { addDays, Decimal, date, sumDecimals } from '@portolan/kernel';
import { signedOf } from '../../signed.ts';
import { daysOfMonth, type MeterDay } from './days.ts';
import type { LineMonthInput } from './input.ts';
import type { CrossingDay, LineMonth } from './line-month.ts';

/**
 * The month of one line at its border meter. Pure: the same papers give the same month, in whatever order they arrived.
 * Papers that the log knew after `at`, and papers of another line, are not used.
 */
export function lineMonth(input: LineMonthInput): LineMonth {
  const { month, profile } = input;
  const border = profile.points.find(({ kind }) => kind === 'border');
  return {
    line: {
      id: profile.line,
      name: profile.name,
      operator: profile.operator,
      zone: profile.zone,
      borderPoint: border?.id ?? '',
      port: border?.port ?? '',
    },
    month,
    days: daysOfMonth(month, profile.zone, profile.dayBegins).map((day) => dayOf(day, input)),
    crossings: [],
    process: { kind: 'monthly', reasons: [] },
    entries: [],
    balance: {
      opening: '0',
      received: '0',
      delivered: '0',
      losses: '0',
      closing: '0',
      imbalance: '0',
      allowed: '0',
      stocks: [],
      owners: [],
    },
    adjustments: [],
    findings: [],
  };
}

function dayOf({ day, from, to }: MeterDay, { at, profile, signed }: LineMonthInput): CrossingDay {
  const tickets = signedOf(signed, 'MeasurementTicket').filter(
    ({ document, knownAt }) =>
      document.line === profile.line &&
      document.kind === 'border' &&
      knownAt <= at &&
      from <= new Date(document.from).toISOString() &&
      new Date(document.from).toISOString() < to,
  );
  const volume = sumDecimals(
    tickets.map(({ document }) => Decimal.of(document.reported.netStandardVolume.value)),
  );
  return {
    day,
    from,
    to,
    state: tickets.length > 0 ? 'measured' : from > at ? 'ahead' : 'missing',
    volume: volume.toString(),
    owners: [],
    nondutiable: false,
    entryDue: addDays(date(day), 15),
    entryState: tickets.length > 0 ? 'open' : 'nothing-to-enter',
  };
}
