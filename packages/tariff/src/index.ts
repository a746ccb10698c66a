export { tariffCatalogue } from './catalogue.ts';
export { computeDuty } from './duty/compute.ts';
export {
  type DutyInput,
  DutyInputSchema,
  type DutyLineInput,
  DutyLineInputSchema,
  type DutyQuantity,
  DutyQuantitySchema,
  parseDutyInput,
} from './duty/input.ts';
export { reportQuantities } from './duty/report-quantities.ts';
export {
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
export { type Edition, type EditionRecord, openEdition } from './edition/edition.ts';
export { type FactsRow, readFacts, writeFacts } from './edition/facts.ts';
export { formatHtsNumber, parseHtsNumber } from './edition/hts-number.ts';
export { importHtsExport } from './edition/import.ts';
export type { TariffLine } from './edition/line.ts';
export { inPeriod, type Period, type Season } from './edition/season.ts';
export { inSeason, linesInSeason } from './edition/seasonal.ts';
export type { FeeSchedule } from './fee/schedule.ts';
export type { NamedLayer, Surcharge } from './layer/layer.ts';
export type { Scopes } from './layer/scope.ts';
export { isMember, programOf } from './program/membership.ts';
export type { Column2Country, PreferenceProgram } from './program/program.ts';
export { describeMeasure, type Measure } from './rate/measure.ts';
export { parseRate } from './rate/parse.ts';
export { parseSpecial } from './rate/parse-special.ts';
export { type Rate, RateSchema, type RateTerm, type SpecialRate } from './rate/rate.ts';
export type { EntryType, Mode } from './reference/codes.ts';
export { createReference, type TableFile, tableFiles } from './reference/create.ts';
export type { TariffReference } from './reference/reference.ts';
