import { SpiSchema } from '@portolan/filing';
import { type DutyResult, DutyResultSchema } from '@portolan/tariff';
import { type Static, Type } from 'typebox';
import { FindingSchema } from './finding.ts';

export const ClaimStateSchema = Type.Union([
  Type.Literal('supported'),
  Type.Literal('not-needed'),
  Type.Literal('failed'),
  Type.Literal('undetermined'),
]);
export type ClaimState = Static<typeof ClaimStateSchema>;

export const OutcomeSchema = Type.Union([
  Type.Literal('accept'),
  Type.Literal('refer'),
  Type.Literal('refuse'),
]);
export type Outcome = Static<typeof OutcomeSchema>;

export const EvaluatedLineSchema = Type.Object({
  number: Type.Integer(),
  claim: Type.Optional(
    Type.Object({
      spi: SpiSchema,
      state: ClaimStateSchema,
      certificate: Type.Optional(Type.String()),
      /** Citation of the product-specific rule consulted, where one is at hand. */
      rule: Type.Optional(Type.String()),
    }),
  ),
});
export type EvaluatedLine = Static<typeof EvaluatedLineSchema>;

/** A further program that was asked about the same dossier: what it was asked with, and what its answer came to. */
export const BesideSchema = Type.Object({
  program: Type.String(),
  ruleVersion: Type.String(),
  /** Digest of the facts that its rules were handed. */
  reference: Type.String(),
  /** Digest of its answer alone. */
  evaluation: Type.String(),
  outcome: OutcomeSchema,
  reasons: Type.Array(Type.String()),
});
export type Beside = Static<typeof BesideSchema>;

/** The answer of a program's rules about one dossier: pure data, the same bytes whenever it is computed again. */
export const EvaluationSchema = Type.Object({
  program: Type.String(),
  ruleVersion: Type.String(),
  findings: Type.Array(FindingSchema),
  /** As declared; absent where the tariff at hand refuses to compute, which is then a finding. */
  duty: Type.Optional(Type.Unsafe<DutyResult>(DutyResultSchema)),
  /** The same entry without any claim: the difference is what the claims save. */
  withoutClaim: Type.Optional(Type.Unsafe<DutyResult>(DutyResultSchema)),
  outcome: OutcomeSchema,
  reasons: Type.Array(Type.String()),
  lines: Type.Array(EvaluatedLineSchema),
  /** Further programs that were asked; absent where there was none. Their findings are among those above. */
  beside: Type.Optional(Type.Array(BesideSchema)),
});
export type Evaluation = Static<typeof EvaluationSchema>;
