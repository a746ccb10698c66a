import type { EpcisJob } from '@portolan/contract';
import type { Instant, Refusal } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';
import { epcisProblem } from './problem.ts';

/** One capture job. It is finished when it is stored: capturing is one transaction. */
export interface Job {
  readonly captureId: string;
  readonly createdAt: Instant;
  readonly finishedAt: Instant;
  readonly behaviour: 'rollback' | 'proceed';
  /** Events that it stored. */
  readonly events: number;
  readonly errors: readonly Refusal[];
}

interface JobRow {
  readonly capture_id: string;
  readonly created_at: Instant;
  readonly finished_at: Instant;
  readonly behaviour: Job['behaviour'];
  readonly success: boolean;
  readonly running: boolean;
  readonly errors: readonly Refusal[];
}

const COLUMNS = 'capture_id, created_at, finished_at, behaviour, success, running, errors';

export async function insertJob(tx: PoolClient, tenantId: string, job: Job): Promise<void> {
  await tx.query({
    name: 'epcis-capture-add',
    text: `insert into epcis_captures (tenant_id, ${COLUMNS}, events) values ($1, $2, $3, $4, $5, $6, false, $7, $8)`,
    values: [
      ...[tenantId, job.captureId, job.createdAt, job.finishedAt, job.behaviour],
      ...[job.errors.length === 0, JSON.stringify(job.errors), job.events],
    ],
  });
}

export async function readJob(
  pool: Pool,
  tenantId: string,
  captureId: string,
): Promise<EpcisJob | undefined> {
  const { rows } = await pool.query<JobRow>({
    name: 'epcis-capture-one',
    text: `select ${COLUMNS} from epcis_captures where tenant_id = $1 and capture_id::text = $2`,
    values: [tenantId, captureId],
  });
  return rows[0] && viewOf(rows[0]);
}

/** Jobs from the newest on; `offset` and `limit` in jobs. */
export async function listJobs(
  pool: Pool,
  tenantId: string,
  offset: number,
  limit: number,
): Promise<EpcisJob[]> {
  const { rows } = await pool.query<JobRow>({
    name: 'epcis-capture-page',
    text: `select ${COLUMNS} from epcis_captures where tenant_id = $1
           order by created_at desc, capture_id offset $2 limit $3`,
    values: [tenantId, offset, limit],
  });
  return rows.map(viewOf);
}

function viewOf(row: JobRow): EpcisJob {
  return {
    captureID: row.capture_id,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    running: row.running,
    success: row.success,
    captureErrorBehaviour: row.behaviour,
    errors: row.errors.map(epcisProblem),
  };
}
