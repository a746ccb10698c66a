import type { Instant, JsonObject } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { ActionState } from './store.ts';

const Text = Type.String({ maxLength: 500 });
const Note = Type.String({ maxLength: 8000 });
const Maybe = Type.Union([Note, Type.Null()]);
const Amount = Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' });

const ActionNoticeSchema = Type.Object({
  notice: Type.Literal('action'),
  program: Text,
  action: Type.Object({
    action_id: Type.String({ pattern: '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' }),
    entry_number: Text,
    kind: Type.Union([Type.Literal('proposed'), Type.Literal('taken')]),
    state: Type.Unsafe<ActionState>(
      Type.Union([
        Type.Literal('waiting'),
        Type.Literal('agreed'),
        Type.Literal('disputed'),
        Type.Literal('taken'),
      ]),
    ),
    reason: Note,
    lines: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 999 }),
    before: Amount,
    after: Amount,
    difference: Amount,
    opened_at: Type.Unsafe<ActionInstant>(Text),
    due_at: Type.Unsafe<ActionInstant | null>(Type.Union([Text, Type.Null()])),
    answer: Maybe,
    agreed: Type.Union([Type.Boolean(), Type.Null()]),
    answered_at: Type.Unsafe<ActionInstant | null>(Type.Union([Text, Type.Null()])),
  }),
});

type ActionInstant = Instant;

/** What filer and importer are told of an action. */
export type ActionNoticeBody = Static<typeof ActionNoticeSchema>;

const shape = Compile(ActionNoticeSchema);

/** The body of a notice of action; undefined when it has another form. */
export function readActionNotice(body: JsonObject): ActionNoticeBody | undefined {
  return shape.Check(body) ? body : undefined;
}
