import { randomUUID } from 'node:crypto';
import { addSeconds, ok, type Refusal, resolvePointer, type Result, refused } from '@portolan/kernel';
import type { RequestTemplate } from '@portolan/programs';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { runningProgram } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { type FiledEntry, openEntry } from '../entry/filed.ts';
import { addEvents } from '../store/timeline.ts';
import { refreshCase } from './case-state.ts';
import { factsOfRow } from './facts.ts';
import { aboutOf, holderOf } from './holder.ts';
import { type RequestRow, saveRequests } from './store.ts';
import { tellParties } from './tell.ts';

const daySeconds = 86_400;

export interface Question {
  readonly template: string;
  /** Pointer into the entry: a line, a field of it, or a field of the whole. */
  readonly field: string;
  /** Instead of the template's own questions. */
  readonly questions?: readonly string[];
  readonly note?: string;
}

/**
 * Opens a request for information (CBP Form 28) on a field, and routes it at once to importer, filer and the party that
 * holds the evidence. Refuses an unknown template, and a field that the entry hasn't got.
 */
export async function askForInformation(
  context: TradeContext,
  act: Act,
  entryNumber: string,
  question: Question,
): Promise<Result<string>> {
  const opened = await openEntry(context, act.tenant.id, entryNumber);
  if (!opened.ok) return opened;
  const template = templateOf(context, opened.value, question.template);
  const refusal = faultOf(opened.value, question, template);
  if (!template || refusal) return refused(refusal ?? templateUnknown(question.template));
  const row = requestRow(opened.value, act, template, question);
  await withTransaction(context.pool, async (tx) => {
    await saveRequests(tx, [row]);
    await tellParties(
      context,
      tx,
      row,
      { act: 'opened', request: factsOfRow(row, opened.value.row.program) },
      { agency: act.tenant, moment: act.moment },
    );
    await addEvents(tx, [
      {
        tenant_id: row.tenant_id,
        case_id: row.thread_id,
        at: act.moment.at,
        kind: 'asked',
        actor: act.tenant.did,
        detail: { request: row.request_id, title: row.title, about: row.about, by: act.member.name },
      },
    ]);
    await refreshCase(tx, row.tenant_id, row.thread_id, act.moment.at);
    await audit(tx, {
      tenantId: act.tenant.id,
      at: act.moment.at,
      actor: act.member.name,
      action: 'request.open',
      subject: row.entry_number,
      detail: { request: row.request_id, template: row.template, field: row.path },
    });
  });
  context.exchange.nudge();
  context.events.publish(act.tenant.id, { kind: 'request', ref: row.request_id, at: act.moment.at });
  return ok(row.request_id);
}

function templateOf(context: TradeContext, { row }: FiledEntry, id: string): RequestTemplate | undefined {
  return runningProgram(context, row.program).program.requestTemplates.find((template) => template.id === id);
}

function faultOf(
  { dossier }: FiledEntry,
  { template: name, field }: Question,
  template: RequestTemplate | undefined,
): Refusal | undefined {
  if (!template) return templateUnknown(name);
  if (field !== '' && resolvePointer(dossier.entry, field) === undefined)
    return tradeCatalogue.refuse('NODE_FIELD_UNKNOWN', { path: '/field', params: { field } });
  return undefined;
}

function templateUnknown(template: string): Refusal {
  return tradeCatalogue.refuse('NODE_TEMPLATE_UNKNOWN', { path: '/template', params: { template } });
}

function requestRow({ row, dossier }: FiledEntry, { tenant, moment }: Act, template: RequestTemplate, question: Question): RequestRow {
  const holder = holderOf(dossier, template, question.field);
  const parties = [row.importer_did, row.filer_did, holder].filter((did) => typeof did === 'string');
  const asked = question.questions?.map((text, index) => ({ id: `own-${index + 1}`, text, wants: 'text' }));
  return {
    tenant_id: tenant.id,
    thread_id: row.case_id,
    request_id: randomUUID(),
    round: 1,
    entry_number: row.entry_number ?? '',
    template: template.id,
    subject: template.subject,
    title: template.title,
    cite: template.cite,
    path: question.field,
    about: aboutOf(dossier, question.field),
    questions: asked ?? template.questions.map(({ id, text, wants }) => ({ id, text, wants })),
    message: question.note ?? template.explanation,
    confidential: template.confidentialAnswer,
    state: 'open',
    holder_did: holder ?? null,
    routed_to: [...new Set(parties)],
    from_did: tenant.did,
    opened_at: moment.at,
    due_at: addSeconds(moment.at, template.days * daySeconds),
    extended: false,
    closed_at: null,
    outcome: null,
    story: row.story_at !== null,
  };
}
