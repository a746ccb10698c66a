import { DigestField, OneOf } from '@portolan/documents';
import { type Refusal, RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { PictureSchema } from '../graph/picture.ts';

const Reason = Type.Unsafe<Refusal>(RefusalSchema);
const Digests = Type.Array(DigestField('Digest of an attestation'));

export const attestationOutcomes = ['counts', 'discounted', 'adverse', 'informs'] as const;

/** One attestation, what it came to and why. */
export const WeighedSchema = Type.Object({
  digest: DigestField('Digest of the attestation'),
  type: Type.String(),
  kind: Type.Optional(Type.String()),
  issuer: Type.String(),
  issuerName: Type.String(),
  signedAt: Type.String(),
  outcome: OneOf(attestationOutcomes, 'What it came to'),
  /** Group of parties under a common owner that the attester belongs to; word from one group counts once. */
  owner: Type.String(),
  reasons: Type.Array(Reason),
  /** Last day on which it counts if nothing changes. */
  countsUntil: Type.Optional(Type.String()),
});
export type Weighed = Static<typeof WeighedSchema>;

/** One thing that a level asks for: what is there, what is needed, by which attestations, and what is missing. */
export const LevelPartSchema = Type.Object({
  asks: OneOf(['quorum', 'kind', 'weight', 'age', 'identifier', 'nothing-against'], 'What is asked'),
  met: Type.Boolean(),
  have: Type.String(),
  need: Type.String(),
  by: Digests,
  missing: Type.Optional(Reason),
});
export type LevelPart = Static<typeof LevelPartSchema>;

export const LevelResultSchema = Type.Object({
  name: Type.String(),
  meaning: Type.String(),
  met: Type.Boolean(),
  parts: Type.Array(LevelPartSchema),
});
export type LevelResult = Static<typeof LevelResultSchema>;

/** Something seen about the organization or those who attest, with the part of the graph that shows it. */
export const StandingFindingSchema = Type.Object({
  weighs: OneOf(['bars', 'discounts', 'warns', 'informs'], 'What it does'),
  reason: Reason,
  evidence: Digests,
  picture: Type.Optional(PictureSchema),
});
export type StandingFinding = Static<typeof StandingFindingSchema>;

export const StandingIdentifierSchema = Type.Object({
  scheme: Type.String(),
  value: Type.String(),
  /** Believed attestations that carry it; none for one that was constructed. */
  attestedBy: Digests,
  state: OneOf(['agreed', 'conflict', 'constructed'], 'Whether all agree'),
});
export type StandingIdentifier = Static<typeof StandingIdentifierSchema>;

/** What would lower the standing if nothing else happens. */
export const StandingRiskSchema = Type.Object({
  /** First day on which the standing is lower; absent for what depends on a single attestation. */
  on: Type.Optional(Type.String()),
  level: Type.String(),
  because: Digests,
});
export type StandingRisk = Static<typeof StandingRiskSchema>;

export const StandingOverrideSchema = Type.Object({
  id: Type.String(),
  effect: OneOf(['bar', 'set'], 'What the agency did'),
  level: Type.Optional(Type.String()),
  by: Type.String(),
  at: Type.String(),
  reason: Type.String(),
});

/** Version of the rules that a standing is computed by. A change of any rule takes the next number. */
export const standingRules = '2026.11.1';

/** The answer: a level with every part of its reasoning. Its canonical form is the same for everyone with the same evidence. */
export const StandingSchema = Type.Object({
  subject: Type.String(),
  name: Type.String(),
  role: Type.String(),
  asOf: Type.String(),
  rules: Type.String(),
  policy: Type.Object({
    id: Type.String(),
    version: Type.String(),
    publisher: Type.String(),
    digest: DigestField('Digest of the policy'),
  }),
  register: DigestField('Digest of the trust register'),
  /** Everything that was looked at: how many parties, and one digest over all attestations of theirs. */
  evidence: Type.Object({ parties: Type.Integer(), digest: DigestField('Digest over the evidence') }),
  level: Type.String(),
  /** What the evidence alone comes to, before the agency's overrides. */
  computedLevel: Type.String(),
  barred: Type.Boolean(),
  levels: Type.Array(LevelResultSchema),
  attestations: Type.Array(WeighedSchema),
  findings: Type.Array(StandingFindingSchema),
  identifiers: Type.Array(StandingIdentifierSchema),
  age: Type.Optional(Type.Object({ since: Type.String(), days: Type.Integer(), because: Type.String() })),
  successor: Type.Optional(Type.Object({ name: Type.String(), did: Type.Optional(Type.String()) })),
  override: Type.Optional(StandingOverrideSchema),
  /** What is missing for the next level. */
  wouldRaise: Type.Array(Reason),
  wouldLower: Type.Array(StandingRiskSchema),
});
export type Standing = Static<typeof StandingSchema>;

/** The level of those who reach none. */
export const NO_LEVEL = 'none';
