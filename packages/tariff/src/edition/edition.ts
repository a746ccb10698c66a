import type { CalendarDate, Digest } from '@portolan/kernel';
import type { FactsRow } from './facts.ts';
import type { TariffLine } from './line.ts';
import { createLineReader } from './read-line.ts';
import { createSearch } from './search.ts';
import { findParents } from './tree.ts';

/** What is known of an edition besides its rows: a dated fact with source. */
export interface EditionRecord {
  readonly id: string;
  /** First date on which its rates are in force. */
  readonly effective: CalendarDate;
  /** Date on which it was published here. */
  readonly knownAt: CalendarDate;
  /** Last date for which the data at hand can know that this edition is in force. */
  readonly horizon: CalendarDate;
  /** What is unknown after the horizon, in words. */
  readonly unknownAfter: string;
  readonly source: string;
  readonly digest: Digest;
}

/** A dated edition of the Harmonized Tariff Schedule, read line by line on demand. */
export interface Edition extends EditionRecord {
  readonly size: number;
  /** The numbered row with exactly these digits (dots allowed), with what it inherits. */
  line(hts: string): TariffLine | undefined;
  /** Complete numbers that begin with these digits, in the schedule's order, at most `limit`. */
  under(prefix: string, limit?: number): TariffLine[];
  /** Numbered rows that stand beside this one, also below description rows without number. */
  siblings(hts: string): TariffLine[];
  /** Complete lines by words of their description path, or by the beginning of their number. */
  search(query: string, limit?: number): TariffLine[];
}

const EVERY = Number.POSITIVE_INFINITY;

export function openEdition(record: EditionRecord, rows: readonly FactsRow[]): Edition {
  const parents = findParents(rows);
  const byNumber = new Map<string, number>();
  rows.forEach((row, index) => {
    // Where the export repeats a number, the first row stands: later ones are continuations.
    if (row.hts !== '' && !byNumber.has(row.hts)) byNumber.set(row.hts, index);
  });
  const reader = createLineReader(rows, parents, byNumber);
  const search = createSearch(reader);
  return {
    ...record,
    size: rows.length,
    line: (hts) => reader.at(byNumber.get(hts.replaceAll('.', ''))),
    under: (prefix, limit = EVERY) => search.under(prefix.replaceAll('.', ''), limit),
    siblings: (hts) => reader.siblings(byNumber.get(hts.replaceAll('.', ''))),
    search: (query, limit = 50) => search.find(query, limit),
  };
}
