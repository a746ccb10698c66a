import type { Leaf } from './descend.ts';
import type { ClassifierWeights } from './tables.ts';

/** Lengths of numbers that answers are ranked by: chapter, heading, subheading, rate line, statistical line. */
export const lengths = [2, 4, 6, 8, 10] as const;

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

/** The confidence that experience gives a raw share at a length (Platt scaling, constants in classifier-weights.json). */
export function calibrated({ calibration }: ClassifierWeights, digits: number, share: number): number {
  const { slope = 1, offset = 0 } = calibration.find((row) => row.digits === digits) ?? {};
  const held = Math.min(0.9999, Math.max(0.0001, share));
  const odds = slope * Math.log(held / (1 - held)) + offset;
  return 1 / (1 + Math.exp(-odds));
}

/** A share as it is shown: three decimals, the same on every machine. */
export function shown(share: number): string {
  return Math.min(0.999, share).toFixed(3);
}
