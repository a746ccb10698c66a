import type { AttestationRequest, WorkItem } from '@portolan/contract';
import { addDays, type CalendarDate, type Instant } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';
import { readRequests } from './request/store.ts';
import { readNotices, type StandingNotice } from './watch.ts';

/** Days for which a change of a standing that is relied on stays in the work list. */
const DAYS = 14;
const MOST = 20;

/** What others ask an organization to attest, what it waits for itself, and changes of standings that it relies on. */
export async function partyWorkFor(
  db: Queryable,
  tenant: { readonly id: string; readonly did: string; readonly name: string },
  now: Instant,
): Promise<WorkItem[]> {
  const [requests, notices] = await Promise.all([
    readRequests(db, tenant),
    readNotices({ pool: db }, tenant.id, MOST),
  ]);
  const since = addDays(now.slice(0, 10) as CalendarDate, -DAYS);
  return [
    ...requests.filter(({ state }) => state === 'open').map(requestItem),
    ...notices.filter(({ at }) => at.slice(0, 10) >= since).map(noticeItem),
  ];
}

function requestItem({ id, side, type, from, to, note, at }: AttestationRequest): WorkItem {
  const isAsked = side === 'asked';
  return {
    ...{ id: `attestation-request:${id}`, kind: 'request', group: isAsked ? 'do' : 'wait', at },
    title: isAsked ? `${from.name} asks to be attested` : `Asked of ${to.name}`,
    reason: note === '' ? type : note,
    state: isAsked ? 'Asked of you' : 'Asked',
    whoMoves: isAsked ? 'you' : to.name,
    href: isAsked ? '/attest' : '/card#ask',
  };
}

function noticeItem({ id, at, change }: StandingNotice): WorkItem {
  const { name, from, to, direction, reasons, subject } = change;
  const [first] = reasons;
  return {
    ...{ id: `standing:${id}`, kind: 'notice', group: 'do', at, whoMoves: 'you' },
    title: `The standing of ${name} changed`,
    reason: first?.message ?? 'What it rested on changed.',
    state:
      direction === 'barred' ? 'Barred' : direction === 'unbarred' ? 'No longer barred' : `${from} to ${to}`,
    href: `/parties/${encodeURIComponent(subject)}`,
  };
}
