import type { CryptoPort } from '@portolan/kernel';
import { commit, SALT_LENGTH, type Statement } from '@portolan/ledger';
import type { ClientBase } from 'pg';
import { bulkInsert } from '../trade/store/bulk.ts';
import { bytesOf } from './digest-bytes.ts';
import { newPendingIds } from './pending-id.ts';

interface PendingRow {
  log_id: number;
  pending_id: string;
  kind: string;
  digest: Uint8Array;
  stated_at: string;
  salt: Uint8Array;
  entry: Uint8Array;
}

/** Rows get their ordinals in the order in which they are given. */
const insert = bulkInsert<PendingRow>('log_pending', {
  log_id: 'integer',
  pending_id: 'uuid',
  kind: 'text',
  digest: 'bytes',
  stated_at: 'timestamptz',
  salt: 'bytes',
  entry: 'bytes',
});

/**
 * Puts statements into the pending table inside the caller's transaction, each committed to with its own salt; answers
 * their pending ids in the same order. They enter the log in that order, after the transaction has been committed.
 */
export async function appendPending(
  tx: ClientBase,
  crypto: CryptoPort,
  logId: number,
  statements: readonly Statement[],
): Promise<string[]> {
  const ids = newPendingIds(statements.length);
  const salts = newSalts(crypto, statements.length);
  const rows = statements.map((statement, at): PendingRow => {
    const salt = salts[at] as Uint8Array;
    return {
      log_id: logId,
      pending_id: ids[at] as string,
      kind: statement.kind,
      digest: bytesOf(statement.digest),
      stated_at: statement.at,
      salt,
      entry: commit(crypto, statement, salt),
    };
  });
  await insert(tx, rows);
  return ids;
}

function newSalts(crypto: CryptoPort, count: number): Uint8Array[] {
  const random = crypto.randomBytes(count * SALT_LENGTH);
  return Array.from({ length: count }, (_, at) => random.subarray(at * SALT_LENGTH, (at + 1) * SALT_LENGTH));
}
