import { MoneySchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { CertaintySchema } from '../reference/dated.ts';
import { FigureSourceSchema } from './field.ts';

const WholeDollars = Type.String({ pattern: '^\\d+$' });
const DollarText = Type.String({ pattern: '^-?\\d+\\.\\d{2}$' });

/** One step from the price to the entered value: what it does, by which rule, and where the figure comes from. */
export const ValueStepSchema = Type.Object({
  step: Type.Union([
    Type.Literal('price'),
    Type.Literal('addition'),
    Type.Literal('deduction'),
    Type.Literal('unchanged'),
    Type.Literal('conversion'),
    Type.Literal('rounding'),
  ]),
  /** Kind of the adjustment, for additions, deductions and what changes nothing. */
  kind: Type.Optional(Type.String()),
  name: Type.String(),
  /** The figure that the step is about, before its effect. */
  figure: MoneySchema,
  /** What the step does to the value, signed. */
  effect: MoneySchema,
  /** Value after the step. */
  running: MoneySchema,
  why: Type.String(),
  cite: Type.String(),
  source: Type.Optional(FigureSourceSchema),
});
export type ValueStep = Static<typeof ValueStepSchema>;

/** The rate of exchange and why it is this one. */
export const ExchangeSchema = Type.Object({
  currency: Type.String(),
  /** US dollars for one unit of the currency. */
  rate: Type.String(),
  kind: Type.Union([
    Type.Literal('none'),
    Type.Literal('proclaimed'),
    Type.Literal('quarterly'),
    Type.Literal('daily'),
    Type.Literal('given'),
  ]),
  /** Day whose rate it is. */
  rateDate: Type.Optional(Type.String()),
  /** Percentage by which the daily rate differs, where both are at hand. */
  variance: Type.Optional(Type.String()),
  why: Type.String(),
  cite: Type.String(),
  source: Type.String(),
  certainty: CertaintySchema,
});
export type Exchange = Static<typeof ExchangeSchema>;

/** Something the preparer should know: nothing is wrong in form, but the value may not stand. */
export const ValueNoteSchema = Type.Object({
  note: Type.Union([
    Type.Literal('carriage-not-identified'),
    Type.Literal('term-contradicted'),
    Type.Literal('term-missing'),
    Type.Literal('inland-freight-stays'),
    Type.Literal('daily-rate-not-at-hand'),
    Type.Literal('related-not-shown'),
    Type.Literal('related-shown'),
    Type.Literal('related-test-value'),
    Type.Literal('rounding-differs'),
  ]),
  path: Type.String(),
  text: Type.String(),
  cite: Type.String(),
});
export type ValueNote = Static<typeof ValueNoteSchema>;

export const LineWorksheetSchema = Type.Object({
  number: Type.String(),
  steps: Type.Array(ValueStepSchema),
  /** Exact value in the currency of the steps. */
  value: MoneySchema,
  /** Value in US dollars before rounding to whole dollars, to the cent. */
  dollars: DollarText,
  /** What the entry summary states: whole US dollars. */
  enteredValue: WholeDollars,
  /** International freight, insurance and related charges, reported apart: whole US dollars. */
  charges: WholeDollars,
});
export type LineWorksheet = Static<typeof LineWorksheetSchema>;

/** Customs value of a sale, step by step, by transaction value (19 CFR 152.103). */
export const ValueWorksheetSchema = Type.Object({
  method: Type.Literal('transaction-value'),
  cite: Type.String(),
  currency: Type.String(),
  exportDate: Type.String(),
  incoterm: Type.Optional(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      place: Type.Optional(Type.String()),
      covers: Type.String(),
    }),
  ),
  exchange: ExchangeSchema,
  /** Rates of further currencies that charges are in. */
  otherExchanges: Type.Array(ExchangeSchema),
  /** Currency that the steps run in: that of the sale, or US dollars where amounts are in several. */
  steps: Type.String(),
  lines: Type.Array(LineWorksheetSchema),
  totals: Type.Object({
    price: MoneySchema,
    additions: MoneySchema,
    deductions: MoneySchema,
    value: MoneySchema,
    dollars: DollarText,
    enteredValue: WholeDollars,
    charges: WholeDollars,
  }),
  related: Type.Boolean(),
  notes: Type.Array(ValueNoteSchema),
  /** Digest of the tables that it was computed with. */
  reference: Type.String(),
});
export type ValueWorksheet = Static<typeof ValueWorksheetSchema>;
