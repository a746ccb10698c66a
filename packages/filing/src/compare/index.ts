export { agrees, compareSummary, type OurSummary } from './compare.ts';
export { type ComparedField, ComparedFieldSchema, type Comparison, ComparisonSchema } from './comparison.ts';
export type { FiledSummary, FiledValue } from './filed.ts';
export { MOST_COMPARED_CHARACTERS, readFiledSummary } from './read.ts';
export { readAe } from './read-ae.ts';
