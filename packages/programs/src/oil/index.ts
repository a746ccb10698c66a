export type { CommodityFacts, NumberRow } from './facts/commodities.ts';
export { commodities } from './facts/commodities.ts';
export { commodityNamed, type OilTables, oilReference, oilTables } from './facts/tables.ts';
export { lineMonth } from './month/compute.ts';
export { beginOf, daysOfMonth, type MeterDay } from './month/days.ts';
export type { EnteredValue, FiledEntry, LineMonthInput } from './month/input.ts';
export * from './month/line-month.ts';
export { linesIn, profileOf } from './month/profile.ts';
export { tracing } from './stream/tracing.ts';
