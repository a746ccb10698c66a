import { addDays, addWorkingDays, addYears, type CalendarDate, date, daysBetween } from '@portolan/kernel';
import type { Clock } from './clock.ts';
import type { Entry } from './entry.ts';
import { type ClockStart, clockFacts } from './facts/clock-table.ts';
import { inForce } from './facts/fact.ts';
import { federalHolidays } from './facts/holidays.ts';

/** Days on which things happened to an entry, as far as they have. */
export interface EntryEvents {
  readonly filedOn?: string;
  readonly releasedOn?: string;
  readonly summaryFiledOn?: string;
  readonly liquidatedOn?: string;
}

/**
 * The legal terms running on an entry on a day, by due date. A term whose starting event has not happened does not run
 * yet; release is taken as the day of entry where it is not known.
 */
export function clocks(
  entry: Pick<Entry, 'importDate' | 'entryDate'>,
  on: string,
  events: EntryEvents = {},
): Clock[] {
  const starts: Record<ClockStart, string | undefined> = {
    arrival: entry.importDate,
    release: events.releasedOn ?? entry.entryDate,
    entry: entry.entryDate,
    liquidation: events.liquidatedOn,
  };
  const met = { entry: events.filedOn, summary: events.summaryFiledOn, liquidation: events.liquidatedOn };
  return clockFacts
    .flatMap((fact): Clock[] => {
      const start = starts[fact.starts];
      if (start === undefined || !inForce([fact], start)) return [];
      const due = dueDate(date(start), fact.length);
      return [
        {
          name: fact.name,
          label: fact.label,
          startsOn: start,
          from: fact.starts,
          due,
          daysLeft: daysBetween(date(on), due),
          state: stateOf(due, on, fact.met && met[fact.met]),
          source: fact.source,
          certainty: fact.certainty,
        },
      ];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function dueDate(start: CalendarDate, length: (typeof clockFacts)[number]['length']): CalendarDate {
  if ('days' in length) return addDays(start, length.days);
  if ('years' in length) return addYears(start, length.years);
  const year = Number(start.slice(0, 4));
  return addWorkingDays(start, length.workingDays, new Set([year, year + 1].flatMap(federalHolidays)));
}

function stateOf(due: string, on: string, metOn: string | undefined): Clock['state'] {
  if (metOn !== undefined) return metOn <= due ? 'met' : 'late';
  return on <= due ? 'running' : 'late';
}
