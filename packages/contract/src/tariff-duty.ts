import { RefusalSchema } from '@portolan/kernel';
import { DutyLineInputSchema, DutyResultSchema, WhatIfChangeSchema } from '@portolan/tariff';
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
  /** Also name, on each line, the layers that cannot touch it. */
  explain: Type.Optional(Type.Literal('full')),
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

const SignedAmount = Type.String({ pattern: '^-?\\d+\\.\\d{2}$' });

/** One case of a comparison: its result or why it is refused, and what it costs more than the question as given. */
export const WhatIfCaseSchema = Type.Object({
  label: Type.String(),
  date: DateSchema,
  result: Type.Optional(DutyResultSchema),
  refusals: Type.Optional(Type.Array(RefusalSchema)),
  difference: Type.Optional(
    Type.Object({ duty: SignedAmount, fees: SignedAmount, tax: SignedAmount, total: SignedAmount }),
  ),
});
export type WhatIfCaseView = Static<typeof WhatIfCaseSchema>;
export type WhatIfChangeBody = Static<typeof WhatIfChangeSchema>;

export const whatIfRoute = route({
  method: 'POST',
  url: '/api/tariff/what-if',
  summary: 'The same goods side by side: other origin, other date, with and without a claim',
  access: 'member',
  body: Type.Object({
    question: DutyQuestionSchema,
    /** What is otherwise in each further case. */
    changes: Type.Array(WhatIfChangeSchema, { maxItems: 8 }),
  }),
  response: Type.Object({ cases: Type.Array(WhatIfCaseSchema) }),
});
