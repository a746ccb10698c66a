import type { ActionView } from '@portolan/contract';
import { digestJson, type JsonValue, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { type AgreementTables, type Reference, recomputeDenied } from '@portolan/programs';
import type { PoolClient } from 'pg';
import type { Moment } from '../../exchange/moment.ts';
import type { SealedEnvelope } from '../../exchange/seal.ts';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { runningProgram } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { type FiledEntry, openEntry } from '../entry/filed.ts';
import { refreshCase } from '../request/case-state.ts';
import { keepLeaf } from '../request/leaves.ts';
import { momentInCase } from '../request/moment.ts';
import { requestsOfCase } from '../request/store.ts';
import { deliverSoon, tellParties } from '../request/tell.ts';
import { endOfTerm } from '../request/term.ts';
import { lockCase } from '../store/cases.ts';
import { timeId } from '../store/time-id.ts';
import { mayDeny } from './asked-first.ts';
import { type ActionMessage, factsOfAction } from './body.ts';
import { actionTitle, recordActionEvent } from './events.ts';
import { publishAction } from './publish.ts';
import { type ActionRow, actionsOfCase, saveActions } from './store.ts';
import { answerTerm } from './terms.ts';
import { actionViewAt } from './view.ts';

export interface NewAction {
  readonly kind: 'proposed' | 'taken';
  /** Numbers of the lines whose claim is denied. */
  readonly lines: readonly number[];
  readonly reason: string;
  /** Only shows what it would come to. */
  readonly preview?: boolean;
}

/** An entry with the reference that its duty is computed anew with: what is known now. */
interface Reopened extends FiledEntry {
  readonly reference: Reference;
}

interface Considered {
  readonly filed: FiledEntry;
  readonly action: ActionRow;
  /** Proposed actions on these lines, which this one brings to an end. */
  readonly follows: readonly ActionRow[];
  readonly moment: Moment;
}

/**
 * Proposes or takes an action (CBP Form 29): denies the claims on some lines, with duty and fees computed anew, and
 * tells importer and filer. Refuses a line without a claim, and a denial before the exporter or producer was asked.
 */
export async function takeAction(
  context: TradeContext,
  act: Act,
  entryNumber: string,
  asked: NewAction,
): Promise<Result<ActionView>> {
  const opened = await openEntry(context, act.tenant.id, entryNumber);
  if (!opened.ok) return opened;
  const { row } = opened.value;
  const { at } = momentInCase(row, act.moment, context.clock.now());
  const { reference } = await runningProgram(context, row.program, at);
  const filed: Reopened = { ...opened.value, reference };
  const stored = await withTransaction(context.pool, async (tx): Promise<Result<Stored>> => {
    const considered = await consider(context, tx, act, filed, asked);
    if (!considered.ok) return considered;
    const sealed = asked.preview ? [] : await store(context, tx, act, considered.value);
    return ok({ ...considered.value, sealed });
  });
  if (!stored.ok) return stored;
  const { action, sealed, moment } = stored.value;
  if (!asked.preview) publishAction(context, action, moment.at);
  await deliverSoon(context, sealed);
  return ok(actionViewAt(action, moment.at));
}

interface Stored extends Considered {
  readonly sealed: readonly SealedEnvelope[];
}

/** The action and what it follows, as the case stands under lock. */
async function consider(
  context: TradeContext,
  tx: PoolClient,
  act: Act,
  filed: Reopened,
  asked: NewAction,
): Promise<Result<Considered>> {
  const { tenant_id, case_id } = filed.row;
  const row = (await lockCase(tx, tenant_id, case_id)) ?? filed.row;
  const now = context.clock.now();
  const moment = momentInCase(row, act.moment, now);
  const actions = await actionsOfCase(tx, tenant_id, case_id);
  const denied = actions.filter(({ kind }) => kind === 'taken').flatMap(({ lines }) => lines);
  const faults = claimFaults(filed, asked, denied);
  if (faults.length > 0) return refused(faults);
  if (asked.kind === 'taken' && !asked.preview) {
    const requests = await requestsOfCase(tx, tenant_id, case_id);
    const early = asked.lines.some((line) => !mayDeny(filed.dossier, line, requests, actions, now));
    if (early) return refused(tradeCatalogue.refuse('NODE_ASK_PRODUCER_FIRST', { path: '/lines' }));
  }
  const action = actionRow(act, filed, asked, { moment, denied });
  if (!action.ok) return action;
  const follows = asked.kind === 'taken' ? actions.filter((one) => isFollowed(one, action.value)) : [];
  return ok({ filed, action: action.value, follows: follows.map(takenUp), moment });
}

/** Lines that carry no claim, or whose claim was denied before. */
function claimFaults({ dossier }: FiledEntry, { lines }: NewAction, denied: readonly number[]): Refusal[] {
  const claimed = new Set(dossier.entry.lines.flatMap(({ number, spi }) => (spi ? [number] : [])));
  return lines.flatMap((line, index) => {
    if (claimed.has(line) && !denied.includes(line)) return [];
    return [tradeCatalogue.refuse('NODE_LINE_UNKNOWN', { path: `/lines/${index}`, params: { line } })];
  });
}

interface Circumstances {
  readonly moment: Moment;
  /** Lines whose claim was denied before. */
  readonly denied: readonly number[];
}

function actionRow(
  { tenant }: Act,
  { row, dossier, reference }: Reopened,
  { kind, lines, reason }: NewAction,
  { moment: { at, story }, denied }: Circumstances,
): Result<ActionRow> {
  const withheld = [...new Set([...denied, ...lines])];
  const amounts = recomputeDenied(dossier, withheld, reference as Reference<AgreementTables>, at);
  if (!amounts.ok) return amounts;
  const { before, after, difference } = amounts.value;
  return ok({
    tenant_id: tenant.id,
    thread_id: row.case_id,
    action_id: timeId(),
    revision: 1,
    entry_number: row.entry_number ?? '',
    kind,
    state: kind === 'taken' ? 'taken' : 'waiting',
    reason,
    lines: [...new Set(lines)].sort((left, right) => left - right),
    before: before.totals.total,
    after: after.totals.total,
    difference: difference.total,
    opened_at: at,
    due_at: kind === 'proposed' ? endOfTerm(at, answerTerm(at.slice(0, 10)).days) : null,
    answer: null,
    agreed: null,
    answered_at: null,
    answered_by: null,
    story,
  });
}

function isFollowed({ kind, state, lines }: ActionRow, taken: ActionRow): boolean {
  return kind === 'proposed' && state !== 'taken-up' && lines.some((line) => taken.lines.includes(line));
}

function takenUp(action: ActionRow): ActionRow {
  return { ...action, state: 'taken-up', revision: action.revision + 1 };
}

async function store(
  context: TradeContext,
  tx: PoolClient,
  { tenant, member }: Act,
  { filed: { row }, action, follows, moment }: Considered,
): Promise<SealedEnvelope[]> {
  const { at } = moment;
  await saveActions(tx, [action, ...follows]);
  const message: ActionMessage = {
    notice: 'action',
    act: action.kind === 'taken' ? 'action-taken' : 'action-proposed',
    action: factsOfAction(action, row.program),
    follows: follows.map((one) => factsOfAction(one, row.program)),
  };
  const parties = [...new Set([row.importer_did, row.filer_did])].filter((did) => did !== null);
  const told = parties.map((to) => ({ to, body: message }));
  const sealed = await tellParties(
    context,
    tx,
    { agency: tenant, thread: row.case_id, moment, kind: 'notice' },
    told,
  );
  const digest = digestJson(context.crypto, message as unknown as JsonValue);
  const title = actionTitle(message);
  await keepLeaf(context, tx, {
    tenantId: tenant.id,
    caseId: row.case_id,
    kind: 'decision',
    digest,
    title,
    at,
  });
  const { reason, lines } = action;
  const detail = { reason, lines: [...lines], by: member.name };
  await recordActionEvent(tx, action, { kind: message.act, at, actor: tenant.did, detail });
  await refreshCase(tx, row.tenant_id, row.case_id, at, settledBy(action));
  await audit(tx, {
    tenantId: tenant.id,
    at: context.clock.now(),
    actor: member.id,
    action: `action.${action.kind}`,
    subject: action.entry_number,
    detail: { action: action.action_id, lines: [...lines], reason, difference: action.difference },
  });
  return sealed;
}

/** A taken action changes what the entry comes to, and where its case stands. */
export function settledBy({ kind, after }: Pick<ActionRow, 'kind' | 'after'>) {
  return kind === 'taken' ? { settled: 'corrected' as const, total: after } : {};
}
