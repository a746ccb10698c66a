// The verifying side of the forms alone, which needs no key of its own: it runs in browsers too.
export { type FormFacts, factsOf, trustOfFacts } from './facts.ts';
export { type Needs, needsOf } from './needs.ts';
export { snapshotOfVerdict, verifyAnyStatusList } from './status-list.ts';
export type { FormTrust, FormVerdict, StatusNote, Tolerance } from './trust.ts';
export { verifyAnyForm } from './verify-any-form.ts';
export { verifyCredential } from './verify-credential.ts';
export {
  type FormPresentationVerdict,
  type PresentationChallenge,
  verifyPresentation,
} from './verify-presentation.ts';
