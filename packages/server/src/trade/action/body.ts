import type { Instant, JsonObject } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { ActionRow } from './store.ts';

const Text = Type.String({ maxLength: 500 });
const Note = Type.String({ maxLength: 8000 });
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' });
const Amount = Type.String({ pattern: '^-?\\d{1,15}(\\.\\d{1,2})?$' });
const InstantText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const State = Type.Enum(['waiting', 'agreed', 'disputed', 'taken', 'taken-up']);

const AnswerSchema = Type.Object({ by: Text, agree: Type.Boolean(), text: Note, at: InstantText });

/** The action itself, which every message of the agency about it repeats. */
const ActionFactsSchema = Type.Object({
  actionId: Uuid,
  revision: Type.Integer({ minimum: 1 }),
  entryNumber: Text,
  program: Text,
  kind: Type.Union([Type.Literal('proposed'), Type.Literal('taken')]),
  state: State,
  reason: Note,
  lines: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 999 }),
  before: Amount,
  after: Amount,
  difference: Amount,
  openedAt: InstantText,
  dueAt: Type.Union([InstantText, Type.Null()]),
  answer: Type.Union([AnswerSchema, Type.Null()]),
});
export type ActionFacts = Static<typeof ActionFactsSchema>;

/** What the agency says about actions; one that is taken names the proposed ones that it follows, as they now stand. */
const ActionMessageSchema = Type.Object({
  notice: Type.Literal('action'),
  act: Type.Union([
    Type.Literal('action-proposed'),
    Type.Literal('action-taken'),
    Type.Literal('action-answered'),
  ]),
  action: ActionFactsSchema,
  follows: Type.Array(ActionFactsSchema, { maxItems: 100 }),
});
export type ActionMessage = Static<typeof ActionMessageSchema>;

/** What importer or filer answers to a proposed action. */
const ActionAnswerSchema = Type.Object({
  act: Type.Literal('answer-action'),
  actionId: Uuid,
  agree: Type.Boolean(),
  text: Note,
});
export type ActionAnswer = Static<typeof ActionAnswerSchema>;

const messageShape = Compile(ActionMessageSchema);
const answerShape = Compile(ActionAnswerSchema);

/** The body of an envelope about an action; undefined when it has another form. */
export function readActionMessage(body: JsonObject): ActionMessage | undefined {
  return messageShape.Check(body) ? body : undefined;
}

/** The body of an envelope that answers an action; undefined when it has another form. */
export function readActionAnswer(body: JsonObject): ActionAnswer | undefined {
  return answerShape.Check(body) ? body : undefined;
}

/** An action as it goes over the wire. */
export function factsOfAction(row: ActionRow, program: string): ActionFacts {
  const { answered_by: by, agreed: agree, answer: text, answered_at: at } = row;
  return {
    actionId: row.action_id,
    revision: row.revision,
    entryNumber: row.entry_number,
    program,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    lines: [...row.lines],
    before: row.before,
    after: row.after,
    difference: row.difference,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    answer: by !== null && agree !== null && text !== null && at !== null ? { by, agree, text, at } : null,
  };
}

export interface ActionPlace {
  readonly tenantId: string;
  readonly threadId: string;
  readonly story: boolean;
}

/** An action that arrived, as a row of the party's own. */
export function rowOfAction(facts: ActionFacts, { tenantId, threadId, story }: ActionPlace): ActionRow {
  const { answer } = facts;
  return {
    tenant_id: tenantId,
    thread_id: threadId,
    action_id: facts.actionId,
    revision: facts.revision,
    entry_number: facts.entryNumber,
    kind: facts.kind,
    state: facts.state,
    reason: facts.reason,
    lines: facts.lines,
    before: facts.before,
    after: facts.after,
    difference: facts.difference,
    opened_at: facts.openedAt as Instant,
    due_at: facts.dueAt as Instant | null,
    answer: answer?.text ?? null,
    agreed: answer?.agree ?? null,
    answered_at: (answer?.at ?? null) as Instant | null,
    answered_by: answer?.by ?? null,
    story,
  };
}
