import type { Dossier } from '../dossier.ts';

/** A party that a filing names, with the role in which it appears there. */
export interface NamedParty {
  readonly role: 'importer' | 'broker' | 'producer' | 'exporter';
  readonly name: string;
  readonly did: string;
  /** JSON pointer into the entry. */
  readonly path: string;
}

/**
 * The parties of a filing that can be held to an identifier: importer of record, filer where it is another, manufacturers, and
 * whoever certified origin. Each once in each role, in the order of the entry.
 */
export function partiesOf({
  entry,
  evidence,
}: Pick<Dossier, 'entry'> & { readonly evidence: readonly Dossier['evidence'][number][] }): NamedParty[] {
  const { importerOfRecord, filer, lines } = entry;
  const found: NamedParty[] = [
    ...named('importer', importerOfRecord, '/importerOfRecord'),
    ...(filer.did === importerOfRecord.did ? [] : named('broker', filer, '/filer')),
    ...lines.flatMap(({ manufacturer }, index) =>
      named('producer', manufacturer, `/lines/${index}/manufacturer`),
    ),
    ...evidence.flatMap((item) =>
      item.type === 'CertificationOfOrigin' && item.document.certifier.role === 'exporter'
        ? named('exporter', item.document.certifier.party, '/lines')
        : [],
    ),
  ];
  return [...new Map(found.toReversed().map((one) => [`${one.role} ${one.did}`, one])).values()].toReversed();
}

function named(
  role: NamedParty['role'],
  party: { readonly name: string; readonly did?: string } | undefined,
  path: string,
): NamedParty[] {
  return party?.did === undefined ? [] : [{ role, name: party.name, did: party.did, path }];
}
