import { expectOk } from '@portolan/kernel';
import { type Amount, amountOf } from '../amount/amount.ts';
import { apportion } from '../amount/apportion.ts';
import type { FlowEvent } from '../event/event.ts';

/** How much of one lot went into another by one step, in the unit in which the step took it. */
export interface Passed {
  readonly event: string;
  readonly from: string;
  /** Nothing where it was lost. */
  readonly to?: string;
  readonly amount: Amount;
  readonly unit: string;
}

/**
 * What a step took of each lot, divided among what it made and lost in proportion to their quantities as stated. Sums are kept
 * to the last unit; where outputs are counted in several units, the proportion is one of bare numbers.
 */
export function passedBetween({ id, inputs, outputs, losses }: FlowEvent): Passed[] {
  const parts = new Map<string, Amount>(outputs.map(({ lot, quantity }) => [lot, exact(quantity.value)]));
  const lost = losses.reduce((sum, { quantity }) => sum + exact(quantity.value), 0n);
  if (lost > 0n) parts.set('', lost);
  return inputs.flatMap(({ lot: from, quantity: { value, unit } }) =>
    [...apportion(exact(value), parts)].map(([to, amount]) => ({
      ...{ event: id, from, amount, unit },
      ...(to === '' ? {} : { to }),
    })),
  );
}

function exact(value: string): Amount {
  return expectOk(amountOf(value));
}
