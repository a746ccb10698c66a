import { addSeconds, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { openFiled } from '../entry/filed.ts';
import { type CaseRow, readCase } from '../store/cases.ts';
import { addEvents } from '../store/timeline.ts';
import type { AgencyMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { factsOfRow } from './facts.ts';
import { makerOf } from './holder.ts';
import { findRequest, lockRequest, type RequestRow, saveRequests } from './store.ts';
import { tellParties } from './tell.ts';

const daySeconds = 86_400;
/** Days that exporter or producer get, as the importer got (19 CFR 182.72; 19 CFR 10.616). */
const makerDays = 30;

/** Grants more time. */
export async function extendRequest(
  context: TradeContext,
  act: Act,
  requestId: string,
  { days, reason }: { readonly days: number; readonly reason: string },
): Promise<Result<void>> {
  return changeRequest(context, act, requestId, async (row, { program }) => {
    if (row.state !== 'open' && row.state !== 'escalated') return refused(wrongState(row, 'open'));
    const changed = { ...row, due_at: addSeconds(row.due_at, days * daySeconds), extended: true };
    return ok({ changed, message: { act: 'extended', request: factsOfRow(changed, program), reason }, reason });
  });
}

/**
 * Turns to the exporter or producer before a claim is denied: a further round of the same request, with its own term
 * and its own answer. Refuses when the dossier names none with an identifier.
 */
export async function escalateRequest(
  context: TradeContext,
  act: Act,
  requestId: string,
  { to, reason }: { readonly to: 'exporter' | 'producer'; readonly reason: string },
): Promise<Result<void>> {
  return changeRequest(context, act, requestId, async (row, caseRow) => {
    if (row.state === 'closed') return refused(wrongState(row, 'open or answered'));
    const filed = await openFiled(context, caseRow);
    if (!filed.ok) return filed;
    const maker = makerOf(filed.value.dossier, row.path, to);
    if (!maker) return refused(tradeCatalogue.refuse('NODE_HOLDER_UNKNOWN', { path: '/to', params: { role: to } }));
    const changed: RequestRow = {
      ...row,
      round: row.round + 1,
      state: 'escalated',
      holder_did: maker,
      routed_to: [...new Set([...row.routed_to, maker])],
      due_at: addSeconds(act.moment.at, makerDays * daySeconds),
      extended: false,
    };
    return ok({ changed, message: { act: 'escalated', request: factsOfRow(changed, caseRow.program), reason }, reason });
  });
}

/** Closes a request: the answer satisfies, or it doesn't. */
export async function closeRequest(
  context: TradeContext,
  act: Act,
  requestId: string,
  { outcome, reason }: { readonly outcome: 'satisfied' | 'not-satisfied'; readonly reason: string },
): Promise<Result<void>> {
  return changeRequest(context, act, requestId, async (row, { program }) => {
    if (row.state === 'closed') return refused(wrongState(row, 'open or answered'));
    const changed: RequestRow = { ...row, state: 'closed', outcome, closed_at: act.moment.at };
    return ok({ changed, message: { act: 'closed', request: factsOfRow(changed, program), outcome, reason }, reason });
  });
}

interface Change {
  readonly changed: RequestRow;
  readonly message: AgencyMessage;
  readonly reason: string;
}

/** Changes a request of the own agency under lock, tells the parties, and keeps timeline and audit. */
async function changeRequest(
  context: TradeContext,
  act: Act,
  requestId: string,
  change: (row: RequestRow, caseRow: CaseRow) => Promise<Result<Change>>,
): Promise<Result<void>> {
  const found = await findRequest(context.pool, act.tenant.id, requestId);
  if (!found) return refused(caseUnknown('request', requestId));
  const result = await withTransaction(context.pool, async (tx): Promise<Result<void>> => {
    const row = await lockRequest(tx, found);
    const caseRow = row && (await readCase(tx, row.tenant_id, row.thread_id));
    if (!row || !caseRow) return refused(caseUnknown('request', requestId));
    const result = await change(row, caseRow);
    if (!result.ok) return result;
    await storeChange(context, tx, act, result.value);
    return ok(undefined);
  });
  if (!result.ok) return result;
  context.exchange.nudge();
  context.events.publish(act.tenant.id, { kind: 'request', ref: requestId, at: act.moment.at });
  return result;
}

async function storeChange(
  context: TradeContext,
  tx: PoolClient,
  act: Act,
  { changed, message, reason }: Change,
): Promise<void> {
  const { at } = act.moment;
  await saveRequests(tx, [changed]);
  await tellParties(context, tx, changed, message, { agency: act.tenant, moment: act.moment });
  await addEvents(tx, [
    {
      tenant_id: changed.tenant_id,
      case_id: changed.thread_id,
      at,
      kind: `request-${message.act}`,
      actor: act.tenant.did,
      detail: { request: changed.request_id, title: changed.title, reason, by: act.member.name },
    },
  ]);
  await refreshCase(tx, changed.tenant_id, changed.thread_id, at);
  await audit(tx, {
    tenantId: act.tenant.id,
    at,
    actor: act.member.name,
    action: `request.${message.act}`,
    subject: changed.entry_number,
    detail: { request: changed.request_id, reason },
  });
}

export function wrongState({ state }: RequestRow, wanted: string): Refusal {
  return tradeCatalogue.refuse('NODE_STATE', { params: { wanted, state } });
}
