import { Decimal, type Quantity } from '@portolan/kernel';
import { kilograms } from './lots.ts';

/** A mass that somebody sold or certified out of a heat or a certificate: what, and how much; never by whom or to whom. */
export interface Commitment {
  /** Lot of the heat, or digest and item of the certificate. */
  readonly of: string;
  readonly mass: Quantity;
}

export interface Committed {
  readonly of: string;
  /** Kilograms. */
  readonly available: string;
  readonly committed: string;
  /** Kilograms beyond what there is; absent where it suffices. */
  readonly over?: string;
}

/**
 * Whether more was committed of something than there is. It needs quantities only, so a node can ask all tenants and other
 * nodes for theirs without showing one customer another's orders. Masses that are no masses count as nothing.
 */
export function checkCommitted(
  of: string,
  available: Quantity,
  commitments: readonly Commitment[],
): Committed {
  const there = kilograms(available) ?? Decimal.zero;
  const sum = commitments
    .filter((one) => one.of === of)
    .reduce((all, { mass }) => all.plus(kilograms(mass) ?? Decimal.zero), Decimal.zero);
  const over = sum.minus(there);
  return {
    of,
    available: there.toString(),
    committed: sum.toString(),
    ...(over.gt(Decimal.zero) ? { over: over.toString() } : {}),
  };
}

/** By what commitments of a certificate's item are added up. */
export function certificateItem(digest: string, number: string): string {
  return `${digest}#item ${number}`;
}
