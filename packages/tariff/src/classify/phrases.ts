import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/** Entries that stand in a text, found by the stems of their words; the longest at each place. */
export interface Phrases<T> {
  find(words: readonly Word[]): Found<T>[];
}

export interface Found<T> {
  readonly entries: readonly T[];
  /** First word and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Words of the longest phrase that is looked for. */
const LONGEST = 5;

export function indexPhrases<T>(entries: Iterable<readonly [phrase: string, entry: T]>): Phrases<T> {
  const known = new Map<string, T[]>();
  for (const [phrase, entry] of entries) {
    const key = keyOf(wordsOf(phrase));
    const list = known.get(key);
    if (list === undefined) known.set(key, [entry]);
    else if (!list.includes(entry)) list.push(entry);
  }
  return {
    find: (words) => {
      const found: Found<T>[] = [];
      for (let at = 0; at < words.length; ) {
        const here = longestAt(known, words, at);
        if (here) found.push(here);
        at = here?.to ?? at + 1;
      }
      return found;
    },
  };
}

function longestAt<T>(
  known: ReadonlyMap<string, readonly T[]>,
  words: readonly Word[],
  from: number,
): Found<T> | undefined {
  for (let to = Math.min(words.length, from + LONGEST); to > from; to--) {
    const entries = known.get(keyOf(words.slice(from, to)));
    if (entries) return { entries, from, to };
  }
  return undefined;
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ stem }) => stem).join(' ');
}
