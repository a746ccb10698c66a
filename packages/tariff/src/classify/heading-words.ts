import { stopStems } from './requirement.ts';
import type { ScheduleTree } from './tree.ts';
import { wordsOf } from './words.ts';

/** Words of everything that stands below each top row, for BM25F: the row's own words count more than those far below. */
export interface HeadingWords {
  /** Scores of the tops that share a word with the query, by their place among the tops. */
  score(query: ReadonlyMap<string, { readonly weight: number }>): Map<number, number>;
}

/** Weight of a word by how many rows it stands below the top. */
const DEPTH = [3, 1.6, 1.1, 0.8];
const DEEP = 0.5;
const SATURATION = 1.2;
const LENGTH = 0.6;
const NEGATED = /\b(?:other than|except(?:ing)?|excluding|not|without)\b[^,;:)]*/gi;

export function indexHeadings(tree: ScheduleTree): HeadingWords {
  const postings = new Map<string, { top: number; frequency: number }[]>();
  const lengths: number[] = [];
  tree.tops.forEach((at, top) => {
    const counts = new Map<string, number>();
    count(tree, at, 0, counts);
    let length = 0;
    for (const [stem, frequency] of counts) {
      length += frequency;
      const list = postings.get(stem);
      if (list) list.push({ top, frequency });
      else postings.set(stem, [{ top, frequency }]);
    }
    lengths.push(length);
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const norms = lengths.map((length) => 1 - LENGTH + (LENGTH * length) / average);
  return {
    score: (query) => {
      const scores = new Map<number, number>();
      for (const [stem, { weight }] of query) {
        const list = postings.get(stem);
        if (!list) continue;
        const rarity = Math.log(1 + (tree.tops.length - list.length + 0.5) / (list.length + 0.5));
        for (const { top, frequency } of list) {
          const dense = frequency / (norms[top] ?? 1);
          const gain = (weight * rarity * dense * (SATURATION + 1)) / (dense + SATURATION);
          scores.set(top, (scores.get(top) ?? 0) + gain);
        }
      }
      return scores;
    },
  };
}

function count(tree: ScheduleTree, at: number, depth: number, counts: Map<string, number>): void {
  const node = tree.nodes[at];
  if (!node) return;
  const weight = DEPTH[depth] ?? DEEP;
  for (const { stem } of wordsOf(node.text.replace(NEGATED, ' ')))
    if (stem.length > 1 && !stopStems.has(stem) && !/^\d/.test(stem))
      counts.set(stem, (counts.get(stem) ?? 0) + weight);
  for (const child of node.children) count(tree, child, depth + 1, counts);
}
