export type { Attestation, AttestedFacts, AttestedParty, StatusChange } from './attestation/attestation.ts';
export { readAttestation } from './attestation/read.ts';
export { EvidenceIndex, type EvidenceSource, uniqueSchemes } from './attestation/source.ts';
export type { PowerUse } from './authority/act.ts';
export {
  type AuthorityCase,
  AuthorityCaseSchema,
  judgeAuthority,
  readAuthorityCase,
} from './authority/case.ts';
export { type Authority, authorityFor } from './authority/chain.ts';
export { type Declared, declaredDigest, declaredStatement } from './authority/declaration.ts';
export { delegationFaults } from './authority/delegation.ts';
export { type DraftInFlight, stoppedDrafts } from './authority/drafts.ts';
export {
  type AuthorityEvidence,
  type PersonLink,
  type SigningAuthority,
  signingAuthority,
} from './authority/person.ts';
export { type PowerProof, powerOf, type SignedPower } from './authority/power.ts';
export {
  type AuthorityRecord,
  type AuthorityType,
  authorityTypes,
  isAuthorityType,
  proofOf,
  readAuthority,
} from './authority/read.ts';
export { type FilingToSign, signFiling } from './authority/sign.ts';
export { type PersonSignature, signatureUnder, type ToBeSigned } from './authority/signature.ts';
export { type PartyCode, partiesCatalogue } from './catalogue.ts';
export { type Picture, type PictureEdge, PictureSchema } from './graph/picture.ts';
export {
  type BusinessIdentifier,
  businessIdentifierSchemes,
  businessIdentifiers,
} from './identity/business-identifiers.ts';
export { constructedMid } from './identity/mid.ts';
export { changeBetween, type StandingChange } from './monitor/change.ts';
export { type Dependence, dependantsOf } from './monitor/dependants.ts';
export { type Simulation, simulatePolicy } from './monitor/simulate.ts';
export { nameKeys } from './name/keys.ts';
export { type Likeness, likeness } from './name/look-alike.ts';
export { disguised, skeleton } from './name/skeleton.ts';
export { transliterate } from './name/transliterate.ts';
export { checkPolicy, levelsFor, policyDigest } from './policy/check.ts';
export { type KindRule, type Level, type Policy, PolicySchema, type RoleRule } from './policy/policy.ts';
export { checkPartyDocument, partySchemaCheck } from './schema/check.ts';
export { type AttesterKind, attesterKinds, kindOfType, kindWords } from './schema/kind.ts';
export type {
  BusinessRegistration,
  Controller,
  Gs1Licence,
  LeiRecord,
  TaxRegistration,
  TrustedTrader,
} from './schema/organization.ts';
export type {
  AuthorityDelegation,
  Employment,
  FilingSignature,
  Officer,
  PowerLimits,
} from './schema/person.ts';
export { partySchemaVersion, publishedPartySchema, publishedPartySchemas } from './schema/publish.ts';
export { type StandingStatement, StandingStatementSchema } from './schema/standing-statement.ts';
export {
  type AttestationType,
  attestationTypes,
  isAttestationType,
  isPartyCredentialType,
  type PartyCredentialType,
  partyCredentialTypes,
  partySchemas,
} from './schema/types.ts';
export { policyOn, type StandingRecords, standingAsOf } from './standing/as-of.ts';
export { bundleOf, recompute, type StandingBundle } from './standing/bundle.ts';
export {
  type StandingWithEvidence,
  standingDigest,
  standingOf,
  standingsOf,
  standingWithEvidence,
} from './standing/evaluate.ts';
export { type ObservedStanding, ObservedStandingSchema, observedStanding } from './standing/observed.ts';
export { presentationFaults } from './standing/presented.ts';
export type { StandingQuestion } from './standing/question.ts';
export {
  type LevelPart,
  type LevelResult,
  NO_LEVEL,
  type Standing,
  type StandingFinding,
  type StandingIdentifier,
  type StandingRisk,
  StandingSchema,
  standingRules,
  type Weighed,
} from './standing/standing.ts';
export {
  compareStandings,
  disclosableMembers,
  holderFaults,
  standingStatement,
} from './standing/statement.ts';
export { type ActOf, inOrder, type OversightAct, OversightActSchema } from './trust/act.ts';
export { checkAct } from './trust/check-act.ts';
export {
  type Accreditation,
  type Appeal,
  foldRegister,
  isPublicAct,
  type TrustRegister,
} from './trust/register.ts';
