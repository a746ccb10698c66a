import { kernelCatalogue } from '../catalogue.ts';
import { ok, type Result, refused } from '../refusal/result.ts';
import { beginsWithDay } from './calendar-day.ts';

declare const dateBrand: unique symbol;
/** A day of the calendar, without zone; text order is time order. */
export type CalendarDate = string & { readonly [dateBrand]: true };

const DAY = 86_400_000;
const LENGTH = '2028-02-29'.length;

/** Reads a day such as 2028-02-29. Refuses days the calendar hasn't got and years before 1900. */
export function parseDate(text: unknown, path = ''): Result<CalendarDate> {
  if (typeof text === 'string' && text.length === LENGTH && beginsWithDay(text))
    return ok(text as CalendarDate);
  return refused(
    kernelCatalogue.refuse('KERNEL_DATE_INVALID', { path, params: { text: String(text).slice(0, 40) } }),
  );
}

/** A date from our own text; throws on anything that isn't one. */
export function date(text: string): CalendarDate {
  const result = parseDate(text);
  if (!result.ok) throw new Error(`not a date: ${text}`);
  return result.value;
}

export function addDays(from: CalendarDate, days: number): CalendarDate {
  return write(stamp(from) + days * DAY);
}

/** The same day of a later month, or that month's last day: 31 January plus one month is 28 or 29 February. */
export function addMonths(from: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = parts(from);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return write(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)));
}

export function addYears(from: CalendarDate, years: number): CalendarDate {
  return addMonths(from, years * 12);
}

export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((stamp(to) - stamp(from)) / DAY);
}

/** The n-th working day after a day; Saturdays, Sundays and the given holidays don't count. */
export function addWorkingDays(
  from: CalendarDate,
  days: number,
  holidays: ReadonlySet<string> = new Set(),
): CalendarDate {
  let day = from;
  let left = days;
  while (left > 0) {
    day = addDays(day, 1);
    const weekday = new Date(stamp(day)).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(day)) left -= 1;
  }
  return day;
}

function parts(day: CalendarDate): [year: number, month: number, day: number] {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  return [year, month, dayOfMonth];
}

function stamp(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function write(milliseconds: number): CalendarDate {
  return (
    Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString().slice(0, 10)
  ) as CalendarDate;
}
