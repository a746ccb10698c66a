import { type Static, Type } from 'typebox';
import { CalendarDateSchema, CertaintySchema, dated } from '../reference/dated.ts';

/** The costs that a delivery term can put into the price. */
export const priceParts = [
  'loading',
  'foreign-inland-freight',
  'export-clearance',
  'international-freight',
  'international-insurance',
  'us-unloading',
  'us-inland-freight',
  'us-duty',
] as const;
export type PricePart = (typeof priceParts)[number];

/** A delivery term of some edition of the Incoterms rules, or of older usage, and the costs its price holds. */
export const IncotermSchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  /** Years of the editions that list it. */
  editions: Type.Array(Type.String()),
  includes: Type.Array(Type.Enum(priceParts)),
  cite: Type.String(),
  ...dated,
});
export type Incoterm = Static<typeof IncotermSchema>;

/** What an adjustment does to the value, beside the price and inside it. */
export const AdjustmentRuleSchema = Type.Object({
  kind: Type.String(),
  name: Type.String(),
  /** Amount beside the price: added to the value, or left out of it. */
  beside: Type.Union([Type.Literal('add'), Type.Literal('leave'), Type.Literal('deduct')]),
  /** Amount inside the price: taken out of the value, or left in it. */
  inside: Type.Union([Type.Literal('deduct'), Type.Literal('leave')]),
  /** Part of the price that a delivery term may hold it in. */
  part: Type.Optional(Type.Enum(priceParts)),
  /** Reported apart as charges: always, or only where it is taken out of the price as part of the shipment. */
  charge: Type.Optional(Type.Union([Type.Literal('always'), Type.Literal('deducted')])),
  why: Type.String(),
  cite: Type.String(),
  ...dated,
});
export type AdjustmentRule = Static<typeof AdjustmentRuleSchema>;

/** A rate of exchange as it was proclaimed or certified: US dollars for one unit of the currency. */
export const ExchangeRateSchema = Type.Object({
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  /** `given`: named by the filer, because no certified rate is at hand; never read from a table. */
  kind: Type.Union([
    Type.Literal('proclaimed'),
    Type.Literal('quarterly'),
    Type.Literal('daily'),
    Type.Literal('given'),
  ]),
  rate: Type.String({ pattern: '^\\d+(\\.\\d+)?$' }),
  /** First and last day on which it holds; a daily rate holds on one day. */
  from: CalendarDateSchema,
  to: CalendarDateSchema,
  knownAt: CalendarDateSchema,
  /** Official, free: only where several rates are certified for one currency (19 CFR 159.36). */
  type: Type.Optional(Type.String()),
  source: Type.String(),
  certainty: CertaintySchema,
});
export type ExchangeRate = Static<typeof ExchangeRateSchema>;

export const BankHolidaySchema = Type.Object({
  date: CalendarDateSchema,
  name: Type.String(),
  source: Type.String(),
  certainty: CertaintySchema,
});
export type BankHoliday = Static<typeof BankHolidaySchema>;

/** Everything a value worksheet reads. */
export interface ValueTables {
  readonly incoterms: readonly Incoterm[];
  readonly adjustments: readonly AdjustmentRule[];
  readonly exchangeRates: readonly ExchangeRate[];
  /** Days on which banks are generally closed in New York, beside Saturdays and Sundays. */
  readonly bankHolidays: readonly BankHoliday[];
}
