import { type Static, Type } from 'typebox';
import { CalendarDateSchema, dated } from '../reference/dated.ts';
import { ConditionSchema } from './condition.ts';

/** A measure beside the base rate that may touch a line and is not computed: it is named, never left out silently. */
export const NamedLayerSchema = Type.Object({
  ...dated,
  id: Type.String(),
  name: Type.String(),
  why: Type.String(),
  cite: Type.String(),
  /** Countries of origin it can touch; all when absent. */
  origins: Type.Optional(Type.Array(Type.String())),
  /** Chapter 99 headings whose mention in a footnote of the line shows that it may apply (beginning of the number). */
  footnotes: Type.Optional(Type.Array(Type.String())),
  /** Words of a footnote that show the same. */
  footnoteWords: Type.Optional(Type.Array(Type.String())),
  /** Beginnings of HTS numbers that it names. */
  prefixes: Type.Optional(Type.Array(Type.String())),
  /** Name of a list of HTS numbers in scopes.tsv. */
  scope: Type.Optional(Type.String()),
});
export type NamedLayer = Static<typeof NamedLayerSchema>;

/** What a chapter 99 heading does to goods that fall under it. */
export const EffectSchema = Type.Union([
  /** `percent` of the basis beside the duty of the goods' own number. */
  Type.Literal('add'),
  /** As much as is missing from the base duty to `percent` of the basis; nothing where the base duty is as high. */
  Type.Literal('raise-to'),
  /** `percent` of the basis takes the place of the base duty. */
  Type.Literal('instead'),
  /** Nothing: the heading exempts. */
  Type.Literal('none'),
]);
export type Effect = Static<typeof EffectSchema>;

/** One row of a layer: a heading of chapter 99 with its dates, the goods it names, and what it does to them. */
export const MeasureSchema = Type.Object({
  ...dated,
  /** Printed number of the heading; blank for a measure without one. */
  heading: Type.String(),
  /** The heading to report instead where `raise-to` adds nothing. */
  headingIfNothing: Type.Optional(Type.String()),
  effect: EffectSchema,
  percent: Type.Optional(Type.String({ pattern: '^\\d+(\\.\\d+)?$' })),
  /** What the percentage is of: the entered value, or the value of this part of the goods. */
  of: Type.Optional(Type.String()),
  /** First day on which the row was known; the first day of its validity when absent. */
  knownAt: Type.Optional(CalendarDateSchema),
  /** Day from which it is known that the row does not hold: void from the beginning, or corrected back in time. */
  supersededAt: Type.Optional(CalendarDateSchema),
  origins: Type.Optional(Type.Array(Type.String())),
  notOrigins: Type.Optional(Type.Array(Type.String())),
  /** Name of the list in scopes.tsv that must name the number, and its heading there (else this row's heading). */
  scope: Type.Optional(Type.String()),
  list: Type.Optional(Type.String()),
  /** Beginnings of HTS numbers, where no list is needed. */
  prefixes: Type.Optional(Type.Array(Type.String())),
  notPrefixes: Type.Optional(Type.Array(Type.String())),
  /** Holds only where the filer claims the heading: the facts it rests on are the filer's to know. */
  claimed: Type.Optional(Type.Boolean()),
  /** With `claimed`: goods of this number may be meant; where it is not claimed, the layer is named as open. */
  open: Type.Optional(Type.Boolean()),
  conditions: Type.Optional(Type.Array(ConditionSchema)),
  /** Whether the goods count as subject to the layer, which keeps other layers off; as the effect says when absent. */
  subject: Type.Optional(Type.Boolean()),
  why: Type.String(),
  cite: Type.String(),
});
export type Measure = Static<typeof MeasureSchema>;

/** A layer of additional duty. Of its rows in force the first that fits the goods decides. */
export const DutyLayerSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  cite: Type.String(),
  /** Numbers of these chapters are never touched. */
  notChapters: Type.Array(Type.String()),
  /** Last day for which the rows at hand can know the layer, and what is unknown after it. */
  horizon: Type.Optional(CalendarDateSchema),
  unknownAfter: Type.Optional(Type.String()),
  rows: Type.Array(MeasureSchema),
});
export type DutyLayer = Static<typeof DutyLayerSchema>;

/** How two layers stand to one another, by date. */
export const StackingSchema = Type.Object({
  ...dated,
  layer: Type.String(),
  /** `excludes`: value charged under `layer` is not charged under `other`. `precedes`: is computed and reported before. */
  relation: Type.Union([Type.Literal('excludes'), Type.Literal('precedes')]),
  other: Type.String(),
  /** Heading to report for `other` where it is kept off. */
  heading: Type.Optional(Type.String()),
  why: Type.String(),
  cite: Type.String(),
});
export type Stacking = Static<typeof StackingSchema>;
