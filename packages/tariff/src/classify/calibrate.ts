import type { Leaf } from './descend.ts';
import type { ClassifierWeights } from './tables.ts';

/** Lengths of numbers that answers are ranked by: chapter, heading, subheading, rate line, statistical line. */
export const lengths = [2, 4, 6, 8, 10] as const;

/** Digits of a subheading of the Harmonized System. Trade terms reach so far; what follows is decided inside it. */
const SUBHEADING = 6;

export interface RankedCode {
  readonly hts: string;
  /** Raw share of probability. */
  readonly share: number;
}

/** The beginnings of a length, each with the shares of all numbers below it, best first. */
export function rankAt(leaves: readonly Leaf[], digits: number): RankedCode[] {
  const shares = new Map<string, number>();
  for (const { hts, share } of leaves) {
    const prefix = hts.slice(0, digits);
    shares.set(prefix, (shares.get(prefix) ?? 0) + share);
  }
  return [...shares]
    .map(([hts, share]) => ({ hts, share }))
    .sort((a, b) => b.share - a.share || (a.hts < b.hts ? -1 : 1));
}

/**
 * The confidence that experience gives to a beginning of a number: Platt scaling of its raw share with constants of
 * classifier-weights.json; beyond six digits, of its share inside the subheading, times the subheading's confidence.
 */
export function confidenceIn(leaves: readonly Leaf[], weights: ClassifierWeights): (hts: string) => number {
  const shares = new Map<string, number>();
  for (const { hts, share } of leaves)
    for (const digits of lengths) {
      const prefix = hts.slice(0, digits);
      if (prefix.length === digits) shares.set(prefix, (shares.get(prefix) ?? 0) + share);
    }
  const plain = (hts: string): number => shares.get(hts) ?? 0;
  return (hts) => {
    if (hts.length <= SUBHEADING) return scaled(weights, hts.length, plain(hts));
    const above = hts.slice(0, SUBHEADING);
    const inside = plain(hts) / Math.max(1e-12, plain(above));
    const alone = inside > 0.99999;
    return scaled(weights, SUBHEADING, plain(above)) * (alone ? 1 : scaled(weights, hts.length, inside));
  };
}

const LEAST = 0.0001;

function scaled({ calibration }: ClassifierWeights, digits: number, share: number): number {
  const { slope = 1, offset = 0 } = calibration.find((row) => row.digits === digits) ?? {};
  const held = Math.min(1 - LEAST, Math.max(LEAST, share));
  const odds = slope * Math.log(held / (1 - held)) + offset;
  return 1 / (1 + Math.exp(-odds));
}

/** A share as it is shown: three decimals, the same on every machine. */
export function shown(share: number): string {
  return Math.min(0.999, share).toFixed(3);
}
