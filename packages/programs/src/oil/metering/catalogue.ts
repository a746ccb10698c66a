import { type CatalogueEntry, defineCatalogue } from '@portolan/kernel';

/** What cannot be measured, and why. */
export const measureCodes = {
  OIL_MEASURE_UNIT: {
    fault: 'sender',
    message: '{what} is in {found}; it must be in one of {known}.',
    mend: 'Give the figure in one of these units.',
  },
  OIL_MEASURE_BASE: {
    fault: 'sender',
    message: 'The gravity is stated at {found}; degrees API and relative density are of 60 °F alone.',
    mend: 'State the density in kilograms a cubic metre at its own temperature, or the gravity at 60 °F.',
    cite: 'API MPMS 11.1-2004, 11.1.5.1',
  },
  OIL_MEASURE_TEMPERATURE: {
    fault: 'sender',
    message: '{found} is outside the temperatures of the standard, {least} to {most} degrees Fahrenheit.',
    mend: 'Check the unit: degrees Celsius and Fahrenheit are easily mixed up.',
    cite: 'API MPMS 11.1-2004, 11.1.3.6',
  },
  OIL_MEASURE_PRESSURE: {
    fault: 'sender',
    message: '{found} is outside the gauge pressures of the standard, 0 to 1500 psi.',
    mend: 'Check the unit: kilopascal and pound-force per square inch are easily mixed up.',
    cite: 'API MPMS 11.1-2004, 11.1.3.6',
  },
  OIL_MEASURE_DENSITY: {
    fault: 'sender',
    message: '{found} kg/m³ at 60 °F is outside the densities of the standard, {least} to {most}.',
    mend: 'Check unit and kind: degrees API, relative density and kg/m³ are easily mixed up.',
    cite: 'API MPMS 11.1-2004, 11.1.3.6; 11.2.4',
  },
  OIL_MEASURE_NO_VOLUME: {
    fault: 'sender',
    message: 'The readings give neither an indicated volume nor a totalizer at beginning and end.',
    mend: 'Give one of the two.',
    cite: '43 CFR 3174.12',
  },
  OIL_MEASURE_TOTALIZER: {
    fault: 'sender',
    message: 'The totalizer ends at {close}, below {open} where it began, and no rollover is stated.',
    mend: 'Correct the readings, or state the figure at which the totalizer rolls over.',
  },
  OIL_MEASURE_WATER: {
    fault: 'sender',
    message: 'Sediment and water of {found} percent is no share of a volume.',
    mend: 'Give it as percent from 0 to 100.',
  },
} as const satisfies Record<string, CatalogueEntry>;

export const measureCatalogue = defineCatalogue('oil measurement', measureCodes);
