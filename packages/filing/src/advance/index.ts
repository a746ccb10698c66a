export { type AdvanceClock, advanceClocks, type Trip, type VoyageTimes } from './clocks.ts';
export type { DataSet, DataSetId } from './data-set.ts';
export { dataSetOf, dataSets, dataSetsFor } from './data-sets.ts';
export type { VoyageEvent } from './deadlines.ts';
export { ADVANCE_POINTER, type AdvanceData, type AdvanceField, deriveAdvanceData } from './derive.ts';
export { LATER_ELEMENTS } from './security-filing.ts';
