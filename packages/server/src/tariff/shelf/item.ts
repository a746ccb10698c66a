import type { Digest, Instant } from '@portolan/kernel';
import type { DataKind } from './kinds.ts';

/** Who an item is for: every organization on the node, or the one that imported it. */
export type Holder = 'node' | 'organization';

/** Tariff data that was imported: what whoever imported it says of it, and the text that is computed with. */
export interface ShelfItem {
  /** Unique per holder and never used again; for an edition its id. */
  readonly name: string;
  readonly kind: DataKind;
  readonly record: ShelfRecord;
  readonly rows: number;
  /** Of the text. */
  readonly digest: Digest;
  readonly holder: Holder;
  readonly fileName: string;
  readonly importedBy: string;
  readonly importedAt: Instant;
}

/** Dates, source and certainty of an item. Both days of a period are inclusive. */
export interface ShelfRecord {
  readonly effective: string;
  /** Last day for which the data can know that it holds. */
  readonly until?: string;
  /** Day on which it was published; nothing that asks as of an earlier day uses it. */
  readonly published: string;
  readonly unknownAfter?: string;
  readonly source: string;
  readonly certainty: Certainty;
}

export const certainties = ['official', 'verified', 'secondary', 'unverified'] as const;
export type Certainty = (typeof certainties)[number];
