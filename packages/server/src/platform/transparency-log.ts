import type { Digest, Instant } from '@portolan/kernel';
import type { Receipt, Statement } from '@portolan/ledger';
import type { PoolClient } from 'pg';

/**
 * The node's transparency log as the other areas use it. `append` belongs to the caller's business transaction:
 * when that rolls back, nothing was appended.
 */
export interface TransparencyLog {
  /** Adds one salted leaf per statement to the pending table; answers their pending ids (uuid) in order. */
  append(tx: PoolClient, statements: readonly Statement[]): Promise<string[]>;
  /** The receipt of one pending leaf, or undefined until it is sequenced. */
  receipt(pendingId: string): Promise<Receipt | undefined>;
  receiptsFor(pendingIds: readonly string[]): Promise<Map<string, Receipt>>;
  receiptForDigest(digest: Digest, kind?: Statement['kind']): Promise<Receipt | undefined>;
  /** The receipts of the earliest leaves about some digests; those not sequenced are absent. */
  receiptsForDigests(digests: readonly Digest[]): Promise<Map<Digest, Receipt>>;
  /** The earliest time at which each digest stands in the log; digests never seen are absent. */
  earliest(digests: readonly Digest[]): Promise<Map<Digest, Instant>>;
  /** Resolves when all are sequenced; rejects when that takes longer than `timeoutMs`. */
  settled(pendingIds: readonly string[], timeoutMs: number): Promise<void>;
  /** The newest checkpoint, a C2SP signed note. */
  checkpoint(): Promise<string>;
  start(): Promise<void> | void;
  stop(): Promise<void>;
}
