import type { Party } from '@portolan/documents';
import type { SampleTenant } from '../../sample-community.ts';
import { partyOf } from '../../usmca-cafta/stories/parties.ts';

/** Who acts in the story of steel: members of the sample community, by what they do in it. */
export type SteelActor =
  | 'buyer'
  | 'mill'
  | 'broker'
  | 'licence-office'
  | 'carrier'
  | 'agency'
  | 'inspector'
  | 'billet-mill'
  | 'service-centre';

/** The member of the sample community that an actor is. */
export function sampleSlug(actor: SteelActor): SampleTenant['slug'] {
  return actor === 'broker' || actor === 'agency' ? actor : `steel-${actor}`;
}

export function steelParty(actor: SteelActor): Party & { readonly did: string } {
  const party = partyOf(sampleSlug(actor));
  if (party.did === undefined) throw new Error(`${actor} has no identifier`);
  return { ...party, did: party.did };
}
