import type { Schedule } from './schedule.ts';

/** Finds complete numbers; answers are places of rows, best first. */
export interface Search {
  under(prefix: string): number[];
  find(query: string): number[];
}

const CODE = /^[\d.]+$/;
/** Digits of a heading. */
const HEADING = 4;

/** Search by the beginning of a number, or by words that the path of descriptions must all contain. */
export function createSearch(schedule: Schedule): Search {
  const { rows, complete } = schedule;
  const prepared = new Map<string, string>();
  const prepare = (text: string): string => {
    const known = prepared.get(text) ?? searchable(text);
    prepared.set(text, known);
    return known;
  };
  let headings: ReadonlyMap<string, readonly number[]> | undefined;
  /** A prefix of a heading or longer needs to be looked for in that heading only. */
  const candidates = (prefix: string): readonly number[] => {
    if (prefix.length < HEADING) return complete;
    headings ??= Map.groupBy(complete, (index) => (rows[index]?.hts ?? '').slice(0, HEADING));
    return headings.get(prefix.slice(0, HEADING)) ?? [];
  };
  const under = (prefix: string): number[] =>
    candidates(prefix).filter((index) => rows[index]?.hts.startsWith(prefix) ?? false);

  const byWords = (words: readonly string[]): number[] =>
    complete
      .flatMap((index) => {
        const path = schedule.upwards(index).map(({ description }) => prepare(description));
        const distance = distanceOf(words, path);
        return distance === undefined ? [] : [{ index, distance }];
      })
      .sort((a, b) => a.distance - b.distance)
      .map(({ index }) => index);

  return {
    under,
    find: (query) => {
      const text = query.trim();
      if (CODE.test(text)) return under(text.replaceAll('.', ''));
      const words = wordsOf(text);
      return words.length === 0 ? [] : byWords(words);
    },
  };
}

/** How many rows above the line the words stand, summed; undefined when one stands nowhere. */
function distanceOf(words: readonly string[], upwards: readonly string[]): number | undefined {
  let distance = 0;
  for (const word of words) {
    const nearest = upwards.findIndex((text) => text.includes(` ${word}`));
    if (nearest < 0) return undefined;
    distance += nearest;
  }
  return distance;
}

/** Singular and plural find each other: words match by their beginning. */
function wordsOf(query: string): string[] {
  const words = searchable(query)
    .split(' ')
    .filter((word) => word !== '');
  return words.map((word) => (word.length > 4 ? word.replace(/(?:es|s)$/, '') : word));
}

function searchable(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}
