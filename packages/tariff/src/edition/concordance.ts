import type { Edition } from './edition.ts';

/** A number that was ended, and what became of it. */
export interface EndedNumber {
  /** Digits only. */
  readonly hts: string;
  /** What its goods are entered under since; empty where that has to be looked up. */
  readonly successors: readonly string[];
  /** First day on which it was no longer in the schedule. */
  readonly ended: string;
  readonly source: string;
}

/** Ended numbers by their digits: statistical numbers, and headings of older editions of the Harmonized System. */
export type Concordance = ReadonlyMap<string, EndedNumber>;

/** Reads concordance.tsv: ended number, successors, first day without it, source. */
export function readConcordance(text: string): Concordance {
  const rows = text
    .trim()
    .split('\n')
    .map((row) => row.split('\t'));
  return new Map(
    rows.map(([hts = '', next = '', ended = '', source = '']) => [
      hts,
      { hts, successors: next === '' ? [] : next.split(' '), ended, source },
    ]),
  );
}

/**
 * What a number has become in an edition: itself where it is still there, else its successors, and theirs, as far as
 * the concordance knows them. Empty where nothing is known.
 */
export function successorsIn(edition: Edition, concordance: Concordance, hts: string): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const follow = (number: string): void => {
    if (seen.has(number)) return;
    seen.add(number);
    if (edition.line(number) !== undefined || edition.under(number, 1).length > 0) found.add(number);
    else concordance.get(number)?.successors.forEach(follow);
  };
  follow(hts.trim().replaceAll('.', ''));
  return [...found].sort();
}
