import type { ClientBase } from 'pg';
import { advisoryLocks } from '../platform/locks.ts';

/**
 * Tries to become the one sequencer of a log. The session's advisory lock keeps others from trying; the epoch decides:
 * a sequencer that was paused and lost its lock finds a newer epoch in the fence and can write nothing. Answers the
 * epoch, or undefined while another session holds the lock.
 */
export async function takeLead(client: ClientBase, logId: number): Promise<number | undefined> {
  const lock = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    lockOf(logId),
  ]);
  if (!lock.rows[0]?.held) return undefined;
  const { rows } = await client.query<{ epoch: number }>(
    'update log_heads set epoch = epoch + 1 where log_id = $1 returning epoch',
    [logId],
  );
  if (!rows[0]) throw new Error(`log ${logId} was never created`);
  return rows[0].epoch;
}

export async function leaveLead(client: ClientBase, logId: number): Promise<void> {
  await client.query('select pg_advisory_unlock($1)', [lockOf(logId)]);
}

/** Locks of several logs in one database differ above the bits that the lock's own number takes. */
function lockOf(logId: number): string {
  return String((BigInt(logId) << 40n) + BigInt(advisoryLocks.sequencer));
}
