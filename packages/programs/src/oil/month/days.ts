import {
  addDays,
  addMonths,
  type CalendarDate,
  date,
  type Instant,
  instant,
  startOfDay,
} from '@portolan/kernel';

/** A day of a meter: it begins and ends by the clock of the meter's zone, so it has 23 or 25 hours where the clock changes. */
export interface MeterDay {
  readonly day: CalendarDate;
  readonly from: Instant;
  readonly to: Instant;
}

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** The days of a month `YYYY-MM` at a meter whose days begin at `dayBegins` (`HH:MM`) in an IANA zone. */
export function daysOfMonth(month: string, zone: string, dayBegins: string): MeterDay[] {
  const first = date(`${month}-01`);
  const end = addMonths(first, 1);
  const result: MeterDay[] = [];
  let from = beginOf(first, zone, dayBegins);
  for (let day = first; day < end; day = addDays(day, 1)) {
    const to = beginOf(addDays(day, 1), zone, dayBegins);
    result.push({ day, from, to });
    from = to;
  }
  return result;
}

/** The instant at which a day of the meter begins. */
export function beginOf(day: CalendarDate, zone: string, dayBegins: string): Instant {
  const [hours = 0, minutes = 0] = dayBegins.split(':').map(Number);
  const after = hours * 60 + minutes;
  const forward = Date.parse(startOfDay(day, zone)) + after * MINUTE;
  const backward = Date.parse(startOfDay(addDays(day, 1), zone)) - (DAY_MINUTES - after) * MINUTE;
  // The two differ on a day whose clock changes: which one shows the hour depends on whether the change came before it.
  return instant(forward === backward || showsMinutes(forward, zone, after) ? forward : backward);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function showsMinutes(at: number, zone: string, minutes: number): boolean {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
    });
  clocks.set(zone, clock);
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Number(parts.hour) * 60 + Number(parts.minute) === minutes;
}
