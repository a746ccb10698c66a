import { defineCatalogue } from '@portolan/kernel';

export const filingCatalogue = defineCatalogue('filing', {
  FILING_NO_INVOICE: {
    fault: 'filer',
    message: 'There is no commercial invoice among the documents, so there are no goods to enter.',
    mend: 'Add the commercial invoice of the shipment.',
    cite: '19 CFR 141.81',
  },
  FILING_TYPED_AGAINST_DOCUMENT: {
    fault: 'filer',
    message: 'The typed value differs from what a document of the shipment says.',
    mend: 'Leave the field to the document, or have its author send a corrected document.',
  },
  FILING_TYPED_UNKNOWN_FIELD: {
    fault: 'filer',
    message: 'The entry has no field "{field}" to type into.',
    mend: 'Use a field that the list of questions names.',
  },
  FILING_TYPED_INVALID: {
    fault: 'filer',
    message: 'The typed value does not have the form of the field: {detail}',
    mend: 'Type it as the example of the question shows.',
  },
  FILING_PART_OF_LINE: {
    fault: 'filer',
    message:
      'The part of invoice line {line} is not a quantity between nothing and the {whole} {unit} invoiced.',
    mend: 'Give the quantity that is entered now, in the unit of the invoice or one that converts into it.',
    cite: '19 CFR 141.51',
  },
  FILING_INCOMPLETE: {
    fault: 'filer',
    message: '{count} required questions are open.',
    mend: 'Answer the questions listed with the draft, then file.',
  },
  FILING_HTS_UNKNOWN: {
    fault: 'sender',
    message: 'The tariff edition {edition} has no line {hts}.',
    mend: 'Use a number of that edition, or name the product and choose among the lines proposed.',
    cite: '19 CFR 141.86(a)(1)',
  },
  FILING_TOO_MANY_NUMBERS: {
    fault: 'filer',
    message: 'The line has {count} tariff numbers; a line of a summary of {day} holds {limit}.',
    mend: 'Claim fewer headings of chapters 98 and 99 on the line, or have the goods invoiced on several lines.',
    cite: 'CATAIR entry summary, record 50; condition A11',
  },
  FILING_UNIT_MISMATCH: {
    fault: 'sender',
    message: 'The tariff wants {wanted}; the documents give {given}, which measures something else.',
    mend: 'Have the seller state the quantity in {wanted}, on the invoice or the packing list.',
    cite: 'HTSUS, unit of quantity column',
  },
  FILING_CURRENCY_MIXED: {
    fault: 'sender',
    message: 'Invoice {invoice} is in {left}, but an amount on it is in {right}.',
    mend: 'Have the seller state the invoice in one currency.',
    cite: '19 CFR 141.86(a)(7)',
  },
  FILING_CURRENCIES_DIFFER: {
    fault: 'filer',
    message: 'The invoices of this entry are in {left} and in {right}.',
    mend: 'File one entry for each currency.',
  },
  FILING_VALUE_NEGATIVE: {
    fault: 'sender',
    message: 'After deducting freight and insurance nothing is left of the value of invoice line {line}.',
    mend: 'Check the charges on the invoice: only international freight and insurance inside the price are deducted.',
    cite: '19 CFR 152.103',
  },
  FILING_VALUE_REFUSED: {
    fault: 'sender',
    message: 'The entered value can not be worked out: {message}',
    mend: '{mend}',
    cite: '19 CFR 152.103',
  },
  FILING_TARIFF_NOT_CURRENT: {
    fault: 'node',
    message: 'No tariff edition at hand is known to be in force on {date}.',
    mend: 'Import the edition of that date, or record an override with its reason.',
  },
  FILING_AE_WIDTH: {
    fault: 'sender',
    message: 'Line {line} has {length} columns where a record has 80 (from column {column}).',
    mend: 'Take the message as it was sent: an editor may have cut blanks from the ends of its lines.',
    cite: 'CATAIR, Batch and Block Control',
  },
  FILING_AE_UNKNOWN_RECORD: {
    fault: 'sender',
    message: 'Line {line}: an entry summary has no record "{record}".',
    mend: 'Give the AE message of one entry summary; answers of the agency and cargo release are other messages.',
    cite: 'CATAIR AE, condition A02',
  },
  FILING_AE_ORDER: {
    fault: 'sender',
    message: 'Line {line}: record {record} stands out of the order of the message.',
    mend: 'Take the message as it was sent, from its record 10 to its record 90.',
    cite: 'CATAIR AE, condition A04',
  },
  FILING_AE_VALUE: {
    fault: 'sender',
    message: 'Line {line}, column {column}: "{text}" is no {kind} of record {record}.',
    mend: 'Take the message as it was sent: dates are MMDDYY, numbers digits without points.',
    cite: 'CATAIR AE, July 2026',
  },
  FILING_AE_SUMMARIES: {
    fault: 'sender',
    message: 'The text holds {count} entry summaries (records 10) where one is compared.',
    mend: 'Give the lines of one entry summary, from its record 10 to its record 90.',
  },
  FILING_AE_TOO_LONG: {
    fault: 'sender',
    message: 'The text is longer than {limit}, more than any entry summary.',
    mend: 'Give the lines of one entry summary.',
  },
  FILING_7501_SHAPE: {
    fault: 'sender',
    message:
      'The form is not as it is read: JSON with "blocks" and "lines", or CSV with block, line and value.',
    mend: 'Give {"blocks": {"1": "..."}, "lines": [{"29A": "..."}]}, or rows such as 29A,1,9506628060.',
  },
  FILING_7501_BLOCK: {
    fault: 'sender',
    message: 'Block "{block}" is none that is compared.',
    mend: 'Number the blocks as on the edition of form 7501 in use on the day of entry, with the letter of their part.',
  },
});
