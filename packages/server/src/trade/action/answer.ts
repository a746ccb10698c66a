import type { ActionView } from '@portolan/contract';
import { type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { SealedEnvelope } from '../../exchange/seal.ts';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { refreshCase } from '../request/case-state.ts';
import { requestCatalogue } from '../request/catalogue.ts';
import { momentInCase } from '../request/moment.ts';
import { deliverSoon } from '../request/tell.ts';
import { readCase } from '../store/cases.ts';
import type { ActionAnswer } from './body.ts';
import { recordActionEvent } from './events.ts';
import { publishAction } from './publish.ts';
import { type ActionRow, findAction, lockAction, noteAnswer } from './store.ts';
import { actionViewAt } from './view.ts';

/** Answers a proposed action for importer or filer, once. Refuses an action that awaits no answer, and another's. */
export async function answerAction(
  context: TradeContext,
  act: Act,
  actionId: string,
  answer: { readonly agree: boolean; readonly text: string },
): Promise<Result<ActionView>> {
  const found = await findAction(context.pool, act.tenant.id, actionId);
  if (!found) return refused(caseUnknown('action', actionId));
  const sent = await withTransaction(context.pool, (tx) => send(context, tx, act, found, answer));
  if (!sent.ok) return sent;
  publishAction(context, found, context.clock.now());
  const delivery = (await deliverSoon(context, [sent.value])).get(sent.value.digest);
  if (delivery?.state === 'refused') return refused(delivery.refusals as Refusal[]);
  const changed = await findAction(context.pool, act.tenant.id, actionId);
  return ok(actionViewAt(changed ?? found, context.clock.now()));
}

async function send(
  context: TradeContext,
  tx: PoolClient,
  { tenant, member, moment: given }: Act,
  found: ActionRow,
  { agree, text }: { readonly agree: boolean; readonly text: string },
): Promise<Result<SealedEnvelope>> {
  const now = context.clock.now();
  const action = await lockAction(tx, found);
  const row = await readCase(tx, found.tenant_id, found.thread_id);
  if (!action || !row) return refused(caseUnknown('action', found.action_id));
  if (action.state !== 'waiting') return refused(requestCatalogue.refuse('NODE_ACTION_ANSWERED'));
  const moment = momentInCase(row, given, now);
  const { at } = moment;
  await noteAnswer(tx, action, { agree, text, at, by: tenant.did });
  const body: ActionAnswer = { act: 'answer-action', actionId: action.action_id, agree, text };
  const told = { to: row.agency_did, thread: row.case_id, kind: 'answer' as const, attachments: [], moment };
  const [sealed] = await context.exchange.send(tx, [
    { from: tenant, body: body as unknown as JsonObject, ...told },
  ]);
  if (!sealed) throw new Error('an envelope that was sent is sealed');
  const detail = { agree, by: member.name };
  await recordActionEvent(tx, action, { kind: 'action-answered', at, actor: tenant.did, detail });
  await refreshCase(tx, tenant.id, row.case_id, at);
  await audit(tx, {
    tenantId: tenant.id,
    at: now,
    actor: member.id,
    action: 'action.answer',
    subject: action.entry_number,
    detail: { action: action.action_id, agree, envelope: sealed.digest },
  });
  return ok(sealed);
}
