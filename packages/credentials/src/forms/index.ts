export { baseContextSource } from './contexts/base-context-source.ts';
export { baseContextEditions } from './contexts/editions.ts';
export { contextLoader } from './contexts/loader.ts';
export { type ContextSet, pinnedContexts } from './contexts/pinned.ts';
export { type DeriveOptions, deriveCredential } from './derive.ts';
export { type FormFacts, factsOf, trustOfFacts } from './facts.ts';
export {
  algorithmsOf,
  type EmbeddedForm,
  embeddedForms,
  type ProofForm,
  proofForms,
  type TokenForm,
  tokenForms,
} from './form.ts';
export { type Issued, type IssueOptions, issueCredential } from './issue.ts';
export { checkJsonLd } from './json-ld/check.ts';
export { contentFaults } from './judge/schemas.ts';
export type { FormKey, KeyText, LocalKey } from './keys/form-key.ts';
export { generateKey, importKey, type KeyOwner } from './keys/local-key.ts';
export { type Needs, needsOf } from './needs.ts';
export {
  createPresentation,
  type PresentationForm,
  type Presented,
  type PresentOptions,
} from './present.ts';
export { snapshotOfVerdict, verifyAnyStatusList } from './status-list.ts';
export type { FormTrust, FormVerdict, StatusNote, Tolerance } from './trust.ts';
export { verifyAnyForm } from './verify-any-form.ts';
export { verifyCredential } from './verify-credential.ts';
export {
  type FormPresentationVerdict,
  type PresentationChallenge,
  verifyPresentation,
} from './verify-presentation.ts';
