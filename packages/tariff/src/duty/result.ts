import { type Static, Type } from 'typebox';
import { AmountText, FeeAmountSchema, TraceStepSchema } from './trace.ts';

/** Cash deposit of antidumping or countervailing duty under one case. */
export const CaseDepositSchema = Type.Object({
  case: Type.String(),
  kind: Type.Union([Type.Literal('antidumping'), Type.Literal('countervailing')]),
  amount: AmountText,
  trace: TraceStepSchema,
});
export type CaseDeposit = Static<typeof CaseDepositSchema>;

export const LineDutySchema = Type.Object({
  number: Type.Integer(),
  hts: Type.String(),
  rateText: Type.String(),
  column: Type.Union([Type.Literal('general'), Type.Literal('special'), Type.Literal('column-2')]),
  /** Base duty and all additional duties of chapter 99: the sum of `layers`. Deposits, taxes and fees are apart. */
  duty: AmountText,
  layers: Type.Array(TraceStepSchema),
  /** Numbers to report on the line, chapter 98 first, then 99 in their order, then the goods' own; digits only. */
  headings: Type.Optional(Type.Array(Type.String())),
  deposits: Type.Optional(Type.Array(CaseDepositSchema)),
  taxes: Type.Optional(Type.Array(FeeAmountSchema)),
  fees: Type.Array(FeeAmountSchema),
});
export type LineDuty = Static<typeof LineDutySchema>;

/** A measure that may apply and whose amount is not in the totals. */
export const NotComputedSchema = Type.Object({
  layer: Type.String(),
  name: Type.String(),
  /** Number of the line, absent for the whole entry. */
  line: Type.Optional(Type.Integer()),
  why: Type.String(),
  cite: Type.String(),
});
export type NotComputed = Static<typeof NotComputedSchema>;

export const OverrideSchema = Type.Object({
  reason: Type.String({ minLength: 1, maxLength: 1000 }),
  by: Type.String({ minLength: 1, maxLength: 200 }),
});
export type Override = Static<typeof OverrideSchema>;

/** Duty and fees of an entry: amounts in US dollars with cents, and every step that led to them. */
export const DutyResultSchema = Type.Object({
  edition: Type.String(),
  date: Type.String(),
  lines: Type.Array(LineDutySchema),
  fees: Type.Array(FeeAmountSchema),
  totals: Type.Object({
    duty: AmountText,
    fees: AmountText,
    tax: AmountText,
    antidumping: Type.Optional(AmountText),
    countervailing: Type.Optional(AmountText),
    /** Everything together. */
    total: AmountText,
  }),
  trace: Type.Array(TraceStepSchema),
  reference: Type.String(),
  notComputed: Type.Array(NotComputedSchema),
  override: Type.Optional(OverrideSchema),
});
export type DutyResult = Static<typeof DutyResultSchema>;
