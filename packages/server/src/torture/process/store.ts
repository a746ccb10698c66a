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
  /** Resolves when the node owes nobody anything: no leaf without a place, no notice and no envelope that waits. */
  settled(withinMs: number): Promise<void>;
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
    async settled(withinMs) {
      const done = await waitUntil(async () => ((await owed(pool)) === 0 ? true : undefined), withinMs, lookMs);
      if (!done) throw new Error(`the node still owes ${await owed(pool)} leaves, notices and envelopes`);
    },
    close: () => pool.end(),
  };
}

async function owed(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ owed: number }>(
    `select (select count(*) from log_pending) + (select count(*) from notices) + (select count(*) from outbox) as owed`,
  );
  return rows[0]?.owed ?? 0;
}
