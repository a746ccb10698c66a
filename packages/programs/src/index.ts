export {
  type RegisterQuestion,
  RegisterQuestionSchema,
  type Threshold,
  ThresholdSchema,
  type Trial,
  TrialSchema,
} from './assess/trial.ts';
export { type ClaimKind, ClaimKindSchema, type Dossier, DossierSchema } from './dossier.ts';
export {
  type ClaimState,
  ClaimStateSchema,
  type EvaluatedLine,
  EvaluatedLineSchema,
  type Evaluation,
  EvaluationSchema,
  type Outcome,
  OutcomeSchema,
} from './evaluation.ts';
export {
  type Finding,
  FindingSchema,
  type Fix,
  FixSchema,
  type Severity,
  SeveritySchema,
} from './finding.ts';
export {
  DuplicateClaimSchema,
  noObservations,
  type Observations,
  ObservationsSchema,
  ObservedRequestSchema,
  RelatedImportationSchema,
} from './observations.ts';
export type { Page, PageColumn, PageElements, PageSection } from './page.ts';
export type { DecisionTime, Evaluate, Program, Reference, RuleVersion } from './program.ts';
export type { RequestQuestion, RequestSubject, RequestTemplate } from './request-template.ts';
export {
  type SampleMember,
  type SampleTenant,
  sampleCommunity,
  sampleKeyPrefix,
  sampleStatusUrl,
  sampleTenant,
} from './sample-community.ts';
export type { Story, StoryOutcome, StoryStep } from './story.ts';
