import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about licence, classification and duty, and about the laboratory's file. */
export const entryCodes = {
  STEEL_LICENCE_MISSING: {
    fault: 'filer',
    message: 'Line {line} needs a licence of {system}, and none is at hand.',
    mend: 'Apply for the licence; it is issued at once.',
    cite: '19 CFR parts 360 and 361; condition 60D',
  },
  STEEL_LICENCE_UNSIGNED: {
    fault: 'holder',
    message: 'Licence {number} is not verified as signed by its office.',
    mend: 'Hand in the licence as the office issued it.',
  },
  STEEL_LICENCE_EXPIRED: {
    fault: 'filer',
    message: 'Licence {number} ended on {until}; the goods were imported on {imported}.',
    mend: 'Apply for another licence.',
    cite: '19 CFR part 360',
  },
  STEEL_LICENCE_NOT_YET: {
    fault: 'filer',
    message: 'Licence {number} was issued on {from}, after the goods were imported on {imported}.',
    mend: 'Apply for the licence before importing.',
    cite: '19 CFR part 360',
  },
  STEEL_LICENCE_DIFFERS: {
    fault: 'filer',
    message: 'Licence {number} and line {line} differ in {what}: {licensed} licensed, {entered} entered.',
    mend: 'Correct the entry, or apply for a licence that covers it.',
    cite: '19 CFR part 360',
  },
  STEEL_CLASSIFICATION_DIFFERS: {
    fault: 'filer',
    message: 'Line {line} is entered under {hts}; form, dimensions and chemistry give {derived} ({family}).',
    mend: 'Correct the number, or have the certificate corrected.',
    cite: 'HTSUS chapter 72, note 1 and headings 7206 to 7228',
  },
  STEEL_CASE_FLAGGED: {
    fault: 'filer',
    message: 'Goods of {hts} may be covered by a case on {kind}.',
    mend: 'Name the case, or why none covers the goods.',
    cite: 'CBP report of flags by tariff number',
  },
  STEEL_DUTY_REFUSED: {
    fault: 'filer',
    message: 'Duty can not be computed: {message}',
    mend: '{mend}',
  },
  STEEL_LABORATORY_NO_HEAT: {
    fault: 'sender',
    message: 'The laboratory file has no column for the heat number.',
    mend: 'Head a column "Heat".',
  },
  STEEL_LABORATORY_COLUMN: {
    fault: 'sender',
    message: 'Column {column} of the laboratory file is headed "{heading}", which is not known.',
    mend: 'Use a documented heading or the symbol of an element, or leave the column out.',
  },
  STEEL_LABORATORY_NUMBER: {
    fault: 'sender',
    message: 'Row {row}, column {column} ({heading}): "{found}" is not a decimal number of zero or more.',
    mend: 'Write it with a point and digits only, such as 0.18.',
  },
  STEEL_LABORATORY_UNIT: {
    fault: 'sender',
    message:
      'Row {row}, column {column} ({heading}): the unit "{found}" of the strength is not MPa, N/mm2, ksi or psi.',
    mend: 'State the unit in a column "Unit".',
  },
  STEEL_LABORATORY_HEAT: {
    fault: 'sender',
    message: 'Row {row} names no heat.',
    mend: 'Fill the column "Heat" in each row.',
  },
  STEEL_LABORATORY_TWICE: {
    fault: 'sender',
    message: 'Row {row}, column {column}: {heading} of this heat was given before.',
    mend: 'Give each element of a heat once.',
  },
  STEEL_LABORATORY_TOO_LONG: {
    fault: 'sender',
    message: 'The laboratory file has more than {limit} rows.',
    mend: 'Split the file.',
  },
} as const satisfies Record<string, CatalogueEntry>;
