import { MoneySchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { CertaintySchema } from '../reference/dated.ts';
import { FigureSourceSchema } from '../value/field.ts';
import { ContentMethodSchema } from './agreement.ts';

const PercentText = Type.String({ pattern: '^-?\\d+\\.\\d{2}$' });

/** Passed, failed, or not to be told from what is at hand. */
export const OutcomeSchema = Type.Union([
  Type.Literal('passed'),
  Type.Literal('failed'),
  Type.Literal('undetermined'),
]);
export type TestOutcome = Static<typeof OutcomeSchema>;

/** One test of a worksheet: what was asked, what it came to, and why. */
export const OriginTestSchema = Type.Object({
  test: Type.String(),
  outcome: OutcomeSchema,
  why: Type.String(),
  cite: Type.String(),
  certainty: CertaintySchema,
});
export type OriginTest = Static<typeof OriginTestSchema>;

/** One material as the worksheet shows it: classification, value, and where the test passed or failed. */
export const MaterialRowSchema = Type.Object({
  id: Type.String(),
  description: Type.String(),
  hs: Type.Optional(Type.String()),
  country: Type.Optional(Type.String()),
  role: Type.String(),
  originating: Type.Boolean(),
  /** Why it counts as originating or not. */
  status: Type.String(),
  value: Type.Optional(MoneySchema),
  /** What of its value counts as non-originating. */
  nonOriginatingValue: Type.Optional(MoneySchema),
  /** Whether the change in tariff classification was asked of it, and what came of it. */
  change: Type.Union([
    Type.Literal('passed'),
    Type.Literal('failed'),
    Type.Literal('tolerated'),
    Type.Literal('undetermined'),
    Type.Literal('not-asked'),
  ]),
  why: Type.String(),
  source: Type.Optional(FigureSourceSchema),
});
export type MaterialRow = Static<typeof MaterialRowSchema>;

/** A regional value content, worked out or shown without its costs. */
export const ContentResultSchema = Type.Object({
  method: ContentMethodSchema,
  formula: Type.String(),
  /** Value, adjusted value or net cost; absent when the content was shown without costs. */
  base: Type.Optional(MoneySchema),
  /** Value of non-originating materials; of originating ones for build-up. */
  materials: Type.Optional(MoneySchema),
  /** Percent rounded down to two decimals: 59.999 does not read as 60. */
  percent: Type.Optional(PercentText),
  minimum: Type.String(),
  outcome: OutcomeSchema,
  why: Type.String(),
  cite: Type.String(),
});
export type ContentResult = Static<typeof ContentResultSchema>;

/** One way to meet the product rule, test by test. */
export const AlternativeResultSchema = Type.Object({
  label: Type.String(),
  outcome: OutcomeSchema,
  words: Type.String(),
  tests: Type.Array(OriginTestSchema),
  materials: Type.Array(MaterialRowSchema),
  content: Type.Array(ContentResultSchema),
});
export type AlternativeResult = Static<typeof AlternativeResultSchema>;

export const RuleResultSchema = Type.Object({
  range: Type.String(),
  words: Type.String(),
  outcome: OutcomeSchema,
  alternatives: Type.Array(AlternativeResultSchema),
  cite: Type.String(),
  from: Type.String(),
  to: Type.Optional(Type.String()),
  source: Type.String(),
  certainty: CertaintySchema,
  /** Older number that the rule is written in, where the good was found through a concordance. */
  through: Type.Optional(Type.String()),
});
export type RuleResult = Static<typeof RuleResultSchema>;

/** Whether a good originates under an agreement, and how that was found. */
export const PreferenceResultSchema = Type.Object({
  agreement: Type.String(),
  date: Type.String(),
  good: Type.Object({ hs: Type.String(), description: Type.String(), madeIn: Type.String() }),
  outcome: Type.Union([
    Type.Literal('originating'),
    Type.Literal('not-originating'),
    Type.Literal('undetermined'),
  ]),
  /** On what ground it originates. */
  basis: Type.Optional(
    Type.Union([
      Type.Literal('wholly-obtained'),
      Type.Literal('product-rule'),
      Type.Literal('originating-materials'),
      Type.Literal('parts-exception'),
    ]),
  ),
  /** Letter of the criterion, where the agreement has letters. */
  criterion: Type.Optional(Type.String()),
  why: Type.String(),
  rule: Type.Optional(RuleResultSchema),
  materials: Type.Array(MaterialRowSchema),
  content: Type.Array(ContentResultSchema),
  tests: Type.Array(OriginTestSchema),
  /** What is not known and would have to be shown. */
  notShown: Type.Array(Type.String()),
  reference: Type.String(),
});
export type PreferenceResult = Static<typeof PreferenceResultSchema>;

/** Country of origin for marking. */
export const MarkingResultSchema = Type.Object({
  outcome: Type.Union([
    Type.Literal('determined'),
    Type.Literal('undetermined'),
    Type.Literal('other-rules'),
  ]),
  countries: Type.Array(Type.String()),
  /** Paragraph of the hierarchy that decided. */
  paragraph: Type.Optional(Type.String()),
  why: Type.String(),
  tests: Type.Array(OriginTestSchema),
  materials: Type.Array(MaterialRowSchema),
  rule: Type.Optional(RuleResultSchema),
  notShown: Type.Array(Type.String()),
});
export type MarkingResult = Static<typeof MarkingResultSchema>;

/** A published ruling that touches goods of this number. */
export const RulingRowSchema = Type.Object({
  number: Type.String(),
  hs6: Type.String(),
  madeIn: Type.String(),
  finding: Type.String(),
  /** Agreements under which such goods were found not to originate. */
  against: Type.Optional(Type.Array(Type.String())),
  cite: Type.String(),
  source: Type.String(),
  certainty: CertaintySchema,
});
export type RulingRow = Static<typeof RulingRowSchema>;

/** Facts about substantial transformation; a country only where a ruling or an officer has determined it. */
export const TransformationResultSchema = Type.Object({
  outcome: Type.Union([Type.Literal('determined'), Type.Literal('undetermined')]),
  country: Type.Optional(Type.String()),
  by: Type.Optional(Type.String()),
  why: Type.String(),
  facts: Type.Array(
    Type.Object({ fact: Type.String(), country: Type.Optional(Type.String()), words: Type.String() }),
  ),
  rulings: Type.Array(RulingRowSchema),
  notShown: Type.Array(Type.String()),
  cite: Type.String(),
});
export type TransformationResult = Static<typeof TransformationResultSchema>;

export const MeltFieldSchema = Type.Object({
  field: Type.Union([
    Type.Literal('melt'),
    Type.Literal('pour'),
    Type.Literal('primary-smelt'),
    Type.Literal('secondary-smelt'),
    Type.Literal('cast'),
  ]),
  label: Type.String(),
  required: Type.Boolean(),
  country: Type.Optional(Type.String()),
  /** Block of form 7501 (10/25) that carries it. */
  block: Type.Optional(Type.String()),
  why: Type.String(),
  cite: Type.String(),
});
export type MeltField = Static<typeof MeltFieldSchema>;

/** Countries of melt, pour, smelt and cast: reported as stated, never derived from the country of origin. */
export const MeltResultSchema = Type.Object({
  applies: Type.Boolean(),
  metal: Type.Optional(Type.String()),
  outcome: Type.Union([Type.Literal('complete'), Type.Literal('incomplete'), Type.Literal('not-asked')]),
  fields: Type.Array(MeltFieldSchema),
  notes: Type.Array(Type.String()),
  cite: Type.String(),
});
export type MeltResult = Static<typeof MeltResultSchema>;

/** The four kinds of origin, apart: none of them answers another. */
export const OriginWorksheetSchema = Type.Object({
  preference: Type.Optional(PreferenceResultSchema),
  marking: Type.Optional(MarkingResultSchema),
  transformation: Type.Optional(TransformationResultSchema),
  melt: Type.Optional(MeltResultSchema),
  reference: Type.String(),
});
export type OriginWorksheet = Static<typeof OriginWorksheetSchema>;
