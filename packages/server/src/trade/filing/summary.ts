import type { Entry } from '@portolan/filing';
import type { CaseState, CaseSummary } from '../store/cases.ts';
import { enteredValue } from './observe.ts';

/** What lists show of an entry. */
export function summaryOf(
  entry: Entry,
  total: string | null,
  documents: number,
  settled: CaseState,
): CaseSummary {
  return {
    importer: entry.importerOfRecord.name,
    filer: entry.filer.name,
    lines: entry.lines.length,
    enteredValue: enteredValue(entry).toString(),
    importDate: entry.importDate,
    ...(total === null ? {} : { total }),
    claims: [...new Set(entry.lines.flatMap(({ spi }) => (spi ? [spi] : [])))],
    documents,
    settled,
    openRequests: 0,
    ...partsOf(entry),
  };
}

function partsOf({ lines }: Entry): Pick<CaseSummary, 'parts'> {
  const parts = lines.flatMap(({ number, invoice: { quantity } }) => (quantity ? [[number, quantity]] : []));
  return parts.length > 0 ? { parts: Object.fromEntries(parts) } : {};
}

/** A title that a person recognises: the first good, how many more, and for whom. */
export function titleOf(entry: Entry): string {
  const [first] = entry.lines;
  const more = entry.lines.length - 1;
  const goods = `${first?.description ?? 'Goods'}${more > 0 ? ` and ${more} more` : ''}`;
  return `${goods}, for ${entry.importerOfRecord.name}`.slice(0, 200);
}

/** The words by which an entry is found, in lower case. */
export function searchWords(entry: Entry): string {
  const words = [
    entry.entryNumber ?? '',
    (entry.entryNumber ?? '').replaceAll('-', ''),
    entry.importerOfRecord.name,
    entry.importerOfRecord.number,
    entry.filer.name,
    entry.carrier.name,
    ...entry.billOfLading,
    ...entry.invoiceNumbers,
    entry.fileNumber ?? '',
    ...entry.lines.flatMap(({ description, hts, manufacturer }) => [
      description,
      hts,
      manufacturer?.name ?? '',
    ]),
  ];
  return words.join(' ').toLowerCase();
}

/** DIDs of the parties that signed evidence of an entry, apart from some. */
export function holdersOf(
  issuers: readonly (string | undefined)[],
  apart: readonly (string | undefined)[],
): string[] {
  const known = new Set(apart);
  return [...new Set(issuers.filter((did) => did !== undefined))].filter((did) => !known.has(did));
}
