import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about the producer's own bill of materials, and about contents shown without costs. */
export const productionCodes = {
  USMCA_PRODUCTION_ORIGINATES: {
    fault: 'signer',
    message: 'By production statement {number}, the good of line {line} originates: {why}.',
    mend: 'Nothing to mend.',
    cite: 'HTSUS GN 11, GN 29; 19 CFR part 182, appendix A; 19 CFR 10.594 to 10.605',
  },
  USMCA_PRODUCTION_OPEN: {
    fault: 'holder',
    message: 'Production statement {number} leaves open whether the good of line {line} originates: {why}.',
    mend: 'Nothing to mend; on request the producer shows what is open.',
    cite: 'HTSUS GN 11, GN 29',
  },
  USMCA_PRODUCTION_FAILS: {
    fault: 'signer',
    message: 'By production statement {number}, the good of line {line} does not originate: {why}.',
    mend: 'Drop the claim, or have the producer correct the statement.',
    cite: 'HTSUS GN 11, GN 29; 19 CFR part 182, appendix A; 19 CFR 10.594 to 10.605',
  },
  USMCA_PRODUCTION_UNREADABLE: {
    fault: 'signer',
    message: 'Production statement {number} can not be worked out for line {line}: {why}.',
    mend: 'Have the producer correct the statement.',
  },
  USMCA_PRODUCTION_UNVERIFIED: {
    fault: 'signer',
    message:
      'Production statement {number} is not signed by its producer, so it was not used for line {line}.',
    mend: 'Have the producer sign it.',
  },
  USMCA_PRODUCTION_CRITERION: {
    fault: 'signer',
    message:
      'Line {line} is certified by criterion {certified}; production statement {number} shows {shown}.',
    mend: 'Have the certification name the criterion that the good meets.',
    cite: '19 CFR part 182, appendix A, element 7',
  },
  USMCA_CONTENT_SHOWN: {
    fault: 'signer',
    message:
      'Statement {number} of an accredited verifier shows at least {percent} percent regional value by {method} for line {line}, without its costs.',
    mend: 'Nothing to mend.',
    cite: 'HTSUS GN 11(c), GN 29(f); 19 CFR 182.13(a)(3)',
  },
  USMCA_CONTENT_UNATTESTED: {
    fault: 'signer',
    message:
      'Statement {number} on regional value is not of an accredited verifier, so it was not used for line {line}.',
    mend: 'Have a verifier sign it whom the agency accredits for this.',
  },
} as const satisfies Record<string, CatalogueEntry>;
