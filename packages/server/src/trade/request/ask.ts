import { ok, type Refusal, type Result, refused, resolvePointer } from '@portolan/kernel';
import type { RequestTemplate } from '@portolan/programs';
import type { Moment } from '../../exchange/moment.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import type { Act } from '../draft/steps.ts';
import { type FiledEntry, openEntry } from '../entry/filed.ts';
import { lockCase } from '../store/cases.ts';
import { timeId } from '../store/time-id.ts';
import { requestCatalogue } from './catalogue.ts';
import { factsOfRow } from './facts.ts';
import { momentInCase } from './moment.ts';
import { publish } from './publish.ts';
import { aboutOf, firstHolder, lineOf, recipientsOf } from './recipients.ts';
import { recordChange } from './record-change.ts';
import type { RequestQuestionRow, StoredRequest } from './store.ts';
import { deliverSoon } from './tell.ts';
import { endOfTerm } from './term.ts';

export interface Question {
  /** Id of a template of the entry's program. */
  readonly template: string;
  /** Pointer into the entry: a line, a field of it, a field of the whole; '' for the entry as a whole. */
  readonly field: string;
  /** Questions that were kept or added; the template's own when absent. */
  readonly questions?: readonly string[];
  readonly note?: string;
}

/**
 * Opens a request for information (CBP Form 28) on a field and routes it at once to importer, filer and the party that
 * holds the evidence. Answers its id. Refuses an unknown template, a field that the entry hasn't got, a request that
 * asks nothing, and an entry that the agency doesn't hold.
 */
export async function askForInformation(
  context: TradeContext,
  act: Act,
  entryNumber: string,
  question: Question,
): Promise<Result<string>> {
  const opened = await openEntry(context, act.tenant.id, entryNumber);
  if (!opened.ok) return opened;
  const filed = opened.value;
  const template = templateOf(context, filed, question);
  if (!template.ok) return template;
  const fault = faultOf(filed, question);
  if (fault) return refused(fault);
  const moment = momentInCase(filed.row, act.moment, context.clock.now());
  const row = requestRow(filed, act, template.value, question, moment);
  const message = { act: 'opened' as const, request: factsOfRow(row, filed.row.program) };
  const sealed = await withTransaction(context.pool, async (tx) => {
    await lockCase(tx, row.tenant_id, row.thread_id);
    return recordChange(context, tx, { ...act, moment }, row, message);
  });
  publish(context, row, moment.at);
  await deliverSoon(context, sealed);
  return ok(row.request_id);
}

function templateOf(
  context: TradeContext,
  { row }: FiledEntry,
  { template: id }: Question,
): Result<RequestTemplate> {
  const template = context.programs.get(row.program)?.requestTemplates.find((one) => one.id === id);
  if (template) return ok(template);
  const params = { template: id };
  return refused(tradeCatalogue.refuse('NODE_TEMPLATE_UNKNOWN', { path: '/template', params }));
}

function faultOf({ dossier }: FiledEntry, { field, questions, note }: Question): Refusal | undefined {
  if (field !== '' && (!field.startsWith('/') || resolvePointer(dossier.entry, field) === undefined))
    return tradeCatalogue.refuse('NODE_FIELD_UNKNOWN', { path: '/field', params: { field } });
  if (questions?.length === 0 && !note?.trim())
    return requestCatalogue.refuse('NODE_REQUEST_EMPTY', { path: '/questions' });
  return undefined;
}

function requestRow(
  { row, dossier }: FiledEntry,
  { tenant }: Act,
  template: RequestTemplate,
  question: Question,
  { at, story }: Moment,
): StoredRequest {
  const recipients = recipientsOf(dossier, template, question.field).filter(({ did }) => did !== tenant.did);
  return {
    tenant_id: tenant.id,
    thread_id: row.case_id,
    request_id: timeId(),
    revision: 1,
    round: 1,
    entry_number: row.entry_number ?? '',
    template: template.id,
    subject: template.subject,
    title: template.title,
    cite: template.cite,
    path: question.field,
    line: lineOf(dossier, question.field)?.number ?? null,
    about: aboutOf(dossier, question.field),
    questions: questionsOf(template, question.questions),
    message: question.note?.trim() ?? '',
    confidential: template.confidentialAnswer,
    holder_did: firstHolder(recipients, template) ?? null,
    routed_to: recipients,
    from_did: tenant.did,
    opened_at: at,
    due_at: endOfTerm(at, template.days),
    term_days: template.days,
    extended_to: null,
    extension_by: null,
    extension_days: null,
    closed_at: null,
    outcome: null,
    story,
  };
}

/** A question kept from the template keeps its name, by which rules know the answer. */
function questionsOf(
  template: RequestTemplate,
  kept: readonly string[] | undefined,
): readonly RequestQuestionRow[] {
  const own = template.questions.map(({ id, text, wants }) => ({ id, text, wants }));
  if (!kept) return own;
  return kept.map(
    (text, index) =>
      own.find((question) => question.text === text) ?? { id: `own-${index + 1}`, text, wants: 'text' },
  );
}
