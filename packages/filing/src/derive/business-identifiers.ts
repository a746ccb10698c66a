import { checkDuns, checkGln, checkLei, type IdentifierCheck } from '@portolan/kernel';
import type { Desk } from './desk.ts';
import { identifierCandidates, type NamedParty, sameParty } from './party.ts';

const checks = { lei: checkLei, duns: checkDuns, gln: checkGln } satisfies Record<string, IdentifierCheck>;
type Scheme = keyof typeof checks;
const schemes: readonly Scheme[] = ['lei', 'duns', 'gln'];

/**
 * Global Business Identifiers of a party at a place of the entry: LEI, DUNS and GLN, any of them, as its documents and its
 * identity credential state them (CBP, Global Business Identifier test). One with a wrong check digit is left out: an entry
 * message must not carry it.
 */
export function fillBusinessIdentifiers({ sheet, papers }: Desk, at: string, named: NamedParty): void {
  const sources = [named, ...identitiesOf(papers.identities, named)];
  for (const scheme of schemes) {
    const sound = sources.filter(({ party }) => states(party, scheme));
    if (sound.length > 0) sheet.fill(`${at}/${scheme}`, identifierCandidates(sound, scheme));
  }
}

/** Whether a party, or its identity credential, states any of them. */
export function hasBusinessIdentifiers({ papers }: Desk, named: NamedParty): boolean {
  return [named, ...identitiesOf(papers.identities, named)].some(({ party }) =>
    schemes.some((scheme) => states(party, scheme)),
  );
}

function states({ identifiers = [] }: NamedParty['party'], wanted: Scheme): boolean {
  return identifiers.some(({ scheme, value }) => scheme === wanted && checks[wanted](value).ok);
}

function identitiesOf(identities: Desk['papers']['identities'], { party }: NamedParty): NamedParty[] {
  return identities
    .filter(({ document }) => sameParty(document.organization, party))
    .map((item) => ({ item, pointer: '/organization', party: item.document.organization }));
}
