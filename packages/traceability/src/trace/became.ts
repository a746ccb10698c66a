import type { Amount } from '../amount/amount.ts';
import { sumOf } from '../amount/apportion.ts';
import { compositions } from '../balance/composition.ts';
import type { TraceState } from '../replay/replay.ts';

/** How much of one lot is in another, in the other's unit. */
export interface Share {
  readonly lot: string;
  readonly amount: Amount;
  /** What the other lot held in all. */
  readonly of: Amount;
}

const here = 'of';
const elsewhere = 'other';

/**
 * What a lot became, with quantities: the recall set. Each lot that holds any of it, in everything that was ever
 * filled into it, and what is still there.
 */
export function whatBecameOf(
  state: TraceState,
  lot: string,
): { readonly ever: Share[]; readonly left: Share[] } {
  const { made, left } = compositions(state, (event, output, parts) => {
    if (output.lot === lot) return new Map([[here, sumOf(parts)]]);
    return event.kind === 'produce' ? new Map([[elsewhere, sumOf(parts)]]) : parts;
  });
  return { ever: shares(made), left: shares(left) };
}

function shares(lots: ReadonlyMap<string, ReadonlyMap<string, Amount>>): Share[] {
  return [...lots].flatMap(([lot, parts]) => {
    const amount = parts.get(here) ?? 0n;
    if (amount === 0n) return [];
    return [{ lot, amount, of: amount + (parts.get(elsewhere) ?? 0n) }];
  });
}
