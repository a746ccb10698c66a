import { type CatalogueEntry, defineCatalogue } from '@portolan/kernel';

/** Why a measurement is refused, or remarked. */
export const measureCodes = {
  OIL_MEASURE_BASE_MISSING: {
    fault: 'signer',
    message: 'The figure names no base: a volume or density without its base temperature says nothing.',
    mend: 'State the base: 60F, 15C or 20C.',
    cite: 'API MPMS 11.1; ISO 5024',
  },
  OIL_MEASURE_BASE_UNKNOWN: {
    fault: 'signer',
    message: '"{base}" is no base temperature of liquids.',
    mend: 'Use one of {known}.',
    cite: 'API MPMS 11.1; ISO 5024',
  },
  OIL_MEASURE_BASES_MIXED: {
    fault: 'signer',
    message: 'A volume at {given} stands beside one at {wanted}; they are not the same volume.',
    mend: 'Convert one of them to the base of the other by its density, then add or compare.',
    cite: 'API MPMS 11.1',
  },
  OIL_MEASURE_UNIT: {
    fault: 'signer',
    message: '{unit} is no unit of {what} that a measurement is read in.',
    mend: 'Use one of {known}.',
    cite: 'UNECE Recommendation 20',
  },
  OIL_MEASURE_LIQUID_UNKNOWN: {
    fault: 'signer',
    message: 'No measurement standard is at hand for {commodity} on {day}.',
    mend: 'Name a liquid of the table, or add a row with the standard it is measured by.',
  },
  OIL_MEASURE_FACT_MISSING: {
    fault: 'holder',
    message: 'The tables have no row on {fact} in force on {day}.',
    mend: 'Add the row with its source, or measure a day that it covers.',
  },
  OIL_MEASURE_TEMPERATURE_RANGE: {
    fault: 'signer',
    message: '{value} °F is outside {from} to {to} °F, for which the standard holds.',
    mend: 'Check the reading and its unit: degrees Celsius or Fahrenheit.',
    cite: 'API MPMS 11.1-2004, 11.1.2.3',
  },
  OIL_MEASURE_PRESSURE_RANGE: {
    fault: 'signer',
    message: '{value} psi gauge is above {to}, up to which the standard holds.',
    mend: 'Check the reading and its unit: kPa, bar or psi, above the atmosphere.',
    cite: 'API MPMS 11.1-2004, 11.1.2.3',
  },
  OIL_MEASURE_DENSITY_RANGE: {
    fault: 'signer',
    message:
      '{value} kg/m³ at 60 °F is outside {from} to {to}, for which the standard holds for {commodity}.',
    mend: 'Check the reading and its unit: kg/m³, relative density or degrees API.',
    cite: 'API MPMS 11.1-2004, 11.1.2.3; GPA TP-27',
  },
  OIL_MEASURE_DENSITY_ABSURD: {
    fault: 'signer',
    message: '{value} is no {kind} of any liquid.',
    mend: 'State what kind of figure it is: a density in kg/m³, a relative density, or degrees API.',
    cite: 'API MPMS 11.1-2004, 11.1.5.1',
  },
  OIL_MEASURE_ALPHA_RANGE: {
    fault: 'signer',
    message: 'A thermal expansion of {value} per °F is outside {from} to {to}.',
    mend: 'State the expansion at 60 °F per degree Fahrenheit; divide one per degree Celsius by 1.8.',
    cite: 'API MPMS 11.1-2004, 11.1.2.3',
  },
  OIL_MEASURE_ALPHA_MISSING: {
    fault: 'signer',
    message: '{commodity} is corrected by its own thermal expansion, and none is stated.',
    mend: 'State the expansion at 60 °F per degree Fahrenheit as agreed by the parties.',
    cite: 'API MPMS 11.1-2004, 11.1.2.4.4',
  },
  OIL_MEASURE_STATED_MISSING: {
    fault: 'signer',
    message: '{commodity} has no public formula for {factor} here, and the ticket states none.',
    mend: 'State the factor together with who computed it and by which standard.',
    cite: 'API MPMS 11.2.2 and 11.2.4',
  },
  OIL_MEASURE_STATED_RANGE: {
    fault: 'signer',
    message: 'A stated {factor} of {value} is no factor near one.',
    mend: 'State the factor itself, not percent, between 0.5 and 1.5.',
  },
  OIL_MEASURE_ABOVE_CRITICAL: {
    fault: 'signer',
    message: 'At {value} °F the liquid would be above its critical temperature and is none.',
    mend: 'Check the temperature and the relative density.',
    cite: 'GPA TP-27',
  },
  OIL_MEASURE_NO_BASE_DENSITY: {
    fault: 'signer',
    message: 'No density at 60 °F gives {value} kg/m³ at the temperature and pressure it was read at.',
    mend: 'Check the density, and the temperature and pressure it was read at.',
    cite: 'API MPMS 11.1-2004, 11.1.6.2',
  },
  OIL_MEASURE_VOLUME: {
    fault: 'signer',
    message: 'An indicated volume of {value} {unit} is none of one ticket.',
    mend: 'State the volume between opening and closing, above zero, in its unit.',
    cite: '43 CFR 3174.12',
  },
  OIL_MEASURE_INDICATION: {
    fault: 'signer',
    message: 'The reading gives no indicated volume, or gives it in more than one way.',
    mend: 'State exactly one of: the indicated volume, the totalizer at open and close, the tank gauges.',
    cite: '43 CFR 3174.12',
  },
  OIL_MEASURE_TOTALIZER: {
    fault: 'signer',
    message: 'The totalizer closes at {close}, below {open} where it opened, and no rollover is stated.',
    mend: 'State at which figure the totalizer begins again, or correct the readings.',
    cite: '43 CFR 3174.12',
  },
  OIL_MEASURE_TOTALIZER_RANGE: {
    fault: 'signer',
    message: 'The totalizer shows {value}, which one that begins again at {rollsAt} can’t.',
    mend: 'Correct the reading or the figure at which the totalizer begins again.',
  },
  OIL_MEASURE_GAUGE: {
    fault: 'signer',
    message: 'The tank table does not reach a gauge of {value}.',
    mend: 'Hand in the table of this tank, in the unit of the gauge, with rising gauges and volumes.',
    cite: 'API MPMS 12.1.1',
  },
  OIL_MEASURE_METER_FACTOR: {
    fault: 'signer',
    message: 'A meter factor of {value} is outside {from} to {to}.',
    mend: 'State the factor of the last proving, near one.',
    cite: '43 CFR 3174.11',
  },
  OIL_MEASURE_WATER: {
    fault: 'signer',
    message: 'Sediment and water of {value} percent is no share of a volume.',
    mend: 'State percent of the volume, from 0 to under 100.',
    cite: '43 CFR 3174.12',
  },
  OIL_MEASURE_WATER_OVER_LIMIT: {
    fault: 'signer',
    message: '{value} percent of sediment and water is above {limit} percent, the limit of {commodity}.',
    mend: 'Have the sample analysed again, or the batch refused; the net volume stands until then.',
  },
  OIL_MEASURE_API_STRADDLES: {
    fault: 'signer',
    message: '{raw} degrees API is reported as {reported}; {decides} decides.',
    mend: 'Keep both figures with the ticket.',
    cite: 'HTSUS 2709.00.10 and 2709.00.20',
  },
} as const satisfies Record<string, CatalogueEntry>;

export const measureCatalogue = defineCatalogue('oil-measure', measureCodes);
export type MeasureCode = keyof typeof measureCodes;
