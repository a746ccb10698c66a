export {
  type AssessedThreshold,
  type Assessment,
  assess,
  type Verdict as TrialVerdict,
} from './assess/assess.ts';
export {
  type CaseMeasure,
  CaseMeasureSchema,
  type Measures,
  MeasuresSchema,
  type RequestMeasure,
  RequestMeasureSchema,
} from './assess/measures.ts';
export {
  type RegisterQuestion,
  RegisterQuestionSchema,
  type Threshold,
  ThresholdSchema,
  type Trial,
  TrialSchema,
} from './assess/trial.ts';
export { type AuthorityObservation, AuthorityObservationSchema } from './authority.ts';
export { proposedPolicy, samplePolicy, stricterPolicy } from './business-legitimacy/policies/sample.ts';
export { businessLegitimacy } from './business-legitimacy/program.ts';
export {
  type SampleAttester,
  sampleAttesters,
  samplePerson,
} from './business-legitimacy/stories/attesters.ts';
export {
  type AuthorityStory,
  authorityStories,
  SAMPLE_DECLARED,
  type SampleGrant,
} from './business-legitimacy/stories/authority.ts';
export { type SampleAttestation, sampleAttestations } from './business-legitimacy/stories/documents.ts';
export type { LegitimacyStory } from './business-legitimacy/stories/story.ts';
export { legitimacyStories } from './business-legitimacy/stories/variants.ts';
export { type CasePage, CasePageSchema, type CaseTable, CaseTableSchema } from './case-page.ts';
export { type Answer, combine } from './combine.ts';
export { type ClaimKind, ClaimKindSchema, type Dossier, DossierSchema } from './dossier.ts';
export {
  type Beside,
  BesideSchema,
  type ClaimState,
  ClaimStateSchema,
  type EvaluatedLine,
  EvaluatedLineSchema,
  type Evaluation,
  EvaluationSchema,
  type Outcome,
  OutcomeSchema,
} from './evaluation.ts';
export { exampleFolders } from './examples.ts';
export {
  type Finding,
  FindingSchema,
  type Fix,
  FixSchema,
  type Severity,
  SeveritySchema,
} from './finding.ts';
export {
  CommitmentSchema,
  DuplicateClaimSchema,
  type EnteredBefore,
  EnteredBeforeSchema,
  noObservations,
  type Observations,
  ObservationsSchema,
  ObservedRequestSchema,
  RelatedImportationSchema,
} from './observations.ts';
export { type OilTables, oilReference, oilTables } from './oil/facts/tables.ts';
export { lineMonth } from './oil/month/compute.ts';
export type { EnteredValue, FiledEntry, LineMonthInput } from './oil/month/input.ts';
export {
  type Adjustment,
  AdjustmentSchema,
  type Balance,
  BalanceSchema,
  type Crossing,
  type CrossingDay,
  CrossingDaySchema,
  CrossingSchema,
  type FreeTrade,
  type LineFinding,
  LineFindingSchema,
  type LineMonth,
  LineMonthSchema,
  type OriginShare,
  type OwnerEntry,
  OwnerEntrySchema,
  TitleBasisSchema,
} from './oil/month/line-month.ts';
export { linesIn, profileOf } from './oil/month/profile.ts';
export type { Page, PageColumn, PageElements, PageSection } from './page.ts';
export type {
  EnteredPeriod,
  LineKeys,
  PaperKeys,
  PipelineBoard,
  PipelineMonthInput,
} from './pipeline/board.ts';
export { pipelineCatalogue } from './pipeline/catalogue.ts';
export { type EnteredThing, enteredCrossings } from './pipeline/entered.ts';
export { type Flow, type FlowKind, type FlowLink, type FlowNode, flowOf } from './pipeline/flow.ts';
export { pipelineKeys } from './pipeline/keys.ts';
export {
  pipelineVocabulary,
  type StatedFigure,
  type VocabularyPaper,
  vocabularyPaper,
} from './pipeline/vocabulary.ts';
export type { DecisionTime, Evaluate, Program, Reference, RuleVersion } from './program.ts';
export { programs } from './programs.ts';
export type { RequestQuestion, RequestSubject, RequestTemplate } from './request-template.ts';
export {
  type SampleMember,
  type SampleTenant,
  sampleCommunity,
  sampleKeyPrefix,
  sampleStatusUrl,
  sampleTenant,
} from './sample-community.ts';
export { type Signed, signedOf, signedOnly } from './signed.ts';
export { legitimacyCatalogue } from './standing/catalogue.ts';
export { checkStandings } from './standing/check-standings.ts';
export { type NamedParty, partiesOf } from './standing/named-parties.ts';
export { steelCatalogue } from './steel/catalogue.ts';
export { changedFigures } from './steel/certificate/changed.ts';
export { type LaboratoryResult, readLaboratoryCsv } from './steel/certificate/laboratory.ts';
export { type PrintedField, type PrintedGroup, printedCertificate } from './steel/certificate/printed.ts';
export { isCountersigned } from './steel/certificate/signatures.ts';
export { type Classified, classify } from './steel/derive/classify.ts';
export { declareMetal, type MetalDeclaration, metalContent } from './steel/derive/declaration.ts';
export { metalNamed, metalOf, type SteelTables, steelReference, steelTables } from './steel/facts/tables.ts';
export { checkGrade, type GradeCheck } from './steel/grade/check-grade.ts';
export { findGrade } from './steel/grade/find-grade.ts';
export { steel } from './steel/program.ts';
export { commitmentsOf } from './steel/rules/heat.ts';
export { type SteelActor, steelParty } from './steel/stories/parties.ts';
export { steelStories } from './steel/stories/stories.ts';
export type { SteelStep, SteelStory, StoryPaper } from './steel/stories/story.ts';
export {
  certifiedCommitments,
  committedThings,
  enteredCommitments,
  replacedSources,
  type SourcedCommitment,
} from './steel/trace/commitments.ts';
export { type Commitment, certificateItem, checkCommitted } from './steel/trace/committed.ts';
export { heatLot, kilograms } from './steel/trace/lots.ts';
export { type TracedDocuments, traceEventsOf } from './steel/trace/trace-events.ts';
export type { Story, StoryOutcome, StoryStep } from './story.ts';
export type { TracedDocument, Tracing } from './tracing.ts';
export { usmcaCatalogue } from './usmca-cafta/catalogue.ts';
export { type AgreementTables, agreementReference } from './usmca-cafta/facts/tables.ts';
export { usmcaCafta } from './usmca-cafta/program.ts';
export { type ActionAmounts, recomputeDenied } from './usmca-cafta/requests/notice-of-action.ts';
export { type RequestStep, requestSteps } from './usmca-cafta/requests/steps.ts';
export { requestTemplate, requestTemplates } from './usmca-cafta/requests/templates.ts';
export {
  type CorrectionState,
  correctionState,
  type PostImportationState,
  postImportationState,
} from './usmca-cafta/requests/terms.ts';
export { evaluate, ruleVersion, ruleVersionOn, ruleVersions } from './usmca-cafta/rule-versions.ts';
export type { ExampleFolder, Expected, StoryFile, StoryFiling } from './usmca-cafta/stories/file.ts';
export { sampleRevocations } from './usmca-cafta/stories/standing.ts';
export { stories } from './usmca-cafta/stories/stories.ts';
