import type { Evidence, Link } from '@portolan/documents';
import type { Digest } from '@portolan/kernel';

/** Why goods that came together are entered apart. */
export type PlanReason = 'importer' | 'currency' | 'arrival' | 'limit';

/** One entry of a shipment: its papers, and which lines of its invoices it holds. */
export interface EntryPlan {
  /** Position among the entries of the shipment, from 1. */
  readonly number: number;
  readonly evidence: readonly Evidence[];
  readonly links: readonly Link[];
  /** Lines of each invoice by position. */
  readonly part: Readonly<Record<Digest, readonly number[]>>;
  readonly lines: number;
}

/** How a shipment is entered: one entry, or several with the reasons why. */
export interface ShipmentPlan {
  readonly entries: readonly EntryPlan[];
  readonly reasons: readonly { readonly reason: PlanReason; readonly words: string }[];
}
