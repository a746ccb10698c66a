import type { CatalogueEntry } from '@portolan/kernel';

/** What a standing lacks, and what stands against it. */
export const standingEntries = {
  PARTY_DISSOLVED: {
    fault: 'holder',
    message: 'The organization is dissolved, {by} says, since {since}.',
    mend: 'Nobody can act for it any more; deal with its successor or liquidator.',
  },
  PARTY_MERGED: {
    fault: 'holder',
    message: 'The organization was merged into {successor}, {by} says, since {since}.',
    mend: 'Deal with {successor}, under its own identifiers and keys.',
  },
  PARTY_QUORUM_SHORT: {
    fault: 'holder',
    message: '{level} asks for {need} attestations of distinct kinds from distinct owners; {have} count.',
    mend: 'Ask an accredited attester of another kind: {kinds}.',
  },
  PARTY_KIND_MISSING: {
    fault: 'holder',
    message: 'No attestation of a {kind} counts.',
    mend: 'Ask an accredited {kind}.',
  },
  PARTY_WEIGHT_SHORT: {
    fault: 'holder',
    message: 'The attestations weigh {have} of {need} together.',
    mend: 'Add an attestation of a kind that weighs more, or one more kind.',
  },
  PARTY_TOO_YOUNG: {
    fault: 'holder',
    message: 'The organization is {have} days old, counted from {since}; {need} are asked.',
    mend: 'Wait, or have a register attest the true day of registration.',
  },
  PARTY_IDENTIFIER_MISSING: {
    fault: 'holder',
    message: 'No attestation that counts carries an identifier of: {schemes}.',
    mend: 'Have one of them attested.',
  },
  PARTY_BARRED: {
    fault: 'holder',
    message: 'Something stands against the organization; the findings say what.',
    mend: 'Settle it, or appeal to the agency.',
  },
  PARTY_POLICY_INVALID: {
    fault: 'agency',
    message: 'The policy contradicts itself: {detail}.',
    mend: 'Correct the policy and publish it under a new version.',
  },
  PARTY_HOLDER: {
    fault: 'holder',
    message: 'The credential is about {subject}, but {holder} presents it.',
    mend: 'Have {subject} present it, signed with its own key for this challenge. A copy alone proves nothing.',
    cite: 'VC Data Model 2.0, section 4.13',
  },
  PARTY_DIFFERS: {
    fault: 'node',
    message: 'Computed again from the same evidence the standing is {computed}, not {stated}.',
    mend: 'Compare evidence, policy and register: the first that differs is {where}.',
  },
} as const satisfies Record<string, CatalogueEntry>;
