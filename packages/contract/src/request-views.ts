import { type Static, Type } from 'typebox';
import { DigestSchema, EntryNumberSchema, InstantSchema, PartyRefSchema, PointerSchema } from './common.ts';

export const RequestStateSchema = Type.Enum(['open', 'answered', 'escalated', 'overdue', 'closed']);

/** A request for information (Form 28) as a list shows it. */
export const RequestSummarySchema = Type.Object({
  id: Type.String(),
  entryNumber: EntryNumberSchema,
  line: Type.Optional(Type.Integer()),
  field: PointerSchema,
  subject: Type.String(),
  title: Type.String(),
  state: RequestStateSchema,
  stateWords: Type.String(),
  whoMoves: Type.String(),
  askedAt: InstantSchema,
  due: InstantSchema,
  daysLeft: Type.Integer(),
  extended: Type.Boolean(),
  /** True where this organization is asked to answer and has not yet. */
  mine: Type.Boolean(),
});
export type RequestSummary = Static<typeof RequestSummarySchema>;

/** An answer as the viewer may see it: what was disclosed to the agency alone shows to others only that it was answered. */
export const AnswerViewSchema = Type.Object({
  id: Type.String(),
  by: PartyRefSchema,
  at: InstantSchema,
  disclosure: Type.Union([Type.Literal('all'), Type.Literal('agency')]),
  text: Type.Optional(Type.String()),
  evidence: Type.Array(Type.Object({ digest: DigestSchema, title: Type.String(), type: Type.String() })),
  withheld: Type.Boolean(),
});
export type AnswerView = Static<typeof AnswerViewSchema>;

export const RequestViewSchema = Type.Object({
  ...RequestSummarySchema.properties,
  questions: Type.Array(Type.Object({ id: Type.String(), text: Type.String(), wants: Type.String() })),
  note: Type.Optional(Type.String()),
  cite: Type.String(),
  recipients: Type.Array(
    Type.Object({
      party: PartyRefSchema,
      role: Type.String(),
      state: Type.String(),
      confidentialAllowed: Type.Boolean(),
    }),
  ),
  answers: Type.Array(AnswerViewSchema),
  events: Type.Array(
    Type.Object({ at: InstantSchema, title: Type.String(), by: Type.Optional(PartyRefSchema) }),
  ),
  /** What the viewer may do now: `answer`, `extend`, `escalate`, `close`. */
  may: Type.Array(Type.String()),
});
export type RequestView = Static<typeof RequestViewSchema>;
