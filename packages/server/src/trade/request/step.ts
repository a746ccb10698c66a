import type { PoolClient } from 'pg';
import type { Prepared } from '../../exchange/received.ts';
import type { ActionRow } from '../action/store.ts';
import type { RequestRow } from './store.ts';

/** What one message changes: prepared outside of any transaction, stored with the whole batch, told when durable. */
export interface Step {
  /** The case that it changes: batches take their cases in one order, so that they never wait in a ring. */
  readonly place: string;
  commit(tx: PoolClient): Promise<void>;
  after(): void;
}

export type PreparedStep = Prepared<Step>;

/** Requests and actions as they will stand after the messages of a batch before this one. */
export interface Standing {
  readonly requests: Map<string, RequestRow>;
  readonly actions: Map<string, ActionRow>;
}

/** Stores a batch of steps, those of one case in the order in which they came. */
export const stepwise = {
  async commit(tx: PoolClient, steps: readonly Step[]): Promise<void> {
    for (const step of steps.toSorted(byPlace)) await step.commit(tx);
  },
  after(steps: readonly Step[]): void {
    for (const step of steps) step.after();
  },
};

function byPlace(left: Step, right: Step): number {
  if (left.place === right.place) return 0;
  return left.place < right.place ? -1 : 1;
}
