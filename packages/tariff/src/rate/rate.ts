import { type Static, Type } from 'typebox';

/*
 * What a rate column of the tariff says. Decimals are texts: percent 2.9 is "2.9" (and may be "33 1/3"), 4.7 cents is
 * "0.047" dollars. `of` keeps the schedule's own words where a rate counts only a part of the goods ("lead content").
 */

export const FreeRateSchema = Type.Object({
  kind: Type.Literal('free'),
  condition: Type.Optional(Type.String()),
});

/** Percent of the entered value, or of the value of the part named by `of`. */
export const AdValoremRateSchema = Type.Object({
  kind: Type.Literal('ad-valorem'),
  percent: Type.String(),
  of: Type.Optional(Type.String()),
});

/** US dollars per unit (UNECE Rec 20), counted only above `over` units of each article where the schedule says so. */
export const SpecificRateSchema = Type.Object({
  kind: Type.Literal('specific'),
  amount: Type.String(),
  currency: Type.Literal('USD'),
  per: Type.String(),
  of: Type.Optional(Type.String()),
  over: Type.Optional(Type.String()),
});

/** Raw sugar: `amount` less `less` for each degree under `degrees`, but not less than `minimum`, per unit. */
export const PolarityRateSchema = Type.Object({
  kind: Type.Literal('polarity'),
  amount: Type.String(),
  less: Type.String(),
  degrees: Type.String(),
  minimum: Type.String(),
  per: Type.String(),
});

export const RateTermSchema = Type.Union([AdValoremRateSchema, SpecificRateSchema, PolarityRateSchema]);

/** All parts together; `limit` is a ceiling that the schedule gives in words. */
export const CompoundRateSchema = Type.Object({
  kind: Type.Literal('compound'),
  parts: Type.Array(RateTermSchema),
  limit: Type.Optional(Type.String()),
});

/** Chapters 98 and 99: the duty of the goods' own subheading, with `plus` added or `minus` percentage points taken. */
export const ApplicableRateSchema = Type.Object({
  kind: Type.Literal('applicable'),
  plus: Type.Optional(RateTermSchema),
  minus: Type.Optional(Type.String()),
  headings: Type.Optional(Type.Array(Type.String())),
});

/** The rate of something else, which the text names: a set, a complete movement, the natural juice. */
export const DerivedRateSchema = Type.Object({ kind: Type.Literal('derived'), basis: Type.String() });

/** Found under other headings or in a note. */
export const SeeRateSchema = Type.Object({
  kind: Type.Literal('see'),
  headings: Type.Array(Type.String()),
  note: Type.Optional(Type.String()),
});

export const UnparsedRateSchema = Type.Object({
  kind: Type.Literal('unparsed'),
  text: Type.String(),
  reason: Type.String(),
});

export const RateSchema = Type.Union([
  FreeRateSchema,
  AdValoremRateSchema,
  SpecificRateSchema,
  PolarityRateSchema,
  CompoundRateSchema,
  ApplicableRateSchema,
  DerivedRateSchema,
  SeeRateSchema,
  Type.Object({ kind: Type.Literal('no-change') }),
  Type.Object({ kind: Type.Literal('none') }),
  UnparsedRateSchema,
]);

export type AdValoremRate = Static<typeof AdValoremRateSchema>;
export type SpecificRate = Static<typeof SpecificRateSchema>;
export type PolarityRate = Static<typeof PolarityRateSchema>;
export type RateTerm = Static<typeof RateTermSchema>;
export type Rate = Static<typeof RateSchema>;

/** One group of the special column: the programs in parentheses and what they get. */
export interface SpecialRate {
  readonly programs: readonly string[];
  readonly rate: Rate;
  /** The rate as printed, without the programs. */
  readonly text: string;
}
