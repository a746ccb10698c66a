import type { CryptoPort, Digest } from '@portolan/kernel';
import type { NoteSigner, Statement } from '@portolan/ledger';
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../platform/clock.ts';
import type { TransparencyLog } from '../platform/transparency-log.ts';
import { appendPending } from './append.ts';
import { newestCheckpoint } from './checkpoints.ts';
import { earliestOf } from './earliest.ts';
import { ensureLog, nodeLogId } from './identity.ts';
import { Pyramids } from './pyramids.ts';
import { ReceiptReader } from './receipts.ts';
import { sequencedAmong } from './sequenced.ts';
import { Sequencer } from './sequencer.ts';
import { Waiters } from './waiters.ts';

export interface TransparencyLogOptions {
  readonly pool: Pool;
  readonly crypto: CryptoPort;
  /** The log's note key; its name must be the origin. */
  readonly signer: NoteSigner;
  /** How checkpoints name the log, for example `node.example/log`. */
  readonly origin: string;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Told of leaves that this process has sequenced, once each at most. */
  readonly onSequenced?: (pendingIds: readonly string[]) => void;
  readonly logId?: number;
}

/**
 * The node's transparency log on PostgreSQL. Any number of processes may append and read; one of those that were
 * started sequences. Throws when the database holds a log of another origin or key.
 */
export async function createTransparencyLog(options: TransparencyLogOptions): Promise<TransparencyLog> {
  const { pool, crypto, signer, origin, clock, logId = nodeLogId } = options;
  if (signer.key.name !== origin)
    throw new Error(`the log key is named ${signer.key.name}, the log ${origin}`);
  await ensureLog(pool, { logId, origin, key: signer.key }, clock.now());
  const receipts = new ReceiptReader(pool, new Pyramids(pool, crypto, logId), logId);
  const waiters = new Waiters();
  const recheck = async () => waiters.report(await sequencedAmong(pool, logId, waiters.awaited()));
  const sequencer = new Sequencer({
    ...{ pool, crypto, signer, origin, logId, key: signer.key, logger: options.logger },
    now: () => clock.now(),
    onSequenced(pendingIds) {
      waiters.report(pendingIds);
      options.onSequenced?.(pendingIds);
    },
    // A lost connection interrupts the sequencer too, which announces again once it is back.
    onAnnounced: () => void recheck().catch(() => undefined),
  });
  return {
    async append(tx: PoolClient, statements: readonly Statement[]) {
      const ids = await appendPending(tx, crypto, logId, statements);
      sequencer.hint();
      return ids;
    },
    receipt: async (pendingId) => (await receipts.byPendingIds([pendingId])).get(pendingId),
    receiptsFor: (pendingIds) => receipts.byPendingIds(pendingIds),
    receiptForDigest: (digest, kind) => receipts.byDigest(digest, kind),
    receiptsForDigests: (digests) => receipts.byDigests(digests),
    earliest: (digests: readonly Digest[]) => earliestOf(pool, logId, digests),
    async settled(pendingIds, timeoutMs) {
      const settled = waiters.wait(pendingIds, timeoutMs);
      // Waiting begins before looking, so that nothing falls between the two.
      await Promise.all([
        settled,
        sequencedAmong(pool, logId, pendingIds).then((ids) => waiters.report(ids)),
      ]);
    },
    async checkpoint() {
      const newest = await newestCheckpoint(pool, logId);
      if (!newest) throw new Error('the log has no checkpoint yet: no sequencer has run');
      return newest.note;
    },
    start: () => sequencer.start(),
    stop: () => sequencer.stop(),
  };
}
