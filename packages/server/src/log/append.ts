import type { CryptoPort } from '@portolan/kernel';
import { commit, SALT_LENGTH, type Statement } from '@portolan/ledger';
import type { ClientBase } from 'pg';
import { bytesOf } from './digest-bytes.ts';
import { newPendingIds } from './pending-id.ts';

const INSERT = `
  insert into log_pending (log_id, pending_id, kind, digest, stated_at, salt, entry)
  select $1::integer, * from unnest($2::uuid[], $3::text[], $4::bytea[], $5::timestamptz[], $6::bytea[], $7::bytea[])`;

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
  if (statements.length === 0) return [];
  const ids = newPendingIds(statements.length);
  const salts = newSalts(crypto, statements.length);
  const entries = statements.map((statement, at) => commit(crypto, statement, salts[at] as Uint8Array));
  await tx.query({
    name: 'log_append',
    text: INSERT,
    values: [
      logId,
      ids,
      statements.map(({ kind }) => kind),
      statements.map(({ digest }) => bytesOf(digest)),
      statements.map(({ at }) => at),
      salts,
      entries,
    ],
  });
  return ids;
}

function newSalts(crypto: CryptoPort, count: number): Uint8Array[] {
  const random = crypto.randomBytes(count * SALT_LENGTH);
  return Array.from({ length: count }, (_, at) => random.subarray(at * SALT_LENGTH, (at + 1) * SALT_LENGTH));
}
