import type { Instant } from '@portolan/kernel';
import { formatNoteKey, type NoteKey } from '@portolan/ledger';
import type { Pool } from 'pg';

/** A node has one log; the id still stands in every key, so that a database can carry several. */
export const nodeLogId = 1;

export interface LogIdentity {
  readonly logId: number;
  readonly origin: string;
  readonly key: NoteKey;
}

/**
 * Creates the log in an empty database, or makes sure that it is the same log as before. Throws when origin or key
 * differ: receipts already given out would no longer verify.
 */
export async function ensureLog(pool: Pool, identity: LogIdentity, now: Instant): Promise<void> {
  const { logId, origin, key } = identity;
  const noteKey = formatNoteKey(key);
  await pool.query(
    'insert into logs (log_id, origin, note_key, created_at) values ($1, $2, $3, $4) on conflict do nothing',
    [logId, origin, noteKey, now],
  );
  await pool.query('insert into log_heads (log_id, epoch, size) values ($1, 0, 0) on conflict do nothing', [
    logId,
  ]);
  const found = await readIdentity(pool, logId);
  if (found?.origin !== origin || found.noteKey !== noteKey)
    throw new Error(
      `log ${logId} of this database is ${found?.origin} with key ${found?.noteKey}, not ${origin} with ${noteKey}`,
    );
}

/** Name and verifier key of a log as it was created; undefined before that. */
export async function readIdentity(
  pool: Pool,
  logId: number,
): Promise<{ readonly origin: string; readonly noteKey: string } | undefined> {
  const { rows } = await pool.query<{ origin: string; note_key: string }>({
    name: 'log_identity',
    text: 'select origin, note_key from logs where log_id = $1',
    values: [logId],
  });
  return rows[0] && { origin: rows[0].origin, noteKey: rows[0].note_key };
}
