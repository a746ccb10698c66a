import { type Static, Type } from 'typebox';

const AmountText = Type.String({ pattern: '^-?\\d+\\.\\d{2}$' });

/** One step of the computation: what was charged or not, on what, by which rule, and why. */
export const TraceStepSchema = Type.Object({
  layer: Type.String(),
  applied: Type.Boolean(),
  /** What the rate was applied to, in words: "14172 USD", "1000 KGM". */
  basis: Type.String(),
  rate: Type.String(),
  /** US dollars. */
  amount: AmountText,
  why: Type.String(),
  cite: Type.String(),
  edition: Type.Optional(Type.String()),
});
export type TraceStep = Static<typeof TraceStepSchema>;

export const FeeAmountSchema = Type.Object({
  /** Accounting class: 499 merchandise processing, 501 harbor maintenance, 311 informal entry. */
  class: Type.String(),
  code: Type.String(),
  /** What is owed, after minimum, maximum and proration. */
  amount: AmountText,
  /** Value times rate of this line before minimum and maximum, as record 62 of the summary reports it. */
  reported: Type.Optional(AmountText),
  trace: TraceStepSchema,
});
export type FeeAmount = Static<typeof FeeAmountSchema>;
export { AmountText };
