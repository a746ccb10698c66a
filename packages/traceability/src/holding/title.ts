import type { Instant } from '@portolan/kernel';
import type { Amount } from '../amount/amount.ts';
import type { Composition } from '../amount/apportion.ts';

/**
 * Title by quantity: several owners have undivided parts of one lot, and a part passes on without the goods being split. A lot
 * that has one owner at a time needs none of this; see `replay`.
 */

/** Title that arises: goods come into a lot, and belong to these. */
export interface TitleDeposit {
  readonly id: string;
  readonly lot: string;
  readonly at: Instant;
  readonly knownAt: Instant;
  /** Amounts by owner. */
  readonly owners: Composition;
}

/** Goods that leave a lot: a measurement, so it is always taken. */
export interface TitleWithdrawal {
  readonly id: string;
  readonly lot: string;
  readonly at: Instant;
  readonly knownAt: Instant;
  readonly amount: Amount;
  /** Whose they are; without it each owner bears its share. */
  readonly owner?: string;
}

/** Title to an amount in a lot, or to all that the seller has in it, from a moment on: a claim. */
export interface TitleMove {
  readonly id: string;
  readonly lot: string;
  /** When it took effect. */
  readonly at: Instant;
  /** When the log first knew it: decides between claims that contradict each other. */
  readonly knownAt: Instant;
  readonly from: string;
  readonly to: string;
  readonly amount?: Amount;
}

/** Why a move contradicts the accounts. */
export const titleFaults = [
  'never-owned',
  'overdrawn',
  'sold-twice',
  'sold-on',
  'after-delivery',
  'objected',
] as const;
export type TitleFault = (typeof titleFaults)[number];

export interface RefusedMove {
  readonly move: TitleMove;
  readonly fault: TitleFault;
  /** What the seller had left for it, and what it asks. */
  readonly available: Amount;
  readonly asked: Amount;
  /** The event that stands in the way, where there is one. */
  readonly against?: string;
}

export interface AcceptedMove {
  readonly move: TitleMove;
  readonly amount: Amount;
}

/** Who owns how much of a lot from a moment on. */
export interface TitleStep {
  readonly at: Instant;
  /** All title that came in or passed, since the lot was last empty: by these shares what is on its way belongs. */
  readonly entitled: Composition;
  /** The same less what was taken out; below zero where an owner took more than it had. */
  readonly held: Composition;
  /** By which deposit or move each owner last came by its part. */
  readonly basis: ReadonlyMap<string, string>;
}

/** The accounts of one lot. */
export interface LotTitle {
  readonly lot: string;
  /** In the order of time. */
  readonly steps: readonly TitleStep[];
  readonly accepted: readonly AcceptedMove[];
  readonly refused: readonly RefusedMove[];
  /** Withdrawals by who had not that much, and by how much. */
  readonly overdrawn: readonly {
    readonly withdrawal: TitleWithdrawal;
    readonly owner: string;
    readonly by: Amount;
  }[];
}

/** The step in force at a moment; undefined before the first. */
export function stepAt(title: Pick<LotTitle, 'steps'>, at: string): TitleStep | undefined {
  return title.steps[stepsUpTo(title, at) - 1];
}

/** How many steps there are up to a moment, and at it. */
export function stepsUpTo({ steps }: Pick<LotTitle, 'steps'>, at: string): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] as TitleStep).at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
