import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about the certification of origin behind a claim. */
export const certificateCodes = {
  USMCA_CERTIFICATE_UNSIGNED: {
    fault: 'signer',
    message: 'Certification {number} is a copy that nobody signed electronically.',
    mend: 'Have the certifier sign it at the source; else an officer compares it with the paper.',
    cite: '19 CFR 182.12(b)(9), 10.584(a)',
  },
  USMCA_CERTIFICATE_ALTERED: {
    fault: 'sender',
    message: 'Certification {number} was changed after it was signed.',
    mend: 'Send the certification exactly as the certifier signed it.',
    cite: '19 CFR 182.12(b); W3C Data Integrity 1.0',
  },
  USMCA_CERTIFICATE_KEY: {
    fault: 'signer',
    message: 'The signature on certification {number} is not one of the issuer it names: {why}',
    mend: 'Have the certifier sign with a key in force, and send it again.',
    cite: '19 CFR 182.12(b)(9)',
  },
  USMCA_CERTIFICATE_REVOKED: {
    fault: 'signer',
    message: 'Certification {number} was revoked by its issuer.',
    mend: 'Ask the certifier for a new certification, or drop the claim.',
    cite: '19 CFR 182.12, 182.124',
  },
  USMCA_CERTIFICATE_SUSPENDED: {
    fault: 'signer',
    message: 'Certification {number} is suspended by its issuer.',
    mend: 'Ask the certifier why; claim again when the suspension is lifted.',
    cite: '19 CFR 182.12',
  },
  USMCA_CERTIFICATE_EXPIRED: {
    fault: 'signer',
    message: 'Certification {number} is no longer valid: {why}',
    mend: 'Ask the certifier for a certification valid on the day of the claim.',
    cite: '19 CFR 182.12(d)-(e); 19 CFR 10.584(e)-(f)',
  },
  USMCA_CERTIFICATE_NOT_YET_VALID: {
    fault: 'signer',
    message: 'Certification {number} is not valid yet: {why}',
    mend: 'Claim when it is valid, or have it issued for the day of the claim.',
    cite: '19 CFR 182.12(a)',
  },
  USMCA_CERTIFICATE_MALFORMED: {
    fault: 'signer',
    message: 'Certification {number} lacks the form of one: {why}',
    mend: 'Have it issued again with the fields named.',
    cite: '19 CFR part 182, appendix A',
  },
  USMCA_CERTIFICATE_UNDETERMINED: {
    fault: 'node',
    message: 'Certification {number} could not be verified fully: {why}',
    mend: 'Wait until the status list or the register can be read; else an officer decides.',
  },
  USMCA_SIGNER_NOT_CERTIFIER: {
    fault: 'signer',
    message: 'Certification {number} names {certifier} as certifier, but somebody else signed it.',
    mend: 'Have the certifier sign, or show its power of attorney to the signer to certify origin.',
    cite: '19 CFR 182.12(b)(9); 19 CFR 10.584(a)',
  },
  USMCA_CERTIFIER_ROLE_UNPROVEN: {
    fault: 'signer',
    message: 'Nothing proves that {certifier} is the {role} it certifies as.',
    mend: 'Send the identity credential of the certifier from an accredited attester.',
    cite: '19 CFR 182.12(b)(1)',
  },
  USMCA_CARRIER_AS_PRODUCER: {
    fault: 'signer',
    message:
      '{certifier} certifies as {role}, but is a carrier: a transport contractor cannot certify origin.',
    mend: 'Have the real producer or exporter certify, or drop the claim.',
    cite: 'HQ H287731; 19 CFR 182.12(b)(1)',
  },
  USMCA_CERTIFIER_GOODS: {
    fault: 'signer',
    message: 'The identity of {certifier} names other goods than {hs6}.',
    mend: 'Have the attester add the goods, or explain to the officer who makes them.',
    cite: '19 CFR 182.12(b)(1)',
  },
  USMCA_ELEMENT_MISSING: {
    fault: 'signer',
    message: 'Certification {number} lacks element {element}: {label}.',
    mend: 'Have the certifier complete it and sign again.',
    cite: '19 CFR part 182, appendix A; 19 CFR 10.584(a)',
  },
  USMCA_PRODUCER_VARIOUS: {
    fault: 'holder',
    message: 'Certification {number} names its producers as "Various"; the list must be given on request.',
    mend: 'Nothing to mend; the certifier keeps the list ready.',
    cite: '19 CFR part 182, appendix A, element 4',
  },
  USMCA_PRODUCER_LIST_MISSING: {
    fault: 'holder',
    message: 'The list of producers of certification {number} was asked for and has not been given.',
    mend: 'The certifier sends the list, to the agency alone if it is confidential.',
    cite: '19 CFR part 182, appendix A, element 4',
  },
  USMCA_PRODUCER_CONFIDENTIAL: {
    fault: 'holder',
    message: 'Certification {number} keeps its producer confidential; the agency may ask for it.',
    mend: 'Nothing to mend.',
    cite: '19 CFR part 182, appendix A, element 4',
  },
  USMCA_BLANKET_TOO_LONG: {
    fault: 'signer',
    message: 'The blanket period {from} to {to} is longer than {months} months.',
    mend: 'Have it certified for at most {months} months.',
    cite: '19 CFR 182.12(d); 19 CFR 10.584(e)(2)',
  },
  USMCA_BLANKET_REVERSED: {
    fault: 'signer',
    message: 'The blanket period ends ({to}) before it begins ({from}).',
    mend: 'Have the period corrected and signed again.',
    cite: '19 CFR 182.12(d); 19 CFR 10.584(e)(2)',
  },
  USMCA_BLANKET_NOT_COVERING: {
    fault: 'signer',
    message: 'The blanket period {from} to {to} does not cover the importation of {imported}.',
    mend: 'Ask the certifier for a certification that covers the day of importation, or drop the claim.',
    cite: '19 CFR 182.12(d); 19 CFR 10.584(e)(2)',
  },
  USMCA_INVOICE_MISMATCH: {
    fault: 'signer',
    message: 'Certification {number} is for invoice {certified}, not for {invoice}.',
    mend: 'Send the certification of this shipment, or a blanket certification.',
    cite: '19 CFR 182.12(d); 19 CFR 10.584(a)(5)',
  },
  USMCA_CERTIFICATE_IN_FUTURE: {
    fault: 'signer',
    message: 'Certification {number} is dated {completed}, after the claim of {day}.',
    mend: 'Claim only with a certification completed before; correct the date if it is a slip.',
    cite: '19 CFR 182.12(a); 19 CFR 10.584(a)',
  },
  USMCA_CERTIFICATE_TOO_OLD: {
    fault: 'signer',
    message: 'Certification {number} was completed on {completed}, {years} years or more before the claim.',
    mend: 'Ask the certifier for a new one.',
    cite: '19 CFR 182.12(e); 19 CFR 10.584(f)',
  },
  USMCA_CERTIFICATE_AFTER_CLAIM: {
    fault: 'filer',
    message: 'Certification {number} was signed at {signed}, after the claim at {filed}.',
    mend: 'Claim again within a year of importation, now that the certification is in hand.',
    cite: '19 CFR 182.12(a); 19 U.S.C. 1520(d)',
  },
  USMCA_NON_PARTY_INVOICE: {
    fault: 'signer',
    message:
      'Certification {number} stands on a commercial document issued in {country}, outside {agreement}.',
    mend: 'Have the certifier issue it on a separate document.',
    cite: '19 CFR 182.12(b)(2)',
  },
  USMCA_IMPORTER_DIFFERS: {
    fault: 'signer',
    message: 'Certification {number} names {certified} as importer; the importer of record is {importer}.',
    mend: 'Have the importer corrected, or "Unknown" or "Various" stated.',
    cite: '19 CFR part 182, appendix A, element 5; 19 CFR 10.584(a)(1)',
  },
} as const satisfies Record<string, CatalogueEntry>;
