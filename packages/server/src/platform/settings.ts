import { randomBytes, randomUUID } from 'node:crypto';
import { ok, type Result, refused } from '@portolan/kernel';
import type { Pool } from 'pg';
import { nodeCatalogue } from './catalogue.ts';
import type { NodeConfig } from './config.ts';

/** What is fixed when a node is created. */
export interface NodeSettings {
  readonly nodeId: string;
  /** Origin under which others reach the node, when one was given. */
  readonly publicUrl?: string;
  /** Created with the sample community. */
  readonly sample: boolean;
  /** Name of the node's log in its checkpoints: no scheme, no spaces (C2SP tlog-checkpoint). */
  readonly logOrigin: string;
  /** Salt of the passphrase's key derivation; not secret. */
  readonly salt: string;
}

/** The settings kept in the database; on the first start they are made from how the node was started. */
export async function loadSettings(pool: Pool, config: NodeConfig): Promise<Result<NodeSettings>> {
  const known = await readSettings(pool);
  if (known === undefined) {
    await pool.query(`insert into node_settings (name, value) values ('node', $1) on conflict do nothing`, [
      JSON.stringify(newSettings(config)),
    ]);
  }
  const settings = known ?? ((await readSettings(pool)) as NodeSettings);
  const asked = config.publicUrl;
  if (asked === undefined || asked === settings.publicUrl) return ok(settings);
  const params = { was: settings.publicUrl ?? 'none', asked };
  return refused(nodeCatalogue.refuse('NODE_PUBLIC_URL_FIXED', { params }));
}

/** Reads one remembered value; undefined when it was never written. */
export async function readSetting<T>(pool: Pool, name: string): Promise<T | undefined> {
  const { rows } = await pool.query<{ value: T }>('select value from node_settings where name = $1', [name]);
  return rows[0]?.value;
}

export async function writeSetting(pool: Pool, name: string, value: unknown): Promise<void> {
  await pool.query(
    'insert into node_settings (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, JSON.stringify(value)],
  );
}

async function readSettings(pool: Pool): Promise<NodeSettings | undefined> {
  return readSetting<NodeSettings>(pool, 'node');
}

function newSettings({ publicUrl, empty }: NodeConfig): NodeSettings {
  const nodeId = randomUUID();
  return {
    nodeId,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    sample: !empty,
    logOrigin: publicUrl === undefined ? `${nodeId}.portolan.example` : new URL(publicUrl).host,
    salt: randomBytes(16).toString('base64url'),
  };
}
