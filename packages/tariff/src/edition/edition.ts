import type { CalendarDate, Digest } from '@portolan/kernel';
import type { FactsRow } from './facts.ts';
import type { TariffLine } from './line.ts';
import { type OutlineRow, outlineOf } from './outline.ts';
import { createLineReader } from './read-line.ts';
import { createSchedule } from './schedule.ts';
import { createSearch } from './search.ts';

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
  /** All rows of a chapter, heading or subheading as printed. */
  outline(prefix: string): OutlineRow[];
  /** Complete lines by words of their description path, or by the beginning of their number. */
  search(query: string, limit?: number): TariffLine[];
}

const DEFAULT_LIMIT = 50;

/**
 * Opens an edition over its rows. Rows that are handed over as a function are read when the first line is asked for:
 * a node keeps many editions and uses few.
 */
export function openEdition(
  record: EditionRecord,
  rows: readonly FactsRow[] | (() => readonly FactsRow[]),
): Edition {
  let opened: Lines | undefined;
  const lines = (): Lines => {
    opened ??= openLines(typeof rows === 'function' ? rows() : rows);
    return opened;
  };
  return {
    ...record,
    get size() {
      return lines().size;
    },
    line: (hts) => lines().line(hts),
    under: (prefix, limit) => lines().under(prefix, limit),
    siblings: (hts) => lines().siblings(hts),
    outline: (prefix) => lines().outline(prefix),
    search: (query, limit) => lines().search(query, limit),
  };
}

type Lines = Omit<Edition, keyof EditionRecord>;

function openLines(rows: readonly FactsRow[]): Lines {
  const schedule = createSchedule(rows);
  const read = createLineReader(schedule);
  const readAll = (indexes: readonly number[]): TariffLine[] =>
    indexes.map(read).filter((line) => line !== undefined);
  const search = createSearch(schedule);
  const find = (hts: string): number | undefined => schedule.find(digits(hts));
  return {
    size: rows.length,
    line: (hts) => read(find(hts)),
    under: (prefix, limit) => readAll(search.under(digits(prefix)).slice(0, limit)),
    siblings: (hts) => {
      const index = find(hts);
      return index === undefined ? [] : readAll(schedule.beside(index));
    },
    outline: (prefix) => outlineOf(schedule, digits(prefix)),
    search: (query, limit = DEFAULT_LIMIT) => readAll(search.find(query).slice(0, limit)),
  };
}

function digits(hts: string): string {
  return hts.trim().replaceAll('.', '');
}
