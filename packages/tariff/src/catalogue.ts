import { defineCatalogue } from '@portolan/kernel';
import { originCodes } from './origin/codes.ts';
import { valueCodes } from './value/codes.ts';

/** Every refusal of this room. Codes of CBP's own dictionary that say the same are cited. */
export const tariffCatalogue = defineCatalogue('tariff', {
  ...valueCodes,
  ...originCodes,
  TARIFF_CODE_MALFORMED: {
    fault: 'filer',
    message: '"{hts}" is not an HTS number',
    mend: 'Give 10 digits (8 for chapters 98 and 99), with or without dots.',
    cite: 'CATAIR condition 432',
  },
  TARIFF_CODE_UNKNOWN: {
    fault: 'filer',
    message: 'HTS number {hts} is not in edition {edition}',
    mend: 'Look the goods up in the edition in force on the date. {near}',
    cite: 'CATAIR condition 433',
  },
  TARIFF_CODE_ENDED: {
    fault: 'filer',
    message: 'HTS number {hts} was ended and is not in edition {edition}',
    mend: 'Use its successor: {successors}.',
    cite: 'CATAIR condition 434',
  },
  TARIFF_PRODUCT_INVALID: {
    fault: 'sender',
    message: 'the facts of the product can not be read: {problem}',
    mend: 'Send title, materials, form, use, wearer, attributes, category, unitValue, gtin, sku or rulings, each in its shape.',
  },
  TARIFF_PRODUCT_UNNAMED: {
    fault: 'sender',
    message: 'the facts do not say what the product is',
    mend: 'Give a title, a description, a form or a use in words.',
  },
  TARIFF_LINE_NOT_FOUND: {
    fault: 'sender',
    message: 'edition {edition} has no row {hts}',
    mend: 'Search by words or by the beginning of the number.',
    status: 404,
  },
  TARIFF_SUFFIX_MISSING: {
    fault: 'filer',
    message: '{hts} is not a complete statistical number',
    mend: 'Give the full number, one of: {children}.',
    cite: 'HTS general statistical note 1',
  },
  TARIFF_OUT_OF_SEASON: {
    fault: 'filer',
    message: '{hts} covers goods entered {season}; the date is {date}',
    mend: 'Use {siblings} for that date.',
  },
  TARIFF_ORIGIN_UNKNOWN: {
    fault: 'filer',
    message: '"{country}" is not a country',
    mend: 'Give the ISO 3166-1 alpha-2 code of the country of origin.',
  },
  TARIFF_VALUE_INVALID: {
    fault: 'filer',
    message: 'entered value "{value}" is not a positive number of whole dollars',
    mend: 'Give the entered value in whole US dollars, rounded half up, above zero.',
    cite: 'CATAIR condition 437',
  },
  TARIFF_QUANTITY_INVALID: {
    fault: 'filer',
    message: 'quantity "{value}" is not a positive number',
    mend: 'Give a decimal above zero.',
    cite: 'CATAIR condition 440',
  },
  TARIFF_QUANTITY_MISSING: {
    fault: 'filer',
    message: '{hts} is charged per {measure}, and no such quantity is given',
    mend: 'Give the quantity in {unit}, or in a unit that converts to it.',
    cite: 'CATAIR condition 439',
  },
  TARIFF_UNIT_WRONG: {
    fault: 'filer',
    message: '{hts} is measured in {measure}; the quantities given are in {given}',
    mend: 'Give the quantity in {unit}, or in a unit that converts to it.',
    cite: 'CATAIR condition 442',
  },
  TARIFF_UNIT_UNKNOWN: {
    fault: 'filer',
    message: '"{unit}" is not a unit of measure',
    mend: 'Give the UNECE Recommendation 20 code, for example KGM, LTR, NAR.',
  },
  TARIFF_VALUE_PART_MISSING: {
    fault: 'filer',
    message: '{hts} is charged on the value of {part}, and that value is not given',
    mend: 'Give the value of {part} in US dollars apart.',
  },
  TARIFF_RATE_NEEDS_FACTS: {
    fault: 'filer',
    message: 'the rate of {hts} can not be computed from value and quantity: {text}',
    mend: 'Have the duty of this line worked out by hand and recorded with its reason.',
  },
  TARIFF_SPI_UNKNOWN: {
    fault: 'filer',
    message: '"{spi}" is not a special program in the data at hand',
    mend: 'Give one of: {known}.',
    cite: 'HTS general note 3(c)',
  },
  TARIFF_SPI_NOT_IN_FORCE: {
    fault: 'filer',
    message: 'program {spi} ({name}) is not in force for {country} on {date}',
    mend: 'Drop the claim, or correct the date.',
    cite: 'CATAIR conditions 605 and 606',
  },
  TARIFF_SPI_ORIGIN: {
    fault: 'filer',
    message: '{country} is not a member of {name}, so {spi} can not be claimed for its goods',
    mend: 'Drop the claim, or correct the country of origin.',
    cite: 'CATAIR condition 608',
  },
  TARIFF_SPI_NOT_ON_LINE: {
    fault: 'filer',
    message: '{hts} grants nothing under {spi}; its special column reads: {special}',
    mend: 'Drop the claim, or claim a program that the line names.',
    cite: 'HTS general note 3(c)(i)',
  },
  TARIFF_SPI_NEEDS_HEADING: {
    fault: 'filer',
    message: 'under {spi}, {hts} refers to {headings}; duty under those headings is not computed here',
    mend: 'Have the line worked out under one of those headings and record it with its reason.',
  },
  TARIFF_HEADING_NOT_COMPUTED: {
    fault: 'filer',
    message: 'duty under heading {heading} is not computed here',
    mend: 'Have the line worked out by hand and recorded with its reason, or drop the claim.',
  },
  TARIFF_HEADING_UNKNOWN: {
    fault: 'filer',
    message: 'heading {heading} is not in edition {edition}',
    mend: 'Correct the number, or claim a heading that is in force on the date.',
    cite: 'CATAIR condition 433',
  },
  TARIFF_HEADING_NOT_IN_FORCE: {
    fault: 'filer',
    message: 'heading {heading} is not in force on {date}: {validity}',
    mend: 'Drop the claim, or correct the date.',
    cite: 'CATAIR condition 434',
  },
  TARIFF_HEADING_NOT_FOR_GOODS: {
    fault: 'filer',
    message: 'heading {heading} does not cover {hts} of {origin}: {why}',
    mend: 'Drop the claim, or correct number, origin or the facts it rests on.',
    cite: 'CATAIR condition 613',
  },
  TARIFF_CLAIMS_CONFLICT: {
    fault: 'filer',
    message: '{first} and {second} can not be claimed together: {why}',
    mend: 'Claim one of them.',
    cite: 'CATAIR conditions 436, 613 and 619',
  },
  TARIFF_VALUE_PART_EXCEEDS: {
    fault: 'filer',
    message: 'the value of {part} is more than the entered value of {hts}',
    mend: 'Give the value of {part} as a part of the entered value.',
  },
  TARIFF_COUNTRY_UNKNOWN: {
    fault: 'filer',
    message: '"{country}" is not a country',
    mend: 'Give the ISO 3166-1 alpha-2 code.',
    cite: 'CATAIR conditions 829, 833 and 841',
  },
  TARIFF_PERCENT_INVALID: {
    fault: 'filer',
    message: '"{value}" is not a percentage from 0 to 100',
    mend: 'Give a decimal from 0 to 100.',
  },
  TARIFF_PROHIBITED: {
    fault: 'filer',
    message: '{hts} of {origin} may not be imported: {why}',
    mend: 'Do not enter the goods, or name the licence that allows them.',
  },
  TARIFF_QUOTA_ENTRY_TYPE: {
    fault: 'filer',
    message: '{hts} is a number for goods within a quota, which entry type {type} can not carry',
    mend: 'Enter the goods under type {types}, or under the number for goods over the quota.',
    cite: 'CATAIR condition Q09',
  },
  TARIFF_CASE_UNKNOWN: {
    fault: 'filer',
    message: 'case {case} is not among the cases imported here',
    mend: 'Import the case with its deposit rates, or correct the number.',
    cite: 'CATAIR record 53',
  },
  TARIFF_CASE_ORIGIN: {
    fault: 'filer',
    message: 'case {case} is not against goods of this origin',
    mend: 'Correct the case or the country of origin.',
  },
  TARIFF_CASE_RATE_UNKNOWN: {
    fault: 'filer',
    message: 'case {case} has no deposit rate for {date} in what was known',
    mend: 'Import the rate of the exporter, or of all others, for that date.',
  },
  TARIFF_CASE_ENTRY_TYPE: {
    fault: 'filer',
    message: 'entry type {type} can not carry antidumping or countervailing cases',
    mend: 'Use one of the types {types}.',
  },
  TARIFF_CASES_UNREADABLE: {
    fault: 'sender',
    message: 'this is not a list of antidumping and countervailing cases: {problem}',
    mend: 'Send the fields of the published schema.',
    status: 400,
  },
  TARIFF_EXCISE_NOT_ON_LINE: {
    fault: 'filer',
    message: 'excise tax row "{excise}" does not fit {hts}',
    mend: 'Name one of: {known}.',
  },
  TARIFF_ENTRY_TYPE_UNSUPPORTED: {
    fault: 'filer',
    message: 'entry type {type} ({name}) is not computed by this node',
    mend: 'Compute types {supported} here; file others elsewhere.',
  },
  TARIFF_MODE_UNKNOWN: {
    fault: 'filer',
    message: '"{mode}" is not a mode of transport',
    mend: 'Give the two-digit code, for example 11 vessel in containers, 30 truck.',
  },
  TARIFF_INPUT_INVALID: {
    fault: 'sender',
    message: 'the request does not have the shape of a duty computation: {problem}',
    mend: 'Send the fields of the published schema.',
    status: 400,
  },
  TARIFF_LINES_MISSING: {
    fault: 'filer',
    message: 'there is no line to compute',
    mend: 'Give at least one line.',
  },
  TARIFF_DATE_INVALID: {
    fault: 'filer',
    message: '"{date}" is not a calendar date',
    mend: 'Give the date as YYYY-MM-DD.',
  },
  TARIFF_NOT_CURRENT: {
    fault: 'node',
    message: 'nothing is known of {date} beyond {horizon}: {unknown}',
    mend: 'Import the edition in force, or go on with a recorded override that gives the reason.',
  },
  TARIFF_BEFORE_FIRST_EDITION: {
    fault: 'node',
    message:
      'no tariff edition at hand is in force on {date}; the first is {edition}, in force from {effective}',
    mend: 'Import the official edition of that date.',
  },
  TARIFF_NOT_KNOWN_YET: {
    fault: 'node',
    message: 'no edition for {date} was known here on {knownAt}',
    mend: 'Ask with a later "known at".',
  },
  TARIFF_FEES_UNKNOWN: {
    fault: 'node',
    message: 'no {fee} rate is at hand for {date}',
    mend: 'Add the row to the fee table.',
  },
  TARIFF_EDITION_UNREADABLE: {
    fault: 'sender',
    message: 'this is not an official HTS export: {problem}',
    mend: 'Download the JSON export of the whole schedule from hts.usitc.gov.',
  },
});
