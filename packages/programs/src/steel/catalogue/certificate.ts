import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about certificates and who signed them. */
export const certificateCodes = {
  STEEL_CERTIFICATE_MISSING: {
    fault: 'filer',
    message: 'No mill test report names the goods of line {line} ({lot}).',
    mend: 'Hand in the certificate of the mill for this lot.',
    cite: '19 CFR 141.89',
  },
  STEEL_CERTIFICATE_UNSIGNED: {
    fault: 'signer',
    message: 'Certificate {number} is not signed by its mill, {mill}.',
    mend: 'Have the mill sign the certificate itself.',
    cite: 'EN 10204, 3.1 and 3.2; HQ H209833',
  },
  STEEL_CERTIFICATE_NOT_MILL: {
    fault: 'signer',
    message: 'Certificate {number} of {mill} is signed by somebody else, {signer}.',
    mend: 'Have the mill sign the certificate itself.',
    cite: 'EN 10204, 3.1',
  },
  STEEL_CERTIFICATE_ALTERED: {
    fault: 'holder',
    message: 'Certificate {number} is not what was signed: {why}',
    mend: 'Hand in the certificate as the mill signed it.',
  },
  STEEL_CERTIFICATE_IN_PART: {
    fault: 'holder',
    message:
      'Certificate {number} is shown in part: its holder hides {count} of what the mill signed, which no rule has seen.',
    mend: 'Ask the holder for the rest where it matters.',
    cite: 'RFC 9901, section 6.1',
  },
  STEEL_CERTIFICATE_INVALID: {
    fault: 'signer',
    message: 'Certificate {number} does not stand: {why}',
    mend: 'Have the mill issue it again.',
  },
  STEEL_CERTIFICATE_UNVERIFIED: {
    fault: 'holder',
    message: 'Certificate {number} could not be verified: {why}',
    mend: 'Hand in the certificate again when its signer can be reached, or have the mill renew it.',
  },
  STEEL_SECOND_SIGNATURE_MISSING: {
    fault: 'signer',
    message: 'Certificate {number} is of type 3.2 and lacks the signature of a second inspector.',
    mend: 'Have the inspector named on it sign the same certificate, or issue it as type 3.1.',
    cite: 'EN 10204, 4.2',
  },
  STEEL_INSPECTOR_NOT_INDEPENDENT: {
    fault: 'signer',
    message:
      'Certificate {number} is of type {kind}, but its inspector is not independent of the manufacturing department.',
    mend: 'Have the independent inspection representative issue it, or issue it as type 2.2.',
    cite: 'EN 10204, 4.1 and 4.2',
  },
  STEEL_CERTIFICATE_LATE: {
    fault: 'signer',
    message:
      'Certificate {number} was first known to the log at {known}, after the goods left at {dispatched}.',
    mend: 'Explain to the agency why the certificate was not made with the goods.',
  },
  STEEL_CERTIFICATE_EARLY: {
    fault: 'signer',
    message:
      'Certificate {number} was known to the log at {known}, before the goods were made at {produced}.',
    mend: 'Have the mill correct the time of production.',
  },
  STEEL_CERTIFICATE_SUPERSEDED: {
    fault: 'holder',
    message: 'Certificate {number} was replaced by {by}.',
    mend: 'Hand in the certificate that replaced it.',
  },
  STEEL_CERTIFICATE_REUSED: {
    fault: 'holder',
    message: 'Certificate {number} does not belong to these goods: {why}.',
    mend: 'Hand in the certificate that was made for them.',
  },
  STEEL_CERTIFICATE_CHANGED: {
    fault: 'signer',
    message: 'Certificate {number} changes {what} of certificate {parent}: {before} became {after}.',
    mend: 'A service centre adds to the figures of the mill and leaves them as they are: have it corrected.',
  },
  STEEL_CERTIFICATE_BASE_MISSING: {
    fault: 'holder',
    message: 'Certificate {number} builds on certificate {parent}, which is not at hand.',
    mend: 'Hand in the certificate of the mill too.',
  },
} as const satisfies Record<string, CatalogueEntry>;
