import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about whether the goods originate. */
export const originCodes = {
  USMCA_GOOD_MISSING: {
    fault: 'filer',
    message: 'Certification {number} has no good {good}.',
    mend: 'Point the claim to the good that the certification lists.',
  },
  USMCA_HS_MISMATCH: {
    fault: 'signer',
    message: 'The certification classifies the good in {certified}; line {line} is entered in {entered}.',
    mend: 'Have the certification or the tariff number corrected: the first six digits must agree.',
    cite: '19 CFR part 182, appendix A, element 6; 19 CFR 10.584(a)(5)',
  },
  USMCA_ORIGIN_OUTSIDE: {
    fault: 'filer',
    message: 'Line {line} originates in {country}, which is not a party to {agreement}.',
    mend: 'Drop the claim.',
    cite: 'HTSUS GN 11(a), GN 29(a)',
  },
  USMCA_CERTIFIED_ORIGIN_OUTSIDE: {
    fault: 'signer',
    message: 'The certification itself states {country} as origin, which is not a party to {agreement}.',
    mend: 'Drop the claim, or have the certification corrected.',
    cite: 'HTSUS GN 11(a), GN 29(a)',
  },
  USMCA_ORIGIN_CONTRADICTED: {
    fault: 'signer',
    message: 'The certification says the good of line {line} is from {certified}; the invoice says {stated}.',
    mend: 'Drop the claim, or have the wrong document corrected by its author.',
    cite: '19 CFR 182.11(c), 182.124; 19 CFR 10.583(c)',
  },
  USMCA_RULE_NOT_MET: {
    fault: 'filer',
    message: 'Line {line} does not meet the product rule: {why}. Repacking confers no origin.',
    mend: 'Drop the claim.',
    cite: 'HTSUS GN 11(o), GN 29(n)',
  },
  USMCA_RULE_UNDETERMINED: {
    fault: 'holder',
    message: 'Whether line {line} meets its product rule cannot be told from tariff numbers: {why}.',
    mend: 'Nothing to mend; on request the producer shows how the rule is met.',
    cite: 'HTSUS GN 11(o), GN 29(n)',
  },
  USMCA_RULE_NOT_AT_HAND: {
    fault: 'node',
    message:
      'The product rule for {hs6} under {agreement} is not at hand, so it was not checked for line {line}.',
    mend: 'Nothing to mend; the certification stands until it is asked about.',
    cite: 'HTSUS GN 11(o), GN 29(n)',
  },
  USMCA_RULING_AGAINST: {
    fault: 'filer',
    message: 'Ruling {ruling}: {finding}. Line {line} claims goods of the same subheading.',
    mend: 'Show how these goods differ; an officer decides.',
    cite: '19 CFR 177.9',
  },
  USMCA_REGIONAL_VALUE_LOW: {
    fault: 'signer',
    message:
      'The regional value content certified for line {line} is {percent} percent by {method}; {minimum} is asked.',
    mend: 'Drop the claim, or have the content shown anew.',
    cite: 'HTSUS GN 11(b), (c), (o)',
  },
  USMCA_REGIONAL_VALUE_MISSING: {
    fault: 'signer',
    message: 'Line {line} is certified by criterion D without a regional value content.',
    mend: 'Have the certifier state method and percentage.',
    cite: 'HTSUS GN 11(b)(iv)',
  },
  USMCA_CRITERION_ILLEGAL: {
    fault: 'signer',
    message: 'Criterion {criterion} does not exist under {agreement}.',
    mend: 'Have the certifier name the rule that the good meets.',
    cite: '19 CFR part 182, appendix A, element 7; 19 CFR 10.584(a)(6)',
  },
  USMCA_CRITERION_CHAPTER: {
    fault: 'signer',
    message: 'Criterion {criterion} may not be used for goods of chapter {chapter}.',
    mend: 'Have the certifier name the criterion that the good meets, or drop the claim.',
    cite: 'HTSUS GN 11(b)(iv)',
  },
} as const satisfies Record<string, CatalogueEntry>;
