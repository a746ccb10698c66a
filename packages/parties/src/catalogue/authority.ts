import type { CatalogueEntry } from '@portolan/kernel';

/** Why somebody may not act for somebody. */
export const authorityEntries = {
  PARTY_AUTHORITY_NONE: {
    fault: 'filer',
    message: 'No power of attorney leads from {principal} to {actor}.',
    mend: 'Have {principal} sign a power of attorney, or show the delegation by which it was passed on.',
    cite: '19 CFR 141.31 to 141.46',
  },
  PARTY_AUTHORITY_UNSOUND: {
    fault: 'signer',
    message: 'The power {number} proves nothing: {codes}.',
    mend: 'Have {grantor} sign it again.',
  },
  PARTY_AUTHORITY_GRANTOR: {
    fault: 'signer',
    message: 'The power {number} was signed by {issuer}, not by {grantor} who is to give it.',
    mend: 'Have {grantor} sign it.',
  },
  PARTY_AUTHORITY_REVOKED: {
    fault: 'filer',
    message: 'The power {number} was revoked at {since}.',
    mend: 'Ask {grantor} for a new one; nothing can be filed under this one, drafts in progress included.',
  },
  PARTY_AUTHORITY_SUSPENDED: {
    fault: 'filer',
    message: 'The power {number} is suspended since {since}.',
    mend: 'Ask {grantor} to reinstate it.',
  },
  PARTY_AUTHORITY_TIME: {
    fault: 'filer',
    message: 'The power {number} is in force from {from} to {until}; it is {day}.',
    mend: 'Use a power in force on the day.',
  },
  PARTY_AUTHORITY_LATER: {
    fault: 'filer',
    message: 'The power {number} was signed at {signedAt}, after the act of {at}.',
    mend: 'Act only once the power is signed.',
  },
  PARTY_AUTHORITY_WIDENED: {
    fault: 'signer',
    message: 'The delegation {number} gives more than the power it comes from: {detail}.',
    mend: 'Have {grantor} pass on no more than it holds.',
  },
  PARTY_AUTHORITY_NO_SUBDELEGATION: {
    fault: 'signer',
    message: 'The power {number} may not be passed on.',
    mend: 'Have its grantor give the power to sub-delegate, or the power itself.',
  },
  PARTY_AUTHORITY_LIMIT: {
    fault: 'filer',
    message: 'The power does not reach so far: {detail}.',
    mend: 'Stay within the limits of the power, or have it widened by {principal}.',
  },
  PARTY_AUTHORITY_PERSON: {
    fault: 'filer',
    message: 'Nothing shows that {person} may sign for {organization} with the power {power}.',
    mend: 'Have {organization} attest the employment with that power, or a register the office.',
  },
  PARTY_AUTHORITY_CASE: {
    fault: 'sender',
    message: 'This is no case of authority: {detail}.',
    mend: 'Give the act under "use" and the credentials that are to show that it may be done.',
  },
  PARTY_SIGNATURE_MISSING: {
    fault: 'filer',
    message: '{person} is named as signing this, and signed nothing.',
    mend: 'Have the person sign the draft with its own key, or name nobody.',
  },
  PARTY_SIGNATURE_UNSOUND: {
    fault: 'filer',
    message: 'The signature of {person} proves nothing: {codes}; its signer is {issuer}.',
    mend: 'Have the person sign the draft with its own key.',
  },
  PARTY_SIGNATURE_DIFFERS: {
    fault: 'filer',
    message: 'What is filed is not what {person} signed: "{statement}".',
    mend: 'Have the person look over the draft as it is now and sign it again.',
  },
  PARTY_AUTHORITY_DEPTH: {
    fault: 'filer',
    message: 'The power was passed on more than {limit} times.',
    mend: 'Have {principal} give it directly.',
  },
} as const satisfies Record<string, CatalogueEntry>;
