import { addDays, type CalendarDate } from '@portolan/kernel';
import type { BankHoliday } from './tables.ts';

/**
 * The day whose buying rate counts for a day of exportation: itself, or the last day before it on which banks in New
 * York were open (31 U.S.C. 5151(a)(2)).
 */
export function rateDay(day: CalendarDate, holidays: readonly BankHoliday[]): CalendarDate {
  const closed = new Set(holidays.map(({ date }) => date));
  let at = day;
  while (isWeekend(at) || closed.has(at)) at = addDays(at, -1);
  return at;
}

function isWeekend(day: CalendarDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
