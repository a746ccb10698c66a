export { type Base, type BasedVolume, bases, parseBase } from './base.ts';
export { type MeasureCode, measureCatalogue, measureCodes } from './catalogue.ts';
export {
  apiAt60,
  apiOfDensity,
  atBase,
  type BasedDensity,
  type DensityStatement,
  densityAt,
  densityOfApi,
} from './density.ts';
export type { Conditions, StatedFactors } from './factors.ts';
export type { LiquidGroup } from './facts/groups.ts';
export {
  type ApiLimit,
  type ApiPolicy,
  type LiquidRow,
  type LiquidTables,
  liquidTables,
  type Standard,
  type TicketPlaces,
  type WaterLimit,
} from './facts/tables.ts';
export { type ApiFigures, apiFigures } from './gravity.ts';
export type { Indication, TankTable } from './indication.ts';
export type { LiquidContext } from './liquid.ts';
export type { Reading } from './readings.ts';
export { type MeasuredVolume, measureTicket, type TicketReading } from './ticket.ts';
export { convertBase, factorBetween, sumVolumes } from './volume.ts';
