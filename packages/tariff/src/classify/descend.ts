import type { Classifier } from './classifier.ts';
import type { Reading } from './reading.ts';
import { overlaps, scoreRows } from './score-row.ts';

/** A complete number with the share of probability that the descent gives it, and the rows that lead to it. */
export interface Leaf {
  readonly hts: string;
  readonly share: number;
  readonly rows: readonly number[];
}

/** Top rows that are descended into: the best until together they have this share, at most so many. */
const COVERED = 0.99;
const MOST_TOPS = 24;

/**
 * Shares of probability for complete numbers. At the top, votes of the trade terms and BM25F over all text below decide;
 * further down each row competes with its siblings only, so that "Other" is what its siblings are not.
 */
export function descend(classifier: Classifier, reading: Reading): Leaf[] {
  const leaves: Leaf[] = [];
  const ranked = topShares(classifier, reading);
  let covered = 0;
  for (const [top, share] of ranked.slice(0, MOST_TOPS)) {
    if (covered > COVERED) break;
    covered += share;
    walk(classifier, reading, classifier.tree.tops[top] ?? 0, share, [], leaves);
  }
  return leaves.sort((a, b) => b.share - a.share || (a.hts < b.hts ? -1 : 1));
}

function topShares(classifier: Classifier, reading: Reading): [top: number, share: number][] {
  const { tree, headings, tables } = classifier;
  const { terms, floor, words, parts } = tables.weights.heading;
  const byWords = headings.score(reading.words);
  const best = Math.max(1e-9, ...byWords.values());
  const votes = topVotes(classifier, reading);
  const all = votes.reduce((sum, weight) => sum + weight, 0);
  const scores = tree.tops.map((at, top) => {
    const voted = (votes[top] ?? 0) / Math.max(1, all);
    const part = classifier.requirement(at).parts ? (reading.part ? parts : -parts) : 0;
    return terms * Math.log(floor + voted) + (words * (byWords.get(top) ?? 0)) / best + part;
  });
  return softmax(scores)
    .map((share, top): [number, number] => [top, share])
    .sort(([a, left], [b, right]) => right - left || a - b);
}

function topVotes({ tree }: Classifier, { votes }: Reading): number[] {
  const weights = tree.tops.map(() => 0);
  for (const { hs, weight } of votes) {
    const tops = tree.tops.flatMap((at, top) => {
      const node = tree.nodes[at];
      const [first = '', last = ''] = [tree.leaves[node?.from ?? 0], tree.leaves[(node?.to ?? 1) - 1]];
      return overlaps(hs, first, last) ? [top] : [];
    });
    for (const top of tops) weights[top] = (weights[top] ?? 0) + weight / tops.length;
  }
  return weights;
}

function walk(
  classifier: Classifier,
  reading: Reading,
  at: number,
  share: number,
  above: readonly number[],
  leaves: Leaf[],
): void {
  const node = classifier.tree.nodes[at];
  if (!node) return;
  const rows = [...above, at];
  const children = node.children.filter((child) => {
    const below = classifier.tree.nodes[child];
    return below !== undefined && below.to > below.from;
  });
  if (children.length === 0) {
    leaves.push({ hts: classifier.tree.leaves[node.from] ?? '', share, rows });
    return;
  }
  const shares = softmax(scoreRows(classifier, children, reading));
  children.forEach((child, index) => {
    walk(classifier, reading, child, share * (shares[index] ?? 0), rows, leaves);
  });
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
