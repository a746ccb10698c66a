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
});
