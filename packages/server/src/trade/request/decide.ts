import { ok, type Result, refused } from '@portolan/kernel';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import type { Act } from '../draft/steps.ts';
import { openFiled } from '../entry/filed.ts';
import type { Recipient } from './body.ts';
import { changeRequest, wrongState } from './change.ts';
import { type MakerRole, makerOf } from './recipients.ts';
import { isAwaited, stateAt } from './state.ts';
import type { RequestOutcome } from './store.ts';
import { endOfTerm } from './term.ts';

/** Grants more time: whole calendar days on top of the running term, or from now where it is over. */
export async function extendRequest(
  context: TradeContext,
  act: Act,
  requestId: string,
  { days, reason }: { readonly days: number; readonly reason: string },
): Promise<Result<void>> {
  return changeRequest(context, act, requestId, async (request, _caseRow, at) => {
    if (!isAwaited(request)) return refused(wrongState(stateAt(request, at), 'open'));
    const due = endOfTerm(request.due_at > at ? request.due_at : at, days);
    const to = { due_at: due, extended_to: due, extension_by: null, extension_days: null };
    return ok({ to, act: 'extended', reason });
  });
}

/**
 * Turns to the exporter or producer before a claim is denied: a further round of the same request with a term of its
 * own, which that party alone answers. Refuses while those asked before still have time, and when the dossier names
 * nobody with an identifier (19 CFR 182.72; 19 CFR 10.616).
 */
export async function escalateRequest(
  context: TradeContext,
  act: Act,
  requestId: string,
  { to: role, reason }: { readonly to: MakerRole; readonly reason: string },
): Promise<Result<void>> {
  return changeRequest(context, act, requestId, async (request, caseRow, at) => {
    const state = stateAt(request, at);
    if (state !== 'answered' && state !== 'overdue') return refused(wrongState(state, 'answered or overdue'));
    const filed = await openFiled(context, caseRow);
    if (!filed.ok) return filed;
    const maker = makerOf(filed.value.dossier, request.path, role);
    if (!maker || maker === act.tenant.did)
      return refused(tradeCatalogue.refuse('NODE_HOLDER_UNKNOWN', { path: '/to', params: { role } }));
    const to = {
      round: request.round + 1,
      holder_did: maker,
      routed_to: withMaker(request.routed_to, maker, role),
      due_at: endOfTerm(at, request.term_days),
      extended_to: null,
      extension_by: null,
      extension_days: null,
    };
    return ok({ to, act: 'escalated', reason });
  });
}

/** Whoever made the goods holds the evidence of it, and is asked as such from now on. */
function withMaker(routed: readonly Recipient[], did: string, role: MakerRole): readonly Recipient[] {
  const maker = { did, role, holds: true };
  const known = routed.some((recipient) => recipient.did === did);
  return known ? routed.map((recipient) => (recipient.did === did ? maker : recipient)) : [...routed, maker];
}

/**
 * Closes a request. A party's answer can't be found wanting before it came or its time was over; a question that has
 * become needless closes as satisfied at any time.
 */
export async function closeRequest(
  context: TradeContext,
  act: Act,
  requestId: string,
  { outcome, reason }: { readonly outcome: RequestOutcome; readonly reason: string },
): Promise<Result<void>> {
  return changeRequest(context, act, requestId, async (request, _caseRow, at) => {
    const state = stateAt(request, at);
    if (state === 'closed') return refused(wrongState(state, 'open or answered'));
    if (outcome === 'not-satisfied' && state !== 'answered' && state !== 'overdue')
      return refused(wrongState(state, 'answered or overdue'));
    const to = { closed_at: at, outcome, extension_by: null, extension_days: null };
    return ok({ to, act: 'closed', reason });
  });
}
