import type { Result } from '@portolan/kernel';
import type { Fixed } from './fixed.ts';

/** How a liquid expands: everything that a standard says of it, around its density at 60 °F in kilograms a cubic metre. */
export interface Correlation {
  /** Water that relative densities and degrees API are counted with, in kilograms a cubic metre. */
  readonly water: Fixed;
  /** Volume at 60 °F of one volume at a temperature in degrees Fahrenheit, at the base pressure. */
  ctl(density60: Fixed, fahrenheit: Fixed): Result<Fixed>;
  /** Volume at the base pressure of one volume at so many psi above it; nothing where the standard does not say. */
  cpl?(density60: Fixed, fahrenheit: Fixed, psi: Fixed): Fixed;
  /** Refuses what the standard does not hold for. */
  admits(density60: Fixed, fahrenheit: Fixed, psi: Fixed): Result<undefined>;
  /** Density at 60 °F of a liquid that has this one at a temperature and pressure. */
  baseDensity(observed: Fixed, fahrenheit: Fixed, psi: Fixed): Result<Fixed>;
}
