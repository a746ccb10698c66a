import type { TariffDataView } from '@portolan/contract';
import type { TariffReference } from '@portolan/tariff';
import { inOrder } from './edition.ts';
import { editionView } from './edition-view.ts';
import type { ShelfItem } from './shelf/item.ts';
import { kindNames } from './shelf/kinds.ts';
import type { Shelf } from './shelf/library.ts';

/** Everything that is computed with: editions, the tables that come with the program, and what was imported. */
export function dataAtHand(shelf: Shelf): TariffDataView[] {
  return [
    ...inOrder(shelf.reference.editions)
      .map((edition) => editionView(edition, shelf))
      .filter(({ holder }) => holder === 'program')
      .map(({ id, rows, effective, horizon, knownAt, source, digest, holder, unknownAfter }) => ({
        name: id,
        kind: 'edition',
        title: `Harmonized Tariff Schedule, ${id}`,
        ...{ rows, from: effective, until: horizon, published: knownAt, digest, holder, unknownAfter },
        sources: [source],
        certainties: ['official'],
      })),
    ...shelf.items.map(importedView),
    ...tables(shelf.reference),
  ];
}

/** What was imported, as the contract shows it. */
export function importedView(item: ShelfItem): TariffDataView {
  const { effective, until, published, unknownAfter, source, certainty } = item.record;
  return {
    name: item.name,
    kind: item.kind,
    title: `${kindNames[item.kind]}: ${item.name}`,
    rows: item.rows,
    from: effective,
    ...(until === undefined ? {} : { until }),
    published,
    sources: [source],
    certainties: [certainty],
    digest: item.digest,
    holder: item.holder,
    ...(unknownAfter === undefined ? {} : { unknownAfter }),
    imported: { by: item.importedBy, at: item.importedAt, fileName: item.fileName },
  };
}

interface SourcedRow {
  readonly from?: string;
  readonly to?: string;
  readonly source?: string;
  readonly certainty?: string;
}

function tables({ fees, programs, column2, dutyLayers, stacking, layers }: TariffReference): TariffDataView[] {
  return [
    table(
      'fees',
      'Fees by fiscal year',
      Object.values(fees).flatMap(({ rows }): SourcedRow[] => rows),
    ),
    table('programs', 'Preference programs and their members', programs),
    table('column-2', 'Countries of column 2', column2),
    table(
      'duty-layers',
      'Additional duties of chapter 99',
      dutyLayers.flatMap(({ rows }) => rows),
    ),
    table('stacking', 'How additional duties stand to one another', stacking),
    table('layers', 'Measures beside the base rate', layers),
  ];
}

const bySureness = ['official', 'verified', 'secondary', 'unverified'];

function table(name: string, title: string, rows: readonly SourcedRow[]): TariffDataView {
  const [from] = rows.flatMap((row) => row.from ?? []).toSorted();
  const ends = rows.map((row) => row.to);
  const until = ends.includes(undefined) ? undefined : ends.toSorted().at(-1);
  const certainties = new Set(rows.flatMap(({ certainty }) => certainty ?? []));
  return {
    name,
    kind: 'table',
    title,
    rows: rows.length,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    sources: [...new Set(rows.flatMap(({ source }) => source ?? []))].toSorted(),
    certainties: bySureness.filter((certainty) => certainties.has(certainty)),
    holder: 'program',
  };
}
