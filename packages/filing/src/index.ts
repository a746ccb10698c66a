export * from './advance/index.ts';
export { type Ask, AskSchema } from './ask.ts';
export { assembleEntry } from './assemble.ts';
export type { Assembly } from './assembly.ts';
export { filingCatalogue } from './catalogue.ts';
export { type Clock, ClockSchema } from './clock.ts';
export { clocks, type EntryEvents } from './clocks.ts';
export * from './compare/index.ts';
export { type CrossCheck, CrossCheckSchema } from './cross-check.ts';
export { reportable } from './derive/classification.ts';
export type { Given, MakerOnRecord, ProductOnRecord, SellerOnRecord } from './derive/desk.ts';
export { AGENCY_ZONE, filingDate } from './derive/entry-date.ts';
export { constructMid } from './derive/manufacturer.ts';
export { type Papers, sortPapers } from './derive/papers.ts';
export { sameParty } from './derive/party.ts';
export { factsOfLine } from './derive/product.ts';
export { dutyInput } from './duty-input.ts';
export {
  BondSchema,
  CarrierSchema,
  ConsigneeSchema,
  ConveyanceSchema,
  type DraftEntry,
  type Entry,
  EntrySchema,
  type EntryType,
  EntryTypeSchema,
  type Filer,
  FilerSchema,
  ImporterOfRecordSchema,
} from './entry.ts';
export {
  type EntryLine,
  EntryLineSchema,
  type Manufacturer,
  ManufacturerSchema,
  type Spi,
  SpiSchema,
} from './entry-line.ts';
export { type Certainty, type Dated, inForce, type Sourced } from './facts/fact.ts';
export { federalHolidays } from './facts/holidays.ts';
export { modeCode, modeNames, modeOfCode } from './facts/modes.ts';
export type { PaymentKind, StatementAccount } from './facts/payment-plans.ts';
export { originatingIndicator } from './facts/program-indicators.ts';
export type { FieldPlace } from './fields/field.ts';
export { formBlocks } from './fields/form-blocks.ts';
export { block7501, placeOfField } from './fields/places.ts';
export { onRecordOf } from './on-record.ts';
export type { EntryPlan, PlanReason, ShipmentPlan } from './plan/plan.ts';
export { planEntries } from './plan/plan-entries.ts';
export {
  type Provenance,
  type ProvenanceClass,
  ProvenanceClassSchema,
  type ProvenanceMap,
  ProvenanceMapSchema,
  ProvenanceSchema,
  type Source,
  SourceSchema,
} from './provenance.ts';
export { sameJson } from './sheet/same-json.ts';
export {
  latestStatementDay,
  type PaymentPlan,
  type PaymentTerm,
  paymentTerm,
  paymentTypeCode,
  workingDaysFrom,
} from './statement.ts';
export { type SummaryLine, type SummaryNumber, summaryLine, summaryTotals } from './summary/form-7501.ts';
export { type Valuation, ValuationSchema } from './valuation.ts';
