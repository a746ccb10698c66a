import { addDays, addYears, type CalendarDate, date, daysBetween } from '@portolan/kernel';
import type { Clock } from './clock.ts';
import type { Entry } from './entry.ts';
import { type ClockStart, clockFacts } from './facts/clock-table.ts';
import { inForce } from './facts/fact.ts';
import { type PaymentPlan, paymentTerm, workingDaysFrom } from './statement.ts';

/** Days on which things happened to an entry, as far as they have. */
export interface EntryEvents {
  readonly filedOn?: string;
  readonly releasedOn?: string;
  readonly summaryFiledOn?: string;
  readonly liquidatedOn?: string;
  /** How its client pays, where the filer knows it, and the day on which it was paid. */
  readonly payment?: PaymentPlan;
  readonly paidOn?: string;
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
  const terms = clockFacts.flatMap((fact): Clock[] => {
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
  });
  const paid = paymentClocks(events.releasedOn ?? entry.entryDate, on, events);
  return [...terms, ...paid].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** When the statement is made and when the duty is paid; a statement that was paid has been made. */
function paymentClocks(releasedOn: string, on: string, { payment, paidOn }: EntryEvents): Clock[] {
  const term = payment && paymentTerm(payment, releasedOn);
  if (!term) return [];
  const { label, printsOn, due, source, certainty } = term;
  const shared = { startsOn: releasedOn, from: 'release', source, certainty };
  const clock = (name: string, words: string, day: CalendarDate, metOn: string | undefined): Clock => ({
    ...{ name, label: words, due: day, ...shared },
    daysLeft: daysBetween(date(on), day),
    state: stateOf(day, on, metOn),
  });
  const made = printsOn !== undefined && (on >= printsOn || paidOn !== undefined) ? printsOn : undefined;
  return [
    ...(printsOn ? [clock('statement', 'Preliminary monthly statement is made', printsOn, made)] : []),
    clock('payment', label, due, paidOn),
  ];
}

function dueDate(start: CalendarDate, length: (typeof clockFacts)[number]['length']): CalendarDate {
  if ('days' in length) return addDays(start, length.days);
  if ('years' in length) return addYears(start, length.years);
  return workingDaysFrom(start, length.workingDays);
}

function stateOf(due: string, on: string, metOn: string | undefined): Clock['state'] {
  if (metOn !== undefined) return metOn <= due ? 'met' : 'late';
  return on <= due ? 'running' : 'late';
}
