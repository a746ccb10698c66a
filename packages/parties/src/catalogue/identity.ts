import type { CatalogueEntry } from '@portolan/kernel';

/** What is seen about identifiers and names. */
export const identityEntries = {
  PARTY_IDENTIFIER_TWO_VALUES: {
    fault: 'holder',
    message: 'Attesters give different values of the same identifier ({scheme}): {values}.',
    mend: 'Have the wrong one corrected by its attester.',
  },
  PARTY_IDENTIFIER_SHARED: {
    fault: 'holder',
    message: '{other} holds the identifier {scheme} {value} as well, attested at {since}.',
    mend: 'Have the issuer of the identifier say who holds it.',
  },
  PARTY_MID_DIFFERS: {
    fault: 'holder',
    message: 'The MID {value} is not what the rules make of name and address: {constructed}.',
    mend: 'Use the constructed code, or correct name and address.',
    cite: '19 CFR part 102, appendix',
  },
  PARTY_NAME_SHARED: {
    fault: 'holder',
    message: '{other} bears the same name, apart from legal form and spelling.',
    mend: 'Go by identifiers, not by the name.',
  },
  PARTY_NAME_DISGUISED: {
    fault: 'holder',
    message: 'The name {name} looks like {other}, with letters that only resemble Latin ones: {letters}.',
    mend: 'Write the name as it is registered, in letters of one script.',
    cite: 'UTS 39, section 4',
  },
  PARTY_NAME_IMITATED: {
    fault: 'holder',
    message: 'Somebody else bears a name that is made to look the same: {other}.',
    mend: 'Go by identifiers, and tell the agency if it is used to deceive.',
    cite: 'UTS 39, section 4',
  },
  PARTY_NAME_TRANSLITERATED: {
    fault: 'holder',
    message: '{other} is the same name in another script.',
    mend: 'Go by identifiers; have a register say whether the two are one.',
    cite: 'ICAO Doc 9303, part 3, section 6',
  },
  PARTY_NAME_SIMILAR: {
    fault: 'holder',
    message: '{other} can be taken for {name} at a glance.',
    mend: 'Go by identifiers, not by the name.',
    cite: 'UTS 39, section 4',
  },
} as const satisfies Record<string, CatalogueEntry>;
