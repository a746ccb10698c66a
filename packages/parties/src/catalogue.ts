import { defineCatalogue } from '@portolan/kernel';
import { attestationEntries } from './catalogue/attestation.ts';
import { authorityEntries } from './catalogue/authority.ts';
import { identityEntries } from './catalogue/identity.ts';
import { independenceEntries } from './catalogue/independence.ts';
import { oversightEntries } from './catalogue/oversight.ts';
import { standingEntries } from './catalogue/standing.ts';

/** Everything that this room refuses, discounts or finds missing. */
export const partiesCatalogue = defineCatalogue('parties', {
  ...attestationEntries,
  ...independenceEntries,
  ...identityEntries,
  ...standingEntries,
  ...authorityEntries,
  ...oversightEntries,
});
export type PartyCode = Parameters<typeof partiesCatalogue.refuse>[0];
