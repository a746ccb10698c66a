import type { Instant } from '@portolan/kernel';
import type { Recipient } from './body.ts';
import { clockOf, stateAt } from './state.ts';
import type { RequestRow } from './store.ts';
import { daysLeft } from './term.ts';

/** What the state of a request means, for whoever reads it. */
export function requestStateWords(row: RequestRow, now: Instant): string {
  switch (stateAt(row, now)) {
    case 'closed':
      return row.outcome === 'satisfied'
        ? 'Closed: the question is settled'
        : 'Closed: the answer does not suffice';
    case 'answered':
      return row.sending ? 'Answered, on its way to the agency' : 'Answered, the agency looks at it';
    case 'overdue':
      return `Overdue: no answer from ${askedWords(row)}`;
    case 'escalated':
      return `Before a decision the agency asks ${askedWords(row)}`;
    case 'open':
      if (row.extension_by) return 'Waiting for an answer, more time is asked for';
      return row.extended_to ? 'Waiting for an answer, more time was granted' : 'Waiting for an answer';
  }
}

function askedWords({ round, routed_to, holder_did }: RequestRow): string {
  if (round === 1) return 'the parties asked';
  const role = routed_to.find(({ did }) => did === holder_did)?.role;
  return role === undefined ? 'the party asked' : `the ${roleWords[role]}`;
}

export const roleWords: Readonly<Record<Recipient['role'], string>> = {
  importer: 'importer of record',
  filer: 'filer',
  certifier: 'signer of the certification',
  manufacturer: 'manufacturer',
  carrier: 'carrier',
  exporter: 'exporter',
  producer: 'producer',
};

/** Time left of a request, in words. */
export function requestDueWords(row: RequestRow, now: Instant): string {
  const days = daysLeft(row.due_at, clockOf(row, now));
  if (days < 0) return `${-days} ${days === -1 ? 'day' : 'days'} late`;
  return days === 0 ? 'due today' : `${days} ${days === 1 ? 'day' : 'days'} left`;
}

const eventTitles: Readonly<Record<string, string>> = {
  asked: 'Asked',
  'request-extended': 'More time granted',
  'request-escalated': 'Exporter or producer asked',
  'request-answered': 'Answered',
  'request-closed': 'Closed',
  'extension-asked': 'More time asked for',
  'answer-refused': 'Answer not taken',
  'extension-refused': 'Wish for more time not taken',
};

/** What happened in a request, with the reason where one was given. */
export function requestEventWords(kind: string, reason: unknown): string {
  const title = eventTitles[kind] ?? kind;
  return typeof reason === 'string' && reason !== '' ? `${title}: ${reason}` : title;
}
