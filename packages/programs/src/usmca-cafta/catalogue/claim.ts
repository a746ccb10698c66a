import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about a claim on a line. */
export const claimCodes = {
  USMCA_CLAIM_UNSUPPORTED: {
    fault: 'filer',
    message: 'Line {line} claims {spi} and no certification of origin covers it.',
    mend: 'Get the certification before claiming, or drop the claim: it must be in hand when the claim is made.',
    cite: '19 CFR 182.12(a); 19 CFR 10.584(a)',
  },
  USMCA_LOW_VALUE: {
    fault: 'filer',
    message:
      'Line {line} claims {spi} without a certification: the importation is {value} dollars, at most {limit}.',
    mend: 'Nothing to mend.',
    cite: '19 CFR 182.14; 19 CFR 10.587(a)',
  },
  USMCA_LOW_VALUE_SERIES: {
    fault: 'filer',
    message:
      'Line {line} relies on the low-value exception, but the importation belongs to a series ({entries}).',
    mend: 'Get the certification, or drop the claim.',
    cite: '19 CFR 182.14; 19 CFR 10.587(b)',
  },
  USMCA_KNOWLEDGE_CLAIM: {
    fault: 'filer',
    message: "Line {line} is claimed on the importer's own knowledge; the records behind it must be kept.",
    mend: 'Nothing to mend; be ready to show the records.',
    cite: '19 CFR 10.583(a), 10.584(a)',
  },
  USMCA_KNOWLEDGE_NOT_ALLOWED: {
    fault: 'filer',
    message: "Line {line}: {agreement} gives no claim on the importer's knowledge alone.",
    mend: 'Get a certification, or certify as importer, or drop the claim.',
    cite: '19 CFR 182.12(a)',
  },
  USMCA_INDICATOR_MISMATCH: {
    fault: 'filer',
    message: 'Line {line} claims {spi}, but its certification is made under {agreement}.',
    mend: 'Claim the indicator of the agreement that the certification names.',
    cite: 'HTSUS GN 11, GN 29',
  },
  USMCA_QUALIFYING_UNCERTAIN: {
    fault: 'filer',
    message:
      'Line {line} claims {spi}: goods under a tariff preference level, which always pay the processing fee.',
    mend: 'An officer checks the certificate of eligibility; other uses of {spi} are not settled in the sources at hand.',
    cite: 'CATAIR AE table 8; 19 CFR 24.23(c)',
  },
  USMCA_DUPLICATE_CLAIM: {
    fault: 'filer',
    message: 'Line {line}: the same invoice line is claimed in {other} already.',
    mend: 'Drop one of the two claims; goods are entered once.',
    cite: '19 U.S.C. 1484, 1592',
  },
  USMCA_CLAIM_LATE: {
    fault: 'filer',
    message: 'The claim of {day} is later than a year after the importation of {imported}.',
    mend: 'Nothing can be claimed for this importation any more.',
    cite: '19 U.S.C. 1520(d); 19 CFR 182.31, 10.590',
  },
  USMCA_FREE_GOOD_UNCLAIMED: {
    fault: 'filer',
    message:
      'Line {line} is free of duty anyway, but without the indicator {spi} it pays the processing fee.',
    mend: 'Put the indicator on the line: the certification covers it.',
    cite: '19 CFR 24.23(c)',
  },
  USMCA_TRANSIT_UNCONTROLLED: {
    fault: 'filer',
    message: 'The goods were in {country}, outside {agreement}, without customs control.',
    mend: 'Drop the claim, or show that they stayed under customs control there.',
    cite: '19 CFR 182.16(b); 19 CFR 10.604',
  },
  USMCA_TRANSIT_NOT_SHOWN: {
    fault: 'filer',
    message:
      'The goods were exported from {country}, outside {agreement}, and nothing shows how they passed there.',
    mend: 'Send a bill of lading that names the stay and the customs control, or drop the claim.',
    cite: '19 CFR 182.16(b); 19 CFR 10.604',
  },
  USMCA_TRANSIT_CONTROLLED: {
    fault: 'filer',
    message: 'The goods passed through {country} under customs control.',
    mend: 'Nothing to mend; keep the papers of the transit.',
    cite: '19 CFR 182.16(b); 19 CFR 10.604',
  },
} as const satisfies Record<string, CatalogueEntry>;
