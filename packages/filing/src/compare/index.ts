export { agrees, compareSummary, type OurSummary } from './compare.ts';
export {
  type ComparedField,
  ComparedFieldSchema,
  type ComparedLine,
  type Comparison,
  ComparisonSchema,
  type Effort,
  EffortSchema,
} from './comparison.ts';
export type { FiledSummary, FiledValue } from './filed.ts';
export { MOST_COMPARED_CHARACTERS, readFiledSummary } from './read.ts';
export { readAe } from './read-ae.ts';
export { type SummaryText, splitSummaries } from './split.ts';
export { type ComparisonTotals, ComparisonTotalsSchema, comparisonTotals } from './totals.ts';
