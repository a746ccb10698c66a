import type { Instant } from '@portolan/kernel';
import type { RequestRow, RequestState } from './store.ts';

/** The time at which a request is looked at: a story stays on its own date. */
export function clockOf(
  { story, story_at, opened_at }: Pick<RequestRow, 'story' | 'story_at' | 'opened_at'>,
  now: Instant,
): Instant {
  if (!story) return now;
  return story_at !== null && story_at > opened_at ? story_at : opened_at;
}

/**
 * The state of a request at an instant. Nothing of it is stored: it is answered where the running round has an answer,
 * and overdue by nobody's act but time.
 */
export function stateAt(row: RequestRow, now: Instant): RequestState {
  if (row.closed_at !== null) return 'closed';
  if (row.answered_by !== null) return 'answered';
  if (clockOf(row, now) > row.due_at) return 'overdue';
  return row.round > 1 ? 'escalated' : 'open';
}

/** Whether somebody still has to answer. A late answer is taken until the agency closes. */
export function isAwaited({
  closed_at,
  answered_by,
}: Pick<RequestRow, 'closed_at' | 'answered_by'>): boolean {
  return closed_at === null && answered_by === null;
}

/** Whether a party may answer the running round: all in the first, then the exporter or producer alone. */
export function isAsked(
  { round, holder_did, routed_to }: Pick<RequestRow, 'round' | 'holder_did' | 'routed_to'>,
  did: string,
): boolean {
  if (round > 1) return holder_did === did;
  return routed_to.some((recipient) => recipient.did === did);
}

/** Whether a party may answer to the agency alone: it holds the evidence, and the template allows it (19 CFR 182.13(a)(3)). */
export function mayWithhold(
  { confidential, routed_to }: Pick<RequestRow, 'confidential' | 'routed_to'>,
  did: string,
): boolean {
  return confidential && routed_to.some((recipient) => recipient.did === did && recipient.holds);
}
