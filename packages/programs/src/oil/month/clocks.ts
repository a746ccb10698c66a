import { inForce } from '@portolan/filing';
import { addDays, addMonths, type CalendarDate, date } from '@portolan/kernel';
import type { OilTables } from '../facts/tables.ts';

/** The last day on which what crossed on a day of the meter is entered in time; undefined where no row is in force. */
export function entryDue(
  tables: OilTables,
  process: 'monthly' | 'daily',
  day: CalendarDate,
): CalendarDate | undefined {
  const row = inForce(
    tables.entryClocks.filter((one) => one.process === process),
    day,
  );
  if (!row) return undefined;
  const endOfMonth = addDays(addMonths(date(`${day.slice(0, 7)}-01`), 1), -1);
  return addDays(row.starts === 'day' ? day : endOfMonth, row.days);
}
