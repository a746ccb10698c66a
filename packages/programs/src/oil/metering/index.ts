export { measureCatalogue, measureCodes } from './catalogue.ts';
export { decimal, type Fixed, fixed, rounded } from './fixed.ts';
export { apiOfDensity60, density60OfApi, WATER60 } from './gravity.ts';
export { densityAt15, densityAt60, factorFrom, factorsAt } from './liquid.ts';
export { type MeasuredVolume, measureTicket, type Readings } from './ticket.ts';
export { correction, densityAtSixty, reportedCorrection } from './volume-correction.ts';
