import type { Digest, Instant } from '@portolan/kernel';
import type { ImportNote } from './fields.ts';
import type { DataKind } from './kinds.ts';
import type { PackedFile } from './pack.ts';

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

/**
 * Dates, source and certainty of an item; both days of a period are inclusive. An edition says its dates; a table's rows
 * each have their own, and what stands here is from the first to the last of them.
 */
export interface ShelfRecord {
  readonly effective?: string;
  /** Last day for which the data can know that it holds. */
  readonly until?: string;
  /** Day on which an edition was published; nothing that asks as of an earlier day uses it. */
  readonly published?: string;
  readonly unknownAfter?: string;
  readonly source: string;
  readonly certainty: Certainty;
}

export const certainties = ['official', 'verified', 'secondary', 'unverified'] as const;
export type Certainty = (typeof certainties)[number];

/** An item from what was said of a file and what was read in it. */
export function itemOf(
  { name, kind, record }: ImportNote,
  { rows, digest, from, until }: PackedFile,
  imported: Pick<ShelfItem, 'holder' | 'fileName' | 'importedBy' | 'importedAt'>,
): ShelfItem {
  const dates = { ...(from ? { effective: from } : {}), ...(until ? { until } : {}) };
  return { name, kind, record: { ...dates, ...record }, rows, digest, ...imported };
}
