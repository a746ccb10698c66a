import type { CatalogueEntry } from '@portolan/kernel';

/** Why an attester is not independent. */
export const independenceEntries = {
  PARTY_SELF_ATTESTED: {
    fault: 'holder',
    message: 'The organization attests this about itself.',
    mend: 'Ask somebody else: nobody vouches for itself.',
  },
  PARTY_COMMON_OWNER: {
    fault: 'holder',
    message: '{name} stands under the same owner as the organization.',
    mend: 'Ask an attester of another owner.',
  },
  PARTY_POOLED_OWNER: {
    fault: 'holder',
    message: '{names} stand under one owner, so the {count} of them count as one.',
    mend: 'Ask attesters of other owners.',
  },
  PARTY_UNANCHORED: {
    fault: 'issuer',
    message:
      '{name} refers to the organization, but only {have} of {need} accredited attestations stand behind {name} itself.',
    mend: 'Ask a trading partner that accredited attesters know, or have {name} attested first.',
  },
  PARTY_MUTUAL_VOUCHING: {
    fault: 'holder',
    message: 'The organization and {name} vouch for each other.',
    mend: 'Ask a trading partner that the organization does not vouch for.',
  },
  PARTY_RING: {
    fault: 'holder',
    message: 'The reference of {name} closes a ring of {length}: each vouches for the next.',
    mend: 'Ask a trading partner outside the ring.',
  },
  PARTY_RING_TOO_WIDE: {
    fault: 'holder',
    message:
      'The organization and those it refers to gave more than {limit} references, so that no ring can be ruled out.',
    mend: 'Ask attesters that are accredited; references do not count for those who give so many.',
  },
} as const satisfies Record<string, CatalogueEntry>;
