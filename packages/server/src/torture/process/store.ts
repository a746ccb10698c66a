import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Pool } from 'pg';
import { createPool } from '../../platform/pool.ts';
import { databaseUrl } from '../../postgres/cluster.ts';
import { readPostmaster } from '../../postgres/postmaster.ts';
import { waitUntil } from '../../postgres/wait-until.ts';

/** A look at a node's database beside the node. */
export interface Store {
  readonly pool: Pool;
  /** Resolves when every leaf has its place in the log. */
  sequenced(withinMs: number): Promise<void>;
  /** Resolves when the node owes nobody anything: no leaf without a place, no notice and no envelope that waits. */
  settled(withinMs: number): Promise<void>;
  /** The process of a session that the node has with its database. */
  sessionPid(): Promise<number>;
  close(): Promise<void>;
}

const lookMs = 50;

/** Opens the embedded database of a node that runs. `databaseFolder` is the folder that PostgreSQL serves. */
export async function openStore(databaseFolder: string): Promise<Store> {
  const postmaster = await readPostmaster(databaseFolder);
  if (!postmaster) throw new Error(`no server serves ${databaseFolder}`);
  const password = (await readFile(`${dirname(databaseFolder)}/password`, 'utf8')).trim();
  const url = databaseUrl(postmaster.listen, password, 'portolan');
  const pool = createPool(url, { max: 2, applicationName: 'portolan-torture' });
  return {
    pool,
    sequenced: (withinMs) => none(pool, ['log_pending'], withinMs),
    settled: (withinMs) => none(pool, ['log_pending', 'notices', 'outbox'], withinMs),
    sessionPid: () => sessionPid(pool),
    close: () => pool.end(),
  };
}

async function none(pool: Pool, tables: readonly string[], withinMs: number): Promise<void> {
  const counts = tables.map((table) => `(select count(*) from ${table})`).join(' + ');
  const left = async () => (await pool.query<{ left: number }>(`select ${counts} as left`)).rows[0]?.left;
  const done = await waitUntil(async () => ((await left()) === 0 ? true : undefined), withinMs, lookMs);
  if (!done) throw new Error(`${await left()} rows still stand in ${tables.join(', ')}`);
}

async function sessionPid(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'portolan' order by state = 'active' desc, random() limit 1`,
  );
  if (!rows[0]) throw new Error('the node has no session with its database');
  return rows[0].pid;
}
