import { type Static, Type } from 'typebox';
import { PastCodeSchema } from './product.ts';

/** A probability with three decimals, "0.731". */
const ShareSchema = Type.String({ pattern: '^[01]\\.\\d{3}$' });

/** Why a line fits or does not: the fact or word of the product beside the words of the schedule. */
export const ClassificationReasonSchema = Type.Object({
  /** `missing`: the line asks for a fact that the product does not state. */
  speaks: Type.Union([Type.Literal('for'), Type.Literal('against'), Type.Literal('missing')]),
  /** What the product says, or the fact that it lacks. */
  fact: Type.String(),
  /** Where the product says it: "title", "material", "category". */
  from: Type.String(),
  /** The words of the schedule that it answers. */
  line: Type.String(),
});
export type ClassificationReason = Static<typeof ClassificationReasonSchema>;

export const ClassificationCandidateSchema = Type.Object({
  hts: Type.String(),
  description: Type.String(),
  path: Type.Array(Type.String()),
  confidence: ShareSchema,
  /** Where the code does not come from the words: a ruling or an earlier decision. */
  basis: Type.Union([Type.Literal('ruling'), Type.Literal('decision'), Type.Literal('facts')]),
  reference: Type.Optional(Type.String()),
  reasons: Type.Array(ClassificationReasonSchema),
  /** The general rule of interpretation that carries the last step, in words. */
  rule: Type.String(),
});
export type ClassificationCandidate = Static<typeof ClassificationCandidateSchema>;

/** The one fact that would decide between the first two candidates. */
export const DecidingFactSchema = Type.Object({
  question: Type.String(),
  /** Where the answer belongs in the facts: "materials", "wearer", "form", "unitValue", "use". */
  fact: Type.String(),
  choices: Type.Array(Type.Object({ answer: Type.String(), hts: Type.String() })),
});
export type DecidingFact = Static<typeof DecidingFactSchema>;

/** Codes of one length, best first, with the confidence that the product belongs below each. */
export const RankedCodesSchema = Type.Object({
  digits: Type.Integer(),
  codes: Type.Array(Type.Object({ hts: Type.String(), confidence: ShareSchema })),
});

/** A past code as it stands in the edition asked. */
export const ShownPastCodeSchema = Type.Object({
  ...PastCodeSchema.properties,
  /** The line of this edition: the same number, or what it became. */
  now: Type.Optional(Type.String()),
  state: Type.Union([
    Type.Literal('wins'),
    Type.Literal('agrees'),
    Type.Literal('conflicts'),
    Type.Literal('not yet known'),
    Type.Literal('not yet in force'),
    Type.Literal('ended'),
  ]),
});

/** The code of a product as an edition of the schedule sees it: dated, explained, never the product's identity. */
export const ClassificationSchema = Type.Object({
  edition: Type.String(),
  /** First day of the edition's rates. */
  effective: Type.String(),
  /** Digest of the facts that identify the product's nature, for finding earlier decisions. */
  factsDigest: Type.Optional(Type.String()),
  candidates: Type.Array(ClassificationCandidateSchema),
  ranked: Type.Array(RankedCodesSchema),
  deciding: Type.Optional(DecidingFactSchema),
  /** True where the first candidate is too uncertain to be proposed without a person. */
  abstains: Type.Boolean(),
  threshold: ShareSchema,
  past: Type.Array(ShownPastCodeSchema),
  /** What was read out of the product's words. */
  read: Type.Array(Type.Object({ fact: Type.String(), value: Type.String(), from: Type.String() })),
});
export type Classification = Static<typeof ClassificationSchema>;
