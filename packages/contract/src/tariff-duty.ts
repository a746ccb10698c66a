import { DutyLineInputSchema, DutyResultSchema } from '@portolan/tariff';
import { type Static, Type } from 'typebox';
import { DateSchema, NoteSchema } from './common.ts';
import { route } from './route.ts';

const { number: _, quantities, ...lineFields } = DutyLineInputSchema.properties;

/** What is asked of the tariff: lines of one entry on a date; what is not said is a formal entry by container vessel. */
export const DutyQuestionSchema = Type.Object({
  entryType: Type.Optional(Type.String({ maxLength: 2 })),
  modeOfTransport: Type.Optional(Type.String({ maxLength: 2 })),
  date: DateSchema,
  /** Date of importation where it is another. */
  importDate: Type.Optional(DateSchema),
  /** Facts that were published later are not used; now where it is not given. */
  knownAt: Type.Optional(Type.String({ maxLength: 30 })),
  port: Type.Optional(Type.String({ maxLength: 8 })),
  override: Type.Optional(NoteSchema),
  lines: Type.Array(Type.Object({ ...lineFields, quantities: Type.Optional(quantities) }), {
    minItems: 1,
    maxItems: 999,
  }),
});
export type DutyQuestion = Static<typeof DutyQuestionSchema>;
export type DutyAnswer = Static<typeof DutyResultSchema>;

export const computeDutyRoute = route({
  method: 'POST',
  url: '/api/tariff/duty',
  summary: 'Duty and fees with the trace of every step',
  access: 'member',
  body: DutyQuestionSchema,
  response: DutyResultSchema,
});
