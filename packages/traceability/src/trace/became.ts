import type { Amount } from '../amount/amount.ts';
import { addTo, type Composition, sumOf } from '../amount/apportion.ts';
import { type Compositions, compositions, outsideKey } from '../balance/composition.ts';
import type { FlowEvent } from '../event/event.ts';
import type { TraceState } from '../replay/replay.ts';

/** How much of one lot is in another, in the other's unit. */
export interface Share {
  readonly lot: string;
  readonly amount: Amount;
  /** What the other lot held in all. */
  readonly of: Amount;
}

/** Where a lot went. */
export interface Became {
  /** In everything that was ever filled into each lot. */
  readonly ever: Share[];
  /** What is still there. */
  readonly left: Share[];
  readonly ended: Ended[];
}

/** A step by which some of it was used up, sold out of sight or lost; in the unit of the step's first input. */
export interface Ended {
  readonly event: FlowEvent;
  readonly amount: Amount;
}

const here = 'of';
const elsewhere = 'other';

/**
 * What a lot became, with quantities: the recall set. Each lot that holds any of it, in everything that was ever
 * filled into it, and what is still there.
 */
export function whatBecameOf(state: TraceState, lot: string): Became {
  const { made, left, moved } = compositions(
    state,
    (event, output, parts) => {
      if (output.lot === lot) return new Map([[here, sumOf(parts)]]);
      return event.kind === 'produce' ? new Map([[elsewhere, sumOf(parts)]]) : parts;
    },
    (_event, _lot, parts) => inTwo(parts),
  );
  return { ever: shares(made), left: shares(left), ended: ended(state, moved) };
}

/** What is not of the lot is one part, traced here or not: a third part would round otherwise where less of a ledger is at hand. */
function inTwo(parts: Composition): Composition {
  const untraced = parts.get(outsideKey);
  if (untraced === undefined) return parts;
  const others = new Map(parts);
  others.delete(outsideKey);
  addTo(others, new Map([[elsewhere, untraced]]));
  return others;
}

/** Steps that take without making: what they took of the lot has left the chain. */
function ended({ flows }: TraceState, moved: Compositions['moved']): Ended[] {
  return flows.flatMap((event) => {
    const amount = event.outputs.length === 0 ? (moved.get(event.id)?.get(here) ?? 0n) : 0n;
    return amount === 0n ? [] : [{ event, amount }];
  });
}

function shares(lots: ReadonlyMap<string, ReadonlyMap<string, Amount>>): Share[] {
  return [...lots].flatMap(([lot, parts]) => {
    const amount = parts.get(here) ?? 0n;
    if (amount === 0n) return [];
    return [{ lot, amount, of: sumOf(parts) }];
  });
}
