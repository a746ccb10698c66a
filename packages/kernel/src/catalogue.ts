import { defineCatalogue } from './refusal/catalogue.ts';

export const kernelCatalogue = defineCatalogue('kernel', {
  KERNEL_JSON_TOO_LARGE: {
    fault: 'sender',
    message: 'The JSON text has {bytes} bytes; at most {limit} are read.',
    mend: 'Send fewer documents at a time, or send large files as files instead of inside JSON.',
    status: 413,
  },
  KERNEL_JSON_TOO_DEEP: {
    fault: 'sender',
    message: 'The JSON text is nested deeper than {limit} levels.',
    mend: 'Flatten the document: no trade document of this node needs that depth.',
  },
  KERNEL_JSON_SYNTAX: {
    fault: 'sender',
    message: 'The text is not JSON: {detail}',
    mend: 'Check that the whole file was sent and that it is valid JSON (RFC 8259).',
    status: 400,
  },
  KERNEL_JSON_DUPLICATE_KEY: {
    fault: 'sender',
    message: 'The member "{key}" stands twice in the same object.',
    mend: 'Keep one of the two; a signature over ambiguous data proves nothing.',
  },
  KERNEL_JSON_FORBIDDEN_KEY: {
    fault: 'sender',
    message: 'The member name "{key}" is not allowed.',
    mend: 'Rename the member.',
  },
  KERNEL_JSON_LONE_SURROGATE: {
    fault: 'sender',
    message: 'A string contains half of a Unicode character (a lone surrogate).',
    mend: 'Write the text as valid UTF-8 (RFC 8785 section 3.2.2.2).',
  },
  KERNEL_JSON_NUMBER: {
    fault: 'sender',
    message: 'The number {number} cannot be carried exactly.',
    mend: 'Write amounts and quantities as decimal strings, for example "1234.50".',
  },
  KERNEL_DECIMAL_INVALID: {
    fault: 'sender',
    message: '"{text}" is not a decimal number.',
    mend: 'Write digits with a point, no thousands separator and no exponent, for example 1234.50.',
  },
  KERNEL_MONEY_INVALID: {
    fault: 'sender',
    message: 'This is not an amount of money with a currency.',
    mend: 'Write an object such as {"amount": "1234.50", "currency": "USD"}.',
  },
  KERNEL_MONEY_PLACES: {
    fault: 'sender',
    message: '{amount} {currency} has more decimal places than the currency has ({places}).',
    mend: 'Round the amount to the minor unit of the currency.',
    cite: 'ISO 4217',
  },
  KERNEL_CURRENCY_UNKNOWN: {
    fault: 'sender',
    message: '"{code}" is not a currency code in use.',
    mend: 'Use the three-letter code, for example USD, MXN or CRC.',
    cite: 'ISO 4217',
  },
  KERNEL_CURRENCY_MISMATCH: {
    fault: 'sender',
    message: '{left} and {right} cannot be added: the currencies differ.',
    mend: 'Give both amounts in one currency, or give the rate of exchange.',
  },
  KERNEL_QUANTITY_INVALID: {
    fault: 'sender',
    message: 'This is not a quantity with a unit.',
    mend: 'Write an object such as {"value": "1000", "unit": "KGM"}.',
  },
  KERNEL_UNIT_UNKNOWN: {
    fault: 'sender',
    message: '"{code}" is not a unit code.',
    mend: 'Use the UNECE Recommendation 20 code, for example KGM (kilogram), LTR (litre) or C62 (piece).',
    cite: 'UNECE Rec 20',
  },
  KERNEL_UNIT_MISMATCH: {
    fault: 'sender',
    message: 'A quantity in {from} cannot be expressed in {to}: they measure different things.',
    mend: 'Give the quantity in {to}, or in another unit of the same kind.',
  },
  KERNEL_INSTANT_INVALID: {
    fault: 'sender',
    message: '"{text}" is not a point in time.',
    mend: 'Write date, time and zone, for example 2026-06-12T14:30:00Z.',
    cite: 'RFC 3339',
  },
  KERNEL_DATE_INVALID: {
    fault: 'sender',
    message: '"{text}" is not a date of the calendar.',
    mend: 'Write year, month and day, for example 2026-06-12.',
    cite: 'RFC 3339',
  },
  KERNEL_COUNTRY_UNKNOWN: {
    fault: 'sender',
    message: '"{code}" is not a country code.',
    mend: 'Use the two-letter code, for example MX, CR or US.',
    cite: 'ISO 3166-1',
  },
  KERNEL_IDENTIFIER_FORM: {
    fault: 'sender',
    message: '"{text}" does not have the form of a {name}: {form}.',
    mend: 'Check the number against the paper it comes from.',
  },
  KERNEL_IDENTIFIER_CHECK: {
    fault: 'sender',
    message: 'The check digit of the {name} "{text}" is wrong.',
    mend: 'A digit was mistyped or two were swapped: copy the number again.',
  },
});
