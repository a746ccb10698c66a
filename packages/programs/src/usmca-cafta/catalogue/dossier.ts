import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about the filing as a whole. */
export const dossierCodes = {
  USMCA_EVIDENCE_MISSING: {
    fault: 'filer',
    message: 'The entry takes values from a document that is not among the evidence ({document}).',
    mend: 'Send the document with the filing.',
    cite: '19 CFR 141.81, 163.6(b)',
  },
  USMCA_EVIDENCE_ALTERED: {
    fault: 'sender',
    message: 'A document that the entry rests on ({type}) does not verify: {why}',
    mend: 'Ask its author for the document as it was signed, or for a new one.',
    cite: 'W3C Verifiable Credentials Data Model 2.0, section 5.13',
  },
  USMCA_EVIDENCE_UNCERTAIN: {
    fault: 'node',
    message: 'A document that the entry rests on ({type}) could not be verified fully: {why}',
    mend: 'Wait for the status list or the identity of its author, or ask an officer to decide.',
  },
  USMCA_ENTRY_NOT_DERIVED: {
    fault: 'filer',
    message: 'The entry says {stated}; its own evidence gives {derived}.',
    mend: 'File the entry as it is derived from the documents, or record the value as typed.',
    cite: '19 CFR 141.61, 141.90',
  },
  USMCA_ENTRY_BACKDATED: {
    fault: 'filer',
    message: 'The entry is dated {dated}, before it was filed on {filed}.',
    mend: 'Date the entry on the day of filing, or explain to the officer what delayed it.',
    cite: '19 CFR 141.68',
  },
  USMCA_ENTRY_NUMBER_SEEN: {
    fault: 'filer',
    message: 'Entry number {number} has been used before.',
    mend: 'Take the next number of the series.',
    cite: '19 CFR 142.3a',
  },
  USMCA_POWER_MISSING: {
    fault: 'filer',
    message: 'Nothing shows that {importer} lets {filer} file for it.',
    mend: 'Have the importer sign a power of attorney to the filer and send it along.',
    cite: '19 CFR 141.46',
  },
  USMCA_POWER_UNVERIFIED: {
    fault: 'signer',
    message: 'The power of attorney {number} is not signed by {importer}, or its signature does not verify.',
    mend: 'Have the importer sign the power of attorney.',
    cite: '19 CFR 141.32, 141.46',
  },
  USMCA_POWER_NOT_IN_FORCE: {
    fault: 'filer',
    message: 'The power of attorney {number} is valid from {from} to {until}, not on {day}.',
    mend: 'Have the importer sign a power of attorney for the day of filing.',
    cite: '19 CFR 141.34',
  },
  USMCA_POWER_LIMITED: {
    fault: 'filer',
    message: 'The power of attorney {number} does not cover this filing: {limit}.',
    mend: 'Have the importer widen the power of attorney, or file within its limits.',
    cite: '19 CFR 141.31',
  },
  USMCA_DOCUMENTS_DISAGREE: {
    fault: 'sender',
    message: '{message}',
    mend: '{mend}',
    cite: '19 CFR 141.86(e)',
  },
  USMCA_DUTY_REFUSED: {
    fault: 'filer',
    message: 'Duty cannot be computed: {message}',
    mend: '{mend}',
  },
  USMCA_DUTY_NOT_COMPUTED: {
    fault: 'node',
    message: '{name} may apply and is not in the totals: {why}',
    mend: 'Have the measure worked out by hand before paying.',
  },
} as const satisfies Record<string, CatalogueEntry>;
