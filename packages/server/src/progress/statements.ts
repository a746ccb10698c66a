import type { Statement } from '@portolan/contract';
import { clocks, paymentTerm } from '@portolan/filing';
import { addDays, type CalendarDate, dateInZone, daysBetween, type Instant } from '@portolan/kernel';
import { customsZone } from '../tariff/edition.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { type OpenEntry, openEntries } from './store.ts';

/** Days back in which an entry may still be unpaid: what is older was settled elsewhere. */
const DAYS = 120;

/** An entry summary that is not recorded as filed. */
export interface DueSummary {
  readonly entryNumber: string;
  readonly importer: string;
  readonly due: string;
  readonly daysLeft: number;
}

/** Money and summaries that are due, earliest first. */
export interface Due {
  readonly items: readonly Statement[];
  readonly summaries: readonly DueSummary[];
  readonly asOf: CalendarDate;
}

/**
 * What a filer's entries still owe: money by client and statement day, and summaries that nobody recorded as filed. Days are
 * working days of the agency; a release that is not recorded counts as the day of entry. An importer outside the client file is
 * taken to pay with the summary.
 */
export async function dueOf(db: Queryable, tenantId: string, now: Instant): Promise<Due> {
  const today = dateInZone(now, customsZone);
  const open = await openEntries(db, tenantId, addDays(today, -DAYS));
  return { items: statementsOf(open, today), summaries: summariesOf(open, today), asOf: today };
}

/** Unpaid entries by client and day on which their money is due. */
export function statementsOf(open: readonly OpenEntry[], today: CalendarDate): Statement[] {
  const groups = new Map<string, { statement: Statement; cents: bigint }>();
  for (const entry of open) {
    if (entry.paid_on !== null) continue;
    const kind = entry.payment ?? 'single';
    const plan = { kind, ...(entry.statement_day === null ? {} : { statementDay: entry.statement_day }) };
    const term = paymentTerm(plan, entry.released_on ?? entry.entry_date);
    if (!term) continue;
    const key = `${entry.importer_number} ${kind} ${term.due}`;
    const group = groups.get(key) ?? { cents: 0n, statement: emptyStatement(entry, term, today) };
    groups.set(key, group);
    group.cents += BigInt(entry.owed_cents ?? '0');
    group.statement.withoutTotal += entry.owed_cents === null ? 1 : 0;
    group.statement.entries.push({
      entryNumber: entry.entry_number,
      ...(entry.owed_cents === null ? {} : { total: dollarsOf(BigInt(entry.owed_cents)) }),
    });
  }
  return [...groups.values()]
    .map(({ statement, cents }) => ({ ...statement, total: dollarsOf(cents) }))
    .sort((left, right) => byText(left.due, right.due) || byText(left.importer, right.importer));
}

function emptyStatement(
  { importer, importer_number }: OpenEntry,
  { kind, month, printsOn, due, source }: NonNullable<ReturnType<typeof paymentTerm>>,
  today: CalendarDate,
): Statement {
  return {
    ...{ importer, importerNumber: importer_number, kind },
    ...(month ? { month } : {}),
    ...(printsOn ? { printsOn } : {}),
    ...{ due, daysLeft: daysBetween(today, due), total: '0.00', withoutTotal: 0, entries: [], source },
  };
}

/** Summaries that nobody recorded, by the day on which they are due. */
export function summariesOf(open: readonly OpenEntry[], today: CalendarDate): DueSummary[] {
  return open
    .filter(({ summary_on }) => summary_on === null)
    .flatMap(({ entry_number: entryNumber, importer, entry_date, released_on }) => {
      const dates = { importDate: entry_date, entryDate: entry_date };
      const events = released_on === null ? {} : { releasedOn: released_on };
      const term = clocks(dates, today, events).find(({ name }) => name === 'summary');
      return term ? [{ entryNumber, importer, due: term.due, daysLeft: term.daysLeft }] : [];
    })
    .sort((left, right) => byText(left.due, right.due) || byText(left.entryNumber, right.entryNumber));
}

function dollarsOf(cents: bigint): string {
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}

function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
