import type { TariffLine } from './line.ts';
import type { LineReader } from './read-line.ts';

export interface Search {
  under(prefix: string, limit: number): TariffLine[];
  find(query: string, limit: number): TariffLine[];
}

const CODE = /^[\d.]+$/;

/** Search over complete numbers: by beginning of the number, or by words that the description path must all contain. */
export function createSearch(reader: LineReader): Search {
  const prepared = new Map<string, string>();
  const searchable = (text: string): string => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const made = normalized(text);
    prepared.set(text, made);
    return made;
  };

  const under = (prefix: string, limit: number): TariffLine[] =>
    read(reader.complete.filter((index) => reader.hts(index).startsWith(prefix)).slice(0, limit));
  const read = (indexes: readonly number[]): TariffLine[] =>
    indexes.map((index) => reader.at(index)).filter((line) => line !== undefined);

  const find = (query: string, limit: number): TariffLine[] => {
    if (CODE.test(query.trim())) return under(query.trim().replaceAll('.', ''), limit);
    const words = normalized(query)
      .trim()
      .split(' ')
      .filter((word) => word !== '')
      .map(stem);
    if (words.length === 0) return [];
    const hits = reader.complete.flatMap((index) => {
      const distance = distanceOf(words, reader.words(index).map(searchable));
      return distance === undefined ? [] : [{ index, distance }];
    });
    return read(
      hits
        .sort((a, b) => a.distance - b.distance)
        .slice(0, limit)
        .map(({ index }) => index),
    );
  };
  return { under, find };
}

/** How many rows above the line the words stand, summed; undefined when one stands nowhere. */
function distanceOf(words: readonly string[], path: readonly string[]): number | undefined {
  let distance = 0;
  for (const word of words) {
    const nearest = path.findLastIndex((text) => text.includes(` ${word}`));
    if (nearest < 0) return undefined;
    distance += path.length - 1 - nearest;
  }
  return distance;
}

function normalized(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

/** Singular and plural find each other: words match by their beginning. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:es|s)$/, '') : word;
}
