import { randomUUID } from 'node:crypto';
import type { ActionView } from '@portolan/contract';
import { addSeconds, type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { AgreementTables, Reference } from '@portolan/programs';
import { recomputeDenied } from '@portolan/programs';
import type { PoolClient } from 'pg';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { runningProgram } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { type FiledEntry, openEntry } from '../entry/filed.ts';
import { makerOf } from '../request/holder.ts';
import { type RequestRow, requestsOfCase } from '../request/store.ts';
import { lockCase, saveCases } from '../store/cases.ts';
import { addEvents } from '../store/timeline.ts';
import type { ActionNoticeBody } from './body.ts';
import { type ActionRow, saveActions } from './store.ts';
import { answerTerm } from './terms.ts';
import { actionView } from './view.ts';

const daySeconds = 86_400;

export interface ProposedAction {
  readonly kind: 'proposed' | 'taken';
  /** Numbers of the lines whose claim is denied. */
  readonly lines: readonly number[];
  readonly reason: string;
  /** Only shows what it would come to. */
  readonly preview?: boolean;
}

/**
 * Proposes or takes an action (CBP Form 29): denies the claims on some lines, with duty and fees computed anew. A denial
 * is taken only after the exporter or producer was asked and had its time (19 CFR 182.72; 19 CFR 10.616).
 */
export async function takeAction(
  context: TradeContext,
  act: Act,
  entryNumber: string,
  action: ProposedAction,
): Promise<Result<ActionView>> {
  const opened = await openEntry(context, act.tenant.id, entryNumber);
  if (!opened.ok) return opened;
  const refusals = faultsOf(opened.value, action);
  if (refusals.length > 0) return refused(refusals);
  const requests = await requestsOfCase(context.pool, act.tenant.id, opened.value.row.case_id);
  if (
    action.kind === 'taken' &&
    !action.preview &&
    !makersAsked(opened.value, action, requests, act.moment.at)
  )
    return refused(tradeCatalogue.refuse('NODE_ASK_PRODUCER_FIRST', { path: '/lines' }));
  const row = actionRow(context, act, opened.value, action);
  if (!row.ok) return row;
  if (action.preview) return ok(actionView(row.value));
  await withTransaction(context.pool, (tx) => store(context, tx, act, opened.value, row.value));
  context.exchange.nudge();
  context.events.publish(act.tenant.id, { kind: 'action', ref: row.value.action_id, at: act.moment.at });
  return ok(actionView(row.value));
}

function faultsOf({ dossier }: FiledEntry, { lines }: ProposedAction): Refusal[] {
  return lines.flatMap((line, index) => {
    const claimed = dossier.entry.lines.some(({ number, spi }) => number === line && spi !== undefined);
    if (claimed) return [];
    return [tradeCatalogue.refuse('NODE_LINE_UNKNOWN', { path: `/lines/${index}`, params: { line } })];
  });
}

/** Whether exporter or producer of every line was asked about it, and answered or let the time pass. */
function makersAsked(
  { dossier }: FiledEntry,
  { lines }: ProposedAction,
  requests: readonly RequestRow[],
  now: string,
): boolean {
  return lines.every((number) => {
    const index = dossier.entry.lines.findIndex((line) => line.number === number);
    const makers = (['exporter', 'producer'] as const).map((role) =>
      makerOf(dossier, `/lines/${index}`, role),
    );
    return requests.some(({ path, routed_to, state, due_at }) => {
      const aboutLine = path === '' || path === `/lines/${index}` || path.startsWith(`/lines/${index}/`);
      const asked = makers.some((maker) => maker !== undefined && routed_to.includes(maker));
      return aboutLine && asked && (state === 'answered' || state === 'closed' || due_at < now);
    });
  });
}

function actionRow(
  context: TradeContext,
  { tenant, moment }: Act,
  { row, dossier }: FiledEntry,
  { kind, lines, reason }: ProposedAction,
): Result<ActionRow> {
  const { reference } = runningProgram(context, row.program);
  const amounts = recomputeDenied(dossier, lines, reference as Reference<AgreementTables>, moment.at);
  if (!amounts.ok) return amounts;
  const { before, after, difference } = amounts.value;
  const due = addSeconds(moment.at, answerTerm(moment.at.slice(0, 10)).days * daySeconds);
  return ok({
    tenant_id: tenant.id,
    thread_id: row.case_id,
    action_id: randomUUID(),
    entry_number: row.entry_number ?? '',
    kind,
    state: kind === 'taken' ? 'taken' : 'waiting',
    reason,
    lines: amounts.value.lines,
    before: before.totals.total,
    after: after.totals.total,
    difference: difference.total,
    opened_at: moment.at,
    due_at: kind === 'proposed' ? due : null,
    answer: null,
    agreed: null,
    answered_at: null,
    story: row.story_at !== null,
  });
}

async function store(
  context: TradeContext,
  tx: PoolClient,
  { tenant, member, moment }: Act,
  { row }: FiledEntry,
  action: ActionRow,
): Promise<void> {
  const locked = (await lockCase(tx, row.tenant_id, row.case_id)) ?? row;
  await saveActions(tx, [action]);
  const taken = action.kind === 'taken';
  await saveCases(tx, [
    {
      ...locked,
      next_mover: 'importer',
      due_at: action.due_at,
      summary: { ...locked.summary, ...(taken ? { total: action.after } : {}) },
      updated_at: moment.at,
    },
  ]);
  await addEvents(tx, [
    {
      tenant_id: row.tenant_id,
      case_id: row.case_id,
      at: moment.at,
      kind: `action-${action.kind}`,
      actor: tenant.did,
      detail: { action: action.action_id, reason: action.reason, lines: [...action.lines], by: member.name },
    },
  ]);
  await audit(tx, {
    tenantId: tenant.id,
    at: moment.at,
    actor: member.name,
    action: `action.${action.kind}`,
    subject: action.entry_number,
    detail: { action: action.action_id, lines: [...action.lines], reason: action.reason },
  });
  const body: ActionNoticeBody = { notice: 'action', program: row.program, action: withoutTenant(action) };
  const parties = [...new Set([row.filer_did, row.importer_did])].filter((did) => did !== null);
  await context.exchange.send(
    tx,
    parties.map((to) => ({
      from: tenant,
      to,
      thread: row.case_id,
      kind: 'notice' as const,
      body: body as unknown as JsonObject,
      attachments: [],
      moment,
    })),
  );
}

function withoutTenant({
  tenant_id: _tenant,
  thread_id: _thread,
  story: _story,
  ...action
}: ActionRow): ActionNoticeBody['action'] {
  return { ...action, lines: [...action.lines] };
}
