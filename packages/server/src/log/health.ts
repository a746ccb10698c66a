import type { Pool } from 'pg';
import type { HealthProbe } from '../platform/health.ts';
import { newestCheckpoint } from './checkpoints.ts';
import { nodeLogId } from './identity.ts';

/** Leaves counted as waiting at most; more means that the sequencer does not follow. */
const backlogLimit = 10_000;

/** The state of the log for `GET /health`: well while it has a checkpoint and its backlog is short. */
export function logHealth(pool: Pool, logId = nodeLogId): HealthProbe {
  return async () => {
    const newest = await newestCheckpoint(pool, logId);
    const { rowCount } = await pool.query('select from log_pending where log_id = $1 limit $2', [
      logId,
      backlogLimit,
    ]);
    const pending = rowCount ?? 0;
    return { ok: newest !== undefined && pending < backlogLimit, size: newest?.size ?? null, pending };
  };
}
