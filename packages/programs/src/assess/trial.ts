import { type Static, Type } from 'typebox';

/** How a recorded measure is compared with its threshold. */
export const ThresholdSchema = Type.Object({
  measure: Type.String(),
  label: Type.String(),
  unit: Type.String(),
  /** What the trade did before, with its source. */
  baseline: Type.Object({ value: Type.String(), source: Type.String() }),
  direction: Type.Union([Type.Literal('at-most'), Type.Literal('at-least')]),
  /** Reached: evidence for go. */
  go: Type.String(),
  /** Not even this reached: evidence for stop. Between the two: change. */
  stop: Type.String(),
  /** Why these figures. */
  reason: Type.String(),
});
export type Threshold = Static<typeof ThresholdSchema>;

/** A question of law or policy that the trial must answer. */
export const RegisterQuestionSchema = Type.Object({
  id: Type.String(),
  question: Type.String(),
  citation: Type.String(),
  answer: Type.Optional(Type.String()),
  owner: Type.String(),
  status: Type.Union([Type.Literal('open'), Type.Literal('answered'), Type.Literal('blocked')]),
});
export type RegisterQuestion = Static<typeof RegisterQuestionSchema>;

/** What a trial sets out to show, fixed before it starts. */
export const TrialSchema = Type.Object({
  program: Type.String(),
  title: Type.String(),
  hypothesis: Type.String(),
  participants: Type.Array(Type.String()),
  from: Type.String(),
  until: Type.String(),
  /** Fewer recorded cases than this give counts, no medians. */
  minimumCases: Type.Integer(),
  thresholds: Type.Array(ThresholdSchema),
  registers: Type.Object({
    legal: Type.Array(RegisterQuestionSchema),
    policy: Type.Array(RegisterQuestionSchema),
  }),
});
export type Trial = Static<typeof TrialSchema>;
