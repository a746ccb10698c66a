import { type Fixed, fixed, over, times } from './fixed.ts';

/** Density of water at 60 °F in kilograms a cubic metre, to which relative densities refer (API MPMS 11.1-2004, 11.1.5.1). */
export const WATER60 = fixed('999.016');

const NUMERATOR = fixed('141.5');
const OFFSET = fixed('131.5');

/** Degrees API of a density at 60 °F. */
export const apiOfDensity60 = (density60: Fixed): Fixed =>
  over(times(NUMERATOR, WATER60), density60) - OFFSET;

/** Density at 60 °F of a gravity in degrees API; the gravity must be above -131.5. */
export const density60OfApi = (api: Fixed): Fixed => over(times(NUMERATOR, WATER60), api + OFFSET);

export const density60OfRelative = (relative: Fixed): Fixed => times(relative, WATER60);
export const relativeOfDensity60 = (density60: Fixed): Fixed => over(density60, WATER60);
