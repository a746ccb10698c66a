import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import { Overtaken, type Received } from '../../exchange/received.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import { refreshCase } from '../request/case-state.ts';
import { requestCatalogue } from '../request/catalogue.ts';
import { keepLeaf } from '../request/leaves.ts';
import { momentInCase } from '../request/moment.ts';
import type { PreparedStep, Standing } from '../request/step.ts';
import { tellParties } from '../request/tell.ts';
import { type CaseRow, readCase } from '../store/cases.ts';
import { type ActionAnswer, type ActionMessage, factsOfAction } from './body.ts';
import { actionTitle, recordActionEvent } from './events.ts';
import { publishAction } from './publish.ts';
import { type ActionRow, findAction, lockAction, saveActions } from './store.ts';

interface Taking {
  readonly received: Received;
  readonly caseRow: CaseRow;
  readonly before: ActionRow;
  readonly after: ActionRow;
}

/** Looks at an answer to an action of this agency: importer or filer answers, once, while the action waits for it. */
export async function takeActionAnswer(
  context: TradeContext,
  received: Received,
  { actionId, agree, text }: ActionAnswer,
  { actions }: Standing,
): Promise<PreparedStep> {
  const { receiver, envelope } = received;
  const key = `${receiver.id} ${actionId}`;
  const before = actions.get(key) ?? (await findAction(context.pool, receiver.id, actionId));
  const caseRow = before && (await readCase(context.pool, before.tenant_id, before.thread_id));
  if (!before || !caseRow || before.thread_id !== uuidOf(envelope.thread))
    return { refusals: [caseUnknown('action', actionId)] };
  if (envelope.from !== caseRow.importer_did && envelope.from !== caseRow.filer_did)
    return { refusals: [tradeCatalogue.refuse('NODE_REQUEST_NOT_YOURS')] };
  if (before.state !== 'waiting') return { refusals: [requestCatalogue.refuse('NODE_ACTION_ANSWERED')] };
  const { at } = momentInCase(caseRow, received.moment, context.clock.now());
  const answered = { answer: text, agreed: agree, answered_at: at, answered_by: envelope.from };
  const state = agree ? ('agreed' as const) : ('disputed' as const);
  const after: ActionRow = { ...before, ...answered, state, revision: before.revision + 1 };
  actions.set(key, after);
  const taking = { received, caseRow, before, after };
  const work = {
    place: `${before.tenant_id} ${before.thread_id}`,
    commit: (tx: PoolClient) => store(context, tx, taking),
    after: () => publishAction(context, after, at),
  };
  return { work };
}

async function store(
  context: TradeContext,
  tx: PoolClient,
  { received, caseRow, before, after }: Taking,
): Promise<void> {
  const now = context.clock.now();
  const locked = await lockAction(tx, before);
  if (locked?.revision !== before.revision) throw new Overtaken('action');
  const { receiver, envelope, digest } = received;
  const moment = momentInCase(caseRow, received.moment, now);
  await saveActions(tx, [after]);
  const message: ActionMessage = {
    notice: 'action',
    act: 'action-answered',
    action: factsOfAction(after, caseRow.program),
    follows: [],
  };
  const parties = [...new Set([caseRow.importer_did, caseRow.filer_did])].filter((did) => did !== null);
  const told = parties.map((to) => ({ to, body: message }));
  await tellParties(
    context,
    tx,
    { agency: receiver, thread: before.thread_id, moment, kind: 'notice' },
    told,
  );
  const { at } = moment;
  const place = { tenantId: before.tenant_id, caseId: before.thread_id };
  await keepLeaf(context, tx, { ...place, kind: 'answer', digest, title: actionTitle(message), at });
  const detail = { agree: after.agreed };
  await recordActionEvent(tx, before, { kind: 'action-answered', at, actor: envelope.from, detail });
  await refreshCase(tx, before.tenant_id, before.thread_id, at);
}
