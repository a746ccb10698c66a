import { defineCatalogue } from '@portolan/kernel';

/** What the standing of a party means for a filing. */
export const legitimacyCatalogue = defineCatalogue('business-legitimacy', {
  LEGITIMACY_PARTY_BARRED: {
    fault: 'filer',
    message: 'Something stands against {name} ({role}): {why}',
    mend: 'Deal with another party, or have {name} settle it or appeal to the agency.',
  },
  LEGITIMACY_PARTY_UNKNOWN: {
    fault: 'filer',
    message: 'No independent party that counts knows {name} ({role}).',
    mend: 'Have a company register, tax authority or LEI issuer attest {name}.',
  },
  LEGITIMACY_NOT_ASKED: {
    fault: 'node',
    message: 'The standing of {name} ({role}) was not asked when the filing was looked at.',
    mend: 'Publish a policy for standings, then look at the filing again.',
  },
});
export type LegitimacyCode = Extract<keyof typeof legitimacyCatalogue.entries, string>;
