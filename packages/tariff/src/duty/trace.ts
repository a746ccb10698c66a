import { type Static, Type } from 'typebox';
import { CertaintySchema } from '../reference/dated.ts';

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
  /** Chapter 98 or 99 heading under which the layer applied, as the schedule prints it: reported beside the number. */
  heading: Type.Optional(Type.String()),
  /** How sure the row is that decided, where it is not the schedule itself. */
  certainty: Type.Optional(CertaintySchema),
});
export type TraceStep = Static<typeof TraceStepSchema>;

export const FeeAmountSchema = Type.Object({
  /** Accounting class: 499 merchandise processing, 501 harbor maintenance, 311 informal entry, 016 to 022 excise tax. */
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
