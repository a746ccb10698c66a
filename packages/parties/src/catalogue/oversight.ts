import type { CatalogueEntry } from '@portolan/kernel';

/** Why an act of oversight is not taken. */
export const oversightEntries = {
  PARTY_ACT_UNKNOWN: {
    fault: 'agency',
    message: '"{act}" is no act of oversight.',
    mend: 'Use accredit, suspend, restore, publish-policy, override, lift-override, appeal or decide-appeal.',
  },
  PARTY_ACT_REPEATED: {
    fault: 'agency',
    message: 'An act with the identifier {id} is recorded already.',
    mend: 'Give the act an identifier of its own.',
    status: 409,
  },
  PARTY_ACT_REFERS: {
    fault: 'agency',
    message: 'The register knows nothing under {id}.',
    mend: 'Refer to an act of the register.',
    status: 404,
  },
  PARTY_ACT_STATE: {
    fault: 'agency',
    message: 'It is {state} already.',
    mend: 'Nothing is to be done.',
    status: 409,
  },
  PARTY_ACT_FOREIGN: {
    fault: 'agency',
    message: 'Only {agency} can change what it did.',
    mend: 'Ask {agency}.',
    status: 403,
  },
  PARTY_ACT_LEVEL: {
    fault: 'agency',
    message: 'An override that sets a level names the level.',
    mend: 'Add the level.',
  },
  PARTY_APPEAL_OWN_CAUSE: {
    fault: 'agency',
    message: '{by} did what is appealed against and cannot decide the appeal.',
    mend: 'Have another officer decide.',
    status: 403,
  },
  PARTY_POLICY_PUBLISHED: {
    fault: 'agency',
    message: 'Version {version} of the policy {policy} is published; a published version never changes.',
    mend: 'Publish the change under the next version.',
    status: 409,
  },
} as const satisfies Record<string, CatalogueEntry>;
