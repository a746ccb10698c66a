import type { CatalogueEntry } from '@portolan/kernel';

/** Refusals of a value worksheet. */
export const valueCodes = {
  TARIFF_VALUE_INPUT_INVALID: {
    fault: 'sender',
    message: 'the request does not have the shape of a value worksheet: {problem}',
    mend: 'Send the fields of the published schema.',
    status: 400,
  },
  TARIFF_VALUE_LINES_MISSING: {
    fault: 'filer',
    message: 'there is no line to value',
    mend: 'Give at least one line with its price.',
  },
  TARIFF_VALUE_LINE_DUPLICATE: {
    fault: 'filer',
    message: 'line {line} is given twice',
    mend: 'Give each line its own number.',
  },
  TARIFF_VALUE_AMOUNT_INVALID: {
    fault: 'filer',
    message: '"{text}" is not an amount of {currency}',
    mend: 'Give a decimal with a point and at most {places} places, for instance 1234.50.',
  },
  TARIFF_VALUE_NEGATIVE: {
    fault: 'filer',
    message: '{what} is {amount}: an amount is never negative here',
    mend: 'Give it without sign; its kind says whether it is added or deducted.',
  },
  TARIFF_VALUE_NOT_POSITIVE: {
    fault: 'filer',
    message: 'line {line} comes to {amount} after its deductions',
    mend: 'Correct the price or the deductions: goods sold have a value above zero.',
    cite: '19 CFR 152.103',
  },
  TARIFF_VALUE_NO_SALE: {
    fault: 'filer',
    message: 'the goods were not sold for exportation, so they have no transaction value',
    mend: 'Have the value worked out by the next method in order (identical or similar goods, deductive, computed).',
    cite: '19 CFR 152.101(b), 152.103(j)',
  },
  TARIFF_INCOTERM_UNKNOWN: {
    fault: 'filer',
    message: '"{code}" is not a delivery term in the table',
    mend: 'Give one of {known}, or leave it out and say for each charge whether the price includes it.',
  },
  TARIFF_ADJUSTMENT_UNKNOWN: {
    fault: 'filer',
    message: '"{kind}" is not a kind of addition or deduction',
    mend: 'Give one of: {known}.',
    cite: '19 CFR 152.103(b)',
  },
  TARIFF_ADJUSTMENT_LINE: {
    fault: 'filer',
    message: 'the {kind} names line {line}, which is not there',
    mend: 'Name a line of the worksheet, or none for all lines.',
  },
  TARIFF_PRORATION_ZERO: {
    fault: 'filer',
    message: 'the {kind} can not be spread by {spread}: it comes to zero over all lines',
    mend: 'Give each line its {spread}, spread it another way, or name the line that it belongs to.',
    cite: '19 CFR 152.103(e)',
  },
  TARIFF_ASSIST_APPORTIONMENT: {
    fault: 'filer',
    message: 'an assist for {over} units can not be shared over {units} units of this shipment',
    mend: 'Give the units that the assist serves, above zero, and the units of this shipment among them.',
    cite: '19 CFR 152.103(e)',
  },
  TARIFF_CURRENCY_UNKNOWN: {
    fault: 'filer',
    message: '"{currency}" is not a currency in use',
    mend: 'Give the ISO 4217 code, for instance EUR.',
  },
  TARIFF_EXCHANGE_RATE_MISSING: {
    fault: 'node',
    message: 'no proclaimed or certified rate of {currency} is at hand for {date}',
    mend: 'Import the certified rates of that date; no other rate may be used.',
    cite: '19 CFR 159.31',
  },
  TARIFF_EXCHANGE_RATES_SEVERAL: {
    fault: 'filer',
    message: 'several rates of {currency} are certified for {date}: {types}',
    mend: 'Say which of them the law of the country of exportation prescribes for these goods.',
    cite: '19 CFR 159.36',
  },
  TARIFF_EXCHANGE_TABLE_UNREADABLE: {
    fault: 'sender',
    message: 'row {row} of the table of rates can not be read: {problem}',
    mend: 'Give currency, kind, rate, first day, last day, day of publication and source in each row.',
    status: 400,
  },
} as const satisfies Record<string, CatalogueEntry>;
