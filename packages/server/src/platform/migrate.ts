import { ok, type Result, refused } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';
import type { Migration } from '../migrations/index.ts';
import { nodeCatalogue } from './catalogue.ts';
import { advisoryLocks } from './locks.ts';

export interface MigrationOutcome {
  readonly applied: readonly string[];
  readonly at: number;
}

/**
 * Brings the database to the newest shape, forward only. Nodes that start together wait for one another;
 * each step is one transaction. Refuses a database that a newer version has already changed.
 */
export async function migrate(
  pool: Pool,
  migrations: readonly Migration[],
  progress: (step: string) => void = () => undefined,
): Promise<Result<MigrationOutcome>> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLocks.migration]);
    return await advance(client, migrations, progress);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [advisoryLocks.migration]).catch(() => undefined);
    client.release();
  }
}

async function advance(
  client: PoolClient,
  migrations: readonly Migration[],
  progress: (step: string) => void,
): Promise<Result<MigrationOutcome>> {
  const done = await appliedNumbers(client);
  const known = Math.max(0, ...migrations.map(({ number }) => number));
  const found = Math.max(0, ...done);
  if (found > known)
    return refused(nodeCatalogue.refuse('NODE_DATABASE_NEWER', { params: { found, known } }));

  const waiting = migrations.filter(({ number }) => !done.has(number)).sort((a, b) => a.number - b.number);
  for (const step of waiting) {
    progress(step.name);
    await apply(client, step);
  }
  return ok({ applied: waiting.map(({ name }) => name), at: known });
}

async function appliedNumbers(client: PoolClient): Promise<Set<number>> {
  const { rows: present } = await client.query(`select to_regclass('migrations') as name`);
  if (present[0].name === null)
    await client.query(
      'create table migrations (number integer primary key, name text not null, applied_at timestamptz not null default now())',
    );
  const { rows } = await client.query<{ number: number }>('select number from migrations');
  return new Set(rows.map(({ number }) => number));
}

async function apply(client: PoolClient, step: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(step.up);
    await client.query('insert into migrations (number, name) values ($1, $2)', [step.number, step.name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${step.number} (${step.name}) failed`, { cause: error });
  }
}
