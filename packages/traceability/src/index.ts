export { type Amount, amountIn, amountOf, amountPlaces, decimalOf, textOf } from './amount/amount.ts';
export { addTo, apportion, type Composition, sumOf } from './amount/apportion.ts';
export { type BaseConditions, baseConditions, isBase } from './amount/base.ts';
export { amountFor, checkMeasure, type LotUnit, type Measure, MeasureSchema } from './amount/measure.ts';
export {
  type Compositions,
  compositions,
  type Label,
  outsideKey,
  type Relabel,
} from './balance/composition.ts';
export {
  compareStock,
  type LotBalance,
  lotBalance,
  type StockCheck,
  stockDiffers,
  stockFindings,
} from './balance/lot-balance.ts';
export { type TraceCode, traceabilityCatalogue } from './catalogue.ts';
export * from './epcis/index.ts';
export * from './event/event.ts';
export { eventKinds, readTraceEvent } from './event/read-event.ts';
export { shapes } from './event/shapes.ts';
export * from './holding/index.ts';
export { type NamedPlace, placeOf, placeText } from './place/place.ts';
export { exactPolicy, type ToleranceRow, type TracePolicy, toleranceAt } from './policy.ts';
export { acceptedState } from './replay/accepted.ts';
export { byLog, sameEvent } from './replay/effective.ts';
export {
  goneSince,
  type Holders,
  type Holding,
  holderAt,
  holdersAt,
  type KnownLot,
  type Lot,
  type Movement,
} from './replay/lot.ts';
export { type ReplayOptions, replay, type TraceState } from './replay/replay.ts';
export { type Became, type Ended, type Share, whatBecameOf } from './trace/became.ts';
export { type Passed, passedBetween } from './trace/between.ts';
export { type Edge, type EdgeSource, edgesOf } from './trace/edges.ts';
export {
  type Direction,
  type Trace,
  type TracedLot,
  type TraceLimits,
  trace,
  traceLimits,
} from './trace/trace.ts';
