import type { CatalogueEntry } from '@portolan/kernel';

/** Refusals of an origin worksheet. */
export const originCodes = {
  TARIFF_ORIGIN_INPUT_INVALID: {
    fault: 'sender',
    message: 'the request does not have the shape of an origin worksheet: {problem}',
    mend: 'Send the fields of the published schema.',
    status: 400,
  },
  TARIFF_AGREEMENT_UNKNOWN: {
    fault: 'filer',
    message: '"{agreement}" is not an agreement whose rules are at hand',
    mend: 'Give one of: {known}.',
  },
  TARIFF_AGREEMENT_NOT_IN_FORCE: {
    fault: 'filer',
    message: '{agreement} is not in force for {country} on {date}',
    mend: 'Drop the claim, or correct the date or the country.',
  },
  TARIFF_CLASSIFICATION_MISSING: {
    fault: 'filer',
    message: '{what} has no tariff number of at least six digits',
    mend: 'Classify it: a change in tariff classification can not be tested without its number.',
    cite: 'HTSUS GN 11(o), GN 29(n); 19 CFR 102.20',
  },
  TARIFF_MATERIAL_DUPLICATE: {
    fault: 'filer',
    message: 'material {id} is given twice',
    mend: 'Give each material its own id, or add the two up.',
  },
  TARIFF_MATERIAL_CONTRADICTED: {
    fault: 'filer',
    message: 'material {id} is said to originate under {agreement} but comes from {country}',
    mend: 'Correct the country, or say that it does not originate.',
  },
  TARIFF_MATERIALS_EXCEED_VALUE: {
    fault: 'filer',
    message: 'the materials come to {materials}, more than the {what} of {base}',
    mend: 'Correct the bill of materials or the value: both must be for the same quantity of goods.',
  },
  TARIFF_ORIGIN_AMOUNT_INVALID: {
    fault: 'filer',
    message: '{what} is {amount}: it must be {rule}',
    mend: 'Correct the amount.',
  },
  TARIFF_ORIGIN_CURRENCY_MIXED: {
    fault: 'filer',
    message: 'amounts are in {left} and in {right}',
    mend: 'Convert all amounts of the worksheet to one currency first.',
  },
  TARIFF_ORIGIN_UNIT_MIXED: {
    fault: 'filer',
    message: '{what} is in {given}, which does not convert to {unit}',
    mend: 'Give weights in units of weight and volumes in units of volume.',
  },
  TARIFF_INVENTORY_OVERDRAWN: {
    fault: 'filer',
    message: '{used} of material {id} were used; the stock holds {held}',
    mend: 'Correct the lots or the quantity used.',
    cite: '19 CFR part 182, appendix A, section 8; 19 CFR 10.599',
  },
  TARIFF_CRITERION_CHAPTER: {
    fault: 'filer',
    message: 'the exception for parts may not be used for goods of chapter {chapter}',
    mend: 'Show origin by the product rule instead.',
  },
  TARIFF_METHOD_NOT_ALLOWED: {
    fault: 'filer',
    message: '{method} is no method of {agreement}',
    mend: 'Give one of: {known}.',
  },
  TARIFF_MELT_COUNTRY: {
    fault: 'filer',
    message: '"{country}" can not be the country of {field} for {hts}',
    mend: 'Give the ISO 3166-1 code of the country; OTH only where a derivative article allows it.',
  },
} as const satisfies Record<string, CatalogueEntry>;
