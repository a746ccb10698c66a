import { type Static, Type } from 'typebox';
import { CertaintySchema, dated } from '../reference/dated.ts';
import type { OriginAgreement } from './agreement.ts';
import type { MarkingFacts } from './marking/facts.ts';
import type { RulingRow } from './result.ts';
import { RangeListSchema } from './rule/range.ts';
import type { ProductOriginRule } from './rule/rule.ts';

/** A number of the schedule and the older one that rules are still written in. */
export const RenumberingSchema = Type.Object({
  rule: Type.String({ pattern: '^\\d{6}$' }),
  schedule: Type.String({ pattern: '^\\d{6}$' }),
  source: Type.String(),
  certainty: CertaintySchema,
});
export type Renumbering = Static<typeof RenumberingSchema>;

/** Goods whose countries of melt and pour, or of smelt and cast, are reported. */
export const MeltScopeSchema = Type.Object({
  metal: Type.Union([Type.Literal('steel'), Type.Literal('aluminum')]),
  goods: RangeListSchema,
  /** Whether a country must be named; "OTH" is only for derivative articles. */
  otherAllowed: Type.Boolean(),
  fields: Type.Array(Type.String()),
  cite: Type.String(),
  ...dated,
});
export type MeltScope = Static<typeof MeltScopeSchema>;

/** A rule of the transcription that is not among the rules, and why. */
export const NotReadRuleSchema = Type.Object({
  set: Type.String(),
  hs: Type.String(),
  cite: Type.String(),
  why: Type.String(),
});
export type NotReadRule = Static<typeof NotReadRuleSchema>;

/** Everything that origin worksheets read. */
export interface OriginTables {
  readonly agreements: readonly OriginAgreement[];
  readonly rules: readonly ProductOriginRule[];
  readonly notRead: readonly NotReadRule[];
  readonly renumberings: readonly Renumbering[];
  readonly rulings: readonly RulingRow[];
  readonly meltScopes: readonly MeltScope[];
  readonly marking: MarkingFacts;
}
