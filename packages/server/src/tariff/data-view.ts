import type { TariffDataView } from '@portolan/contract';
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
    ...tables(shelf),
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
    ...(effective === undefined ? {} : { from: effective }),
    ...(until === undefined ? {} : { until }),
    ...(published === undefined ? {} : { published }),
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

/** Tables that come with the program; rows that were imported beside them stand in the list on their own. */
function tables({ reference, items }: Shelf): TariffDataView[] {
  const imported = items
    .filter(({ kind }) => kind === 'exchange-rates')
    .reduce((sum, { rows }) => sum + rows, 0);
  const { fees, programs, column2, dutyLayers, layers, chapter98, excise, prohibitions } = reference;
  const { incoterms, adjustments, exchangeRates, bankHolidays } = reference.value;
  const { agreements, rules, rulings, meltScopes } = reference.origin;
  const named: [name: string, title: string, rows: readonly SourcedRow[]][] = [
    ['duty-layers', 'Additional duties that are computed', dutyLayers.flatMap(({ rows }) => rows)],
    ['layers', 'Measures that are named and not computed', layers],
    ['chapter-98', 'Provisions of chapter 98', chapter98],
    ['excise', 'Excise taxes', excise],
    ['prohibitions', 'Prohibitions', prohibitions],
    ['fees', 'Fees by fiscal year', Object.values(fees).flatMap(({ rows }): SourcedRow[] => rows)],
    ['programs', 'Preference programs and their members', programs],
    ['column-2', 'Countries of column 2', column2],
    ['incoterms', 'Delivery terms', incoterms],
    ['value-adjustments', 'Additions to the price and deductions from it', adjustments],
    ['exchange-rates', 'Rates of exchange', exchangeRates.slice(0, exchangeRates.length - imported)],
    ['bank-holidays', 'Bank holidays in New York', bankHolidays],
    [
      'origin-agreements',
      'Agreements of origin',
      agreements.flatMap(({ criteria, countries }): SourcedRow[] => [...criteria, ...countries]),
    ],
    ['origin-rules', 'Product rules of origin', rules],
    ['origin-rulings', 'Rulings on substantial transformation', rulings],
    ['melt-scopes', 'Goods that report melt, pour, smelt and cast', meltScopes],
  ];
  return named.map(([name, title, rows]) => table(name, title, rows));
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
