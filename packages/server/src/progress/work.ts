import type { Statement, WorkItem } from '@portolan/contract';
import { addDays, type CalendarDate, type Instant, startOfDay } from '@portolan/kernel';
import { bankView } from '../numbers/bank.ts';
import type { Tenant } from '../platform/tenant.ts';
import { customsZone } from '../tariff/edition.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { type DueSummary, dueOf } from './statements.ts';

/** Days before which a payment is brought to mind; a monthly statement already from the day it is made. */
const PAY_SOON = 10;
/** Days before which a summary that is not recorded is brought to mind, and for how long after. */
const SUMMARY_SOON = 5;
const SUMMARY_LATE = 30;
const MOST = 30;

/** What a filer's desk has to do beside drafts: statements to pay, summaries to record, numbers that run out. */
export async function deskWorkFor(db: Queryable, tenant: Tenant, now: Instant): Promise<WorkItem[]> {
  const { id, filerCode } = tenant;
  if (!filerCode) return [];
  const [due, bank] = await Promise.all([dueOf(db, id, now), bankView(db, id, filerCode, { limit: 1 })]);
  const at = now;
  return [
    ...due.items.filter((one) => isNear(one, due.asOf)).map((one) => statementItem(one, at)),
    ...summaryItems(due.summaries, at),
    ...(bank.low ? [lowItem(bank.free, at)] : []),
  ].slice(0, MOST);
}

function isNear({ daysLeft, printsOn }: Statement, today: CalendarDate): boolean {
  return daysLeft <= PAY_SOON || (printsOn !== undefined && printsOn <= today);
}

function statementItem(
  { kind, month, importer, importerNumber, total, entries, due, daysLeft, printsOn }: Statement,
  at: Instant,
): WorkItem {
  const what =
    kind === 'periodic'
      ? `Monthly statement of ${month ?? ''}`
      : kind === 'daily'
        ? 'Daily statement'
        : 'Payment';
  const made = printsOn ? `; the statement is made on ${printsOn}` : '';
  return {
    ...{ id: `statement:${importerNumber}:${kind}:${due}`, kind: 'clock', group: 'do', at },
    title: `${what}, ${importer}: $${total}`,
    reason: `${entries.length === 1 ? '1 entry' : `${entries.length} entries`} to pay${made}`,
    ...{ state: daysLeft < 0 ? 'Late' : 'To pay', whoMoves: 'you', href: '/statements' },
    ...{ due: endOf(due), dueWords: leftWords(daysLeft) },
  };
}

/** One item a day: a list of forty summaries is one thing to look at. */
function summaryItems(summaries: readonly DueSummary[], at: Instant): WorkItem[] {
  const near = summaries.filter(({ daysLeft }) => daysLeft <= SUMMARY_SOON && daysLeft >= -SUMMARY_LATE);
  return [...Map.groupBy(near, ({ due }) => due)].map(([due, all]): WorkItem => {
    const numbers = all.slice(0, 3).map(({ entryNumber }) => entryNumber);
    const daysLeft = all[0]?.daysLeft ?? 0;
    return {
      ...{ id: `summaries:${due}`, kind: 'clock', group: 'do', at },
      title:
        all.length === 1
          ? 'Entry summary to file and record'
          : `${all.length} entry summaries to file and record`,
      reason: `${numbers.join(', ')}${all.length > numbers.length ? ' and more' : ''}`,
      ...{ state: daysLeft < 0 ? 'Late' : 'Not recorded', whoMoves: 'you', href: '/statements#summaries' },
      ...{ due: endOf(due), dueWords: leftWords(daysLeft) },
    };
  });
}

function lowItem(free: number, at: Instant): WorkItem {
  return {
    ...{ id: 'entry-numbers:low', kind: 'notice', group: 'do', at },
    title: 'Entry numbers run out',
    reason: free === 1 ? '1 number is left' : `${free} numbers are left`,
    ...{ state: free === 0 ? 'None left' : 'Low', whoMoves: 'you', href: '/entry-numbers' },
  };
}

/** A day ends at midnight of the agency's zone. */
function endOf(day: string): Instant {
  return startOfDay(addDays(day as CalendarDate, 1), customsZone);
}

function leftWords(days: number): string {
  if (days < 0) return days === -1 ? '1 day late' : `${-days} days late`;
  return days === 0 ? 'Due today' : days === 1 ? '1 day left' : `${days} days left`;
}
