import { questions } from '../facts/questions.ts';
import { assigned } from '../sheet/candidate.ts';
import { lowest } from './carriage.ts';
import type { Desk } from './desk.ts';
import type { Papers } from './papers.ts';
import { didCandidates, identifierCandidates, type NamedParty, nameCandidates, sameParty } from './party.ts';

export const CLIENT_FILE = "the filer's client file";

/** Importer of record: who gave the filer its power of attorney, else the buyer (form 7501 block 26). */
export function deriveImporter({ sheet, papers, given }: Desk): NamedParty | undefined {
  const named = namedImporters(papers, given.filer.did);
  const [chosen] = named;
  const same = chosen ? named.filter(({ party }) => sameParty(party, chosen.party)) : [];
  const known = given.importer;
  sheet.fill('/importerOfRecord/name', [...nameCandidates(same), ...assigned(known?.name, CLIENT_FILE)], {
    ask: questions.importerName,
  });
  const numbered = chosen ? [...same, ...identities(papers, chosen)] : [];
  sheet.fill(
    '/importerOfRecord/number',
    [...identifierCandidates(numbered, 'importer-number'), ...assigned(known?.number, CLIENT_FILE)],
    { ask: questions.importerNumber },
  );
  sheet.fill('/importerOfRecord/did', [...didCandidates(same), ...assigned(known?.did, CLIENT_FILE)]);
  return chosen;
}

/** Ultimate consignee: to whom the goods go (form 7501 block 25). */
export function deriveConsignee({ sheet, papers }: Desk, importer: NamedParty | undefined): void {
  const named: NamedParty[] = [
    ...lowest(papers.carriages).flatMap(({ item, consignee }) =>
      consignee ? { item, pointer: consignee.pointer, party: consignee.value } : [],
    ),
    ...papers.packingLists.map((item) => ({ item, pointer: '/consignee', party: item.document.consignee })),
    ...papers.invoices.map((item) => ({ item, pointer: '/buyer', party: item.document.buyer })),
  ];
  const [chosen] = named;
  const same = chosen ? named.filter(({ party }) => sameParty(party, chosen.party)) : [];
  sheet.fill('/consignee/name', nameCandidates(same), { ask: questions.consigneeName });
  const isImporter = chosen && importer && sameParty(chosen.party, importer.party);
  const numbered = isImporter ? [...same, importer, ...identities(papers, importer)] : same;
  sheet.fill('/consignee/number', identifierCandidates(numbered, 'importer-number'));
}

function namedImporters(papers: Papers, filer: string): NamedParty[] {
  const granted = papers.powers.filter(({ document }) => document.grantee.did === filer);
  return [
    ...granted.map((item) => ({ item, pointer: '/grantor', party: item.document.grantor })),
    ...papers.invoices.map((item) => ({ item, pointer: '/buyer', party: item.document.buyer })),
    ...papers.orders.map((item) => ({ item, pointer: '/buyer', party: item.document.buyer })),
  ];
}

function identities(papers: Papers, { party }: NamedParty): NamedParty[] {
  return papers.identities
    .filter(({ document }) => sameParty(document.organization, party))
    .map((item) => ({ item, pointer: '/organization', party: item.document.organization }));
}
