import { type Static, Type } from 'typebox';
import { dated } from '../../reference/dated.ts';
import { ContentMethodSchema } from '../agreement.ts';
import { RangeListSchema } from './range.ts';

/** How far from the good a material must be classified. */
export const changeLevels = ['chapter', 'heading', 'subheading'] as const;
export type ChangeLevel = (typeof changeLevels)[number];

export const TariffChangeSchema = Type.Object({
  /** "From any other chapter, heading or subheading"; absent where only `alsoFrom` is allowed. */
  level: Type.Optional(Type.Enum(changeLevels)),
  /** Materials must stand outside the whole group that the rule covers. */
  outsideGroup: Type.Optional(Type.Boolean()),
  /** Materials may also come from these numbers, although they are no change of the level. */
  alsoFrom: Type.Optional(RangeListSchema),
  except: Type.Optional(RangeListSchema),
});
export type TariffChange = Static<typeof TariffChangeSchema>;

/** Something that tariff numbers and amounts can not tell: the producer states it. */
export const RuleConditionSchema = Type.Object({
  /** Key under which the producer's answer is given, for instance "cut-and-sewn". */
  id: Type.String(),
  words: Type.String(),
});

/** A share of materials by weight or volume. */
export const ShareConditionSchema = Type.Object({
  by: Type.Union([Type.Literal('weight'), Type.Literal('volume')]),
  /** Of the materials counted, or of the whole good. */
  of: Type.Union([Type.Literal('materials'), Type.Literal('good')]),
  materials: RangeListSchema,
  /** At least this percentage originates, or at most this percentage does not. */
  atLeastOriginating: Type.Optional(Type.String()),
  atMostNonOriginating: Type.Optional(Type.String()),
});

/** One way to meet a rule: everything that it names must hold. */
export const RuleAlternativeSchema = Type.Object({
  label: Type.String(),
  /** Goods of the range that it is for ("passenger vehicle"); the good says what it is in `kind`. */
  forKind: Type.Optional(Type.String()),
  change: Type.Optional(TariffChangeSchema),
  /** Any one of these contents suffices. */
  content: Type.Optional(
    Type.Array(Type.Object({ method: ContentMethodSchema, minimum: Type.String() }), { minItems: 1 }),
  ),
  share: Type.Optional(ShareConditionSchema),
  /** Any one of these processes, in a country of the agreement. */
  processes: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
  conditions: Type.Optional(Type.Array(RuleConditionSchema)),
});
export type RuleAlternative = Static<typeof RuleAlternativeSchema>;

/** A product-specific rule of origin as data: goods covered, the ways to meet it, dates, source, certainty. */
export const ProductOriginRuleSchema = Type.Object({
  set: Type.Union([Type.Literal('USMCA'), Type.Literal('CAFTA-DR'), Type.Literal('marking')]),
  /** First and last number covered, digits, of equal length. */
  first: Type.String({ pattern: '^\\d{2,8}$' }),
  last: Type.String({ pattern: '^\\d{2,8}$' }),
  alternatives: Type.Array(RuleAlternativeSchema, { minItems: 1 }),
  cite: Type.String(),
  ...dated,
});
export type ProductOriginRule = Static<typeof ProductOriginRuleSchema>;
