import { type Static, Type } from 'typebox';

/** What was recorded of one filing of the trial. Durations in milliseconds. */
export const CaseMeasureSchema = Type.Object({
  sample: Type.Boolean(),
  accepted: Type.Boolean(),
  millisecondsToReceipt: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Fields by provenance class. */
  fields: Type.Object({
    signed: Type.Integer({ minimum: 0 }),
    imported: Type.Integer({ minimum: 0 }),
    computed: Type.Integer({ minimum: 0 }),
    assigned: Type.Integer({ minimum: 0 }),
    typed: Type.Integer({ minimum: 0 }),
  }),
  /** Fields that a person typed although a document gave them. */
  fieldsGivenTwice: Type.Integer({ minimum: 0 }),
  /** Claims found wrong while the filing was a draft. */
  caughtBefore: Type.Integer({ minimum: 0 }),
  /** Claims found wrong by the agency after filing. */
  caughtAfter: Type.Integer({ minimum: 0 }),
  /** Documents that came signed instead of on paper. */
  paperAvoided: Type.Integer({ minimum: 0 }),
});
export type CaseMeasure = Static<typeof CaseMeasureSchema>;

/** What was recorded of one request for information. */
export const RequestMeasureSchema = Type.Object({
  sample: Type.Boolean(),
  answered: Type.Boolean(),
  inTime: Type.Boolean(),
  days: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type RequestMeasure = Static<typeof RequestMeasureSchema>;

export const MeasuresSchema = Type.Object({
  cases: Type.Array(CaseMeasureSchema),
  requests: Type.Array(RequestMeasureSchema),
});
export type Measures = Static<typeof MeasuresSchema>;
