import { Decimal } from '@portolan/kernel';
import type { StandingOrder } from './standing-order.ts';
import type { LineSums, OrderLineState, OrderStanding } from './types.ts';

type Reached = Exclude<keyof LineSums, 'ordered' | 'open' | 'packed'>;

/** The furthest station that all lines have reached; before it, that some have. Cancelled lines do not hold an order back. */
export function standingOf({ cancelledBy }: StandingOrder, lines: readonly OrderLineState[]): OrderStanding {
  const live = lines.filter(({ cancelled }) => !cancelled);
  if (cancelledBy || live.length === 0) return 'cancelled';
  if (all(live, 'entered')) return 'entered';
  if (some(live, 'entered')) return 'part-entered';
  if (all(live, 'arrived')) return 'arrived';
  if (some(live, 'arrived')) return 'part-arrived';
  if (all(live, 'shipped')) return 'shipped';
  if (some(live, 'shipped')) return 'part-shipped';
  if (some(live, 'invoiced')) return 'invoiced';
  return some(live, 'confirmed') ? 'confirmed' : 'ordered';
}

function all(lines: readonly OrderLineState[], station: Reached): boolean {
  return lines.every(({ sums }) => Decimal.of(sums[station]).gte(Decimal.of(sums.ordered)));
}

function some(lines: readonly OrderLineState[], station: Reached): boolean {
  return lines.some(({ sums }) => sums[station] !== '0');
}
