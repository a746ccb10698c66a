export {
  caseNumber,
  parseTradeCases,
  type TradeCase,
  TradeCaseSchema,
} from './case/case.ts';
export { withCases } from './case/with-cases.ts';
export { tariffCatalogue } from './catalogue.ts';
export type { Chapter98Provision } from './chapter98/provision.ts';
export {
  type Classification,
  type ClassificationCandidate,
  type ClassificationReason,
  ClassificationSchema,
  type DecidingFact,
} from './classify/classification.ts';
export { classifierOf } from './classify/classifier.ts';
export { type ClassificationReference, type ClassifyOptions, classifyProduct } from './classify/classify.ts';
export {
  type CodeComparison,
  CodeComparisonSchema,
  compareWithCode,
} from './classify/compare-code.ts';
export type { ClassificationMoment } from './classify/past.ts';
export {
  type PastCode,
  PastCodeSchema,
  type ProductFacts,
  ProductFactsSchema,
  type ProductMaterial,
  parseProductFacts,
} from './classify/product.ts';
export { identifierKeys, productKey } from './classify/product-key.ts';
export type { ClassificationTables } from './classify/tables.ts';
export { type AskedFacts, factsAsked } from './duty/asked.ts';
export { checkCode as completeLine } from './duty/check-code.ts';
export { computeDuty } from './duty/compute.ts';
export {
  type DutyInput,
  DutyInputSchema,
  type DutyLineInput,
  DutyLineInputSchema,
  type DutyQuantity,
  DutyQuantitySchema,
  type MetalContent,
  MetalContentSchema,
  parseDutyInput,
} from './duty/input.ts';
export { reportQuantities } from './duty/report-quantities.ts';
export {
  type CaseDeposit,
  CaseDepositSchema,
  type DutyResult,
  DutyResultSchema,
  type LineDuty,
  LineDutySchema,
  type NotComputed,
  NotComputedSchema,
  type Override,
  OverrideSchema,
} from './duty/result.ts';
export { type FeeAmount, FeeAmountSchema, type TraceStep, TraceStepSchema } from './duty/trace.ts';
export { asOf, type Moment, newestInForce } from './edition/as-of.ts';
export { type NumberChoice, numberChoices } from './edition/choices.ts';
export { type Concordance, type EndedNumber, successorsIn } from './edition/concordance.ts';
export {
  diffEditions,
  type EditionDifference,
  type LineChange,
  type LineSummary,
  type RateChange,
} from './edition/diff.ts';
export { type Edition, type EditionRecord, openEdition } from './edition/edition.ts';
export { type FactsRow, readFacts, writeFacts } from './edition/facts.ts';
export { formatHtsNumber, parseHtsNumber } from './edition/hts-number.ts';
export { importHtsExport } from './edition/import.ts';
export type { TariffLine } from './edition/line.ts';
export type { OutlineRow } from './edition/outline.ts';
export { inPeriod, type Period, type Season } from './edition/season.ts';
export { inSeason, linesInSeason } from './edition/seasonal.ts';
export type { ExciseTax } from './excise/tax.ts';
export type { FeeSchedule } from './fee/schedule.ts';
export {
  type DutyLayer,
  type Measure as DutyMeasure,
  MeasureSchema as DutyMeasureSchema,
  type NamedLayer,
  type Stacking,
} from './layer/layer.ts';
export type { Scopes } from './layer/scope.ts';
export {
  type AgreementName,
  type ContentMethod,
  contentMethods,
  type OriginAgreement,
} from './origin/agreement.ts';
export {
  type Inventory,
  type MarkingInput,
  MarkingInputSchema,
  type MeltInput,
  MeltInputSchema,
  type OriginGood,
  OriginGoodSchema,
  type OriginInput,
  OriginInputSchema,
  type OriginMaterial,
  OriginMaterialSchema,
  type PreferenceInput,
  PreferenceInputSchema,
  parseOriginInput,
  type ShownContent,
  type TransformationInput,
  TransformationInputSchema,
  type Transit,
} from './origin/input.ts';
export { determineMarking } from './origin/marking/determine.ts';
export { determineMelt } from './origin/melt/determine.ts';
export { isPartyOn } from './origin/preference/check.ts';
export { determinePreference, type OriginReference } from './origin/preference/determine.ts';
export { type KnownGoods, testKnownGoods } from './origin/preference/known.ts';
export {
  type AlternativeResult,
  type ContentResult,
  type MarkingResult,
  MarkingResultSchema,
  type MaterialRow,
  type MeltResult,
  MeltResultSchema,
  type OriginTest,
  type OriginWorksheet,
  OriginWorksheetSchema,
  type PreferenceResult,
  PreferenceResultSchema,
  type RuleResult,
  type RulingRow,
  type TransformationResult,
  TransformationResultSchema,
} from './origin/result.ts';
export { describeRule } from './origin/rule/describe.ts';
export { findOriginRule } from './origin/rule/find.ts';
export type { ProductOriginRule } from './origin/rule/rule.ts';
export type { OriginTables } from './origin/tables.ts';
export { listTransformation } from './origin/transformation/list.ts';
export { originWorksheet } from './origin/worksheet.ts';
export { isMember, programOf } from './program/membership.ts';
export type { Column2Country, PreferenceProgram } from './program/program.ts';
export type { Prohibition } from './prohibition/prohibition.ts';
export { describeMeasure, type Measure } from './rate/measure.ts';
export { parseRate } from './rate/parse.ts';
export { parseSpecial } from './rate/parse-special.ts';
export { type Rate, RateSchema, type RateTerm, type SpecialRate } from './rate/rate.ts';
export type { EntryType, Mode } from './reference/codes.ts';
export { createReference, type TableFile, tableFiles } from './reference/create.ts';
export type { AgencyFlag, LineFlags, LineFlagsTable } from './reference/flags.ts';
export type { TariffReference } from './reference/reference.ts';
export { computeValue, type ValueReference } from './value/compute.ts';
export { type ExchangeQuestion, findExchange } from './value/exchange.ts';
export { parseExchangeRates, withExchangeRates } from './value/exchange-table.ts';
export {
  parseValueInput,
  type Relationship,
  type ValueAdjustment,
  type ValueInput,
  ValueInputSchema,
  type ValueLine,
} from './value/input.ts';
export type { AdjustmentRule, ExchangeRate, Incoterm, ValueTables } from './value/tables.ts';
export {
  type Exchange,
  ExchangeSchema,
  type LineWorksheet,
  type ValueNote,
  type ValueStep,
  type ValueWorksheet,
  ValueWorksheetSchema,
} from './value/worksheet.ts';
export { changed as changedInput, type WhatIfChange, WhatIfChangeSchema } from './what-if/change.ts';
export { type LayerChange, type Recomputation, recompute } from './what-if/recompute.ts';
export { type Difference, type WhatIfCase, whatIf } from './what-if/what-if.ts';
