import { defineCatalogue } from '@portolan/kernel';

/** What the bank of entry numbers refuses. */
export const numbersCatalogue = defineCatalogue('entry numbers', {
  NODE_ENTRY_NUMBERS_NONE: {
    fault: 'filer',
    status: 409,
    message: 'No entry number is left: the series of {filer} ended at {last}.',
    mend: 'Set a further range under Entry numbers.',
    cite: '19 CFR 142.3a',
  },
  NODE_ENTRY_NUMBERS_RANGE: {
    fault: 'filer',
    status: 422,
    message: 'A series from {first} to {last} with {next} as its next number is none.',
    mend: 'The first serial is not above the last, and the next one lies between them.',
  },
  NODE_ENTRY_NUMBER_OTHER: {
    fault: 'filer',
    status: 422,
    message: '{number} is not of the series of {filer}.',
    mend: 'Write one of your own numbers, such as {filer}-0000103, or the serial alone.',
    cite: '19 CFR 142.3a',
  },
  NODE_ENTRY_NUMBER_USED: {
    fault: 'filer',
    status: 409,
    message: '{number} is held by {holder} and cannot be voided.',
    mend: 'Cancel the entry with the agency, or discard the draft first.',
  },
});
