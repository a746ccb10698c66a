import { join } from 'node:path';
import { ok, type Result } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { migrations } from '../../migrations/index.ts';
import { ensureDatabase, startCluster } from '../../postgres/cluster.ts';
import { systemClock } from '../clock.ts';
import { type Closers, createClosers } from '../closers.ts';
import type { NodeConfig } from '../config.ts';
import { createKeyCustody } from '../keys/custody.ts';
import { createFormKeys } from '../keys/form-keys.ts';
import { keyServiceOf } from '../keys/http-key-service.ts';
import { didOrigin } from '../keys/mint.ts';
import { unlockNodeKey } from '../keys/unlock.ts';
import { migrate } from '../migrate.ts';
import { createPool } from '../pool.ts';
import { loadSettings } from '../settings.ts';
import type { OperatorContext } from './context.ts';

/**
 * Runs an operator's command on a node's database, whether the node is running or not: a running one keeps running,
 * and a database that was started for the command is stopped after it.
 */
export async function withAdministration<T>(
  config: NodeConfig,
  work: (context: OperatorContext) => Promise<Result<T>>,
): Promise<Result<T>> {
  const closers = createClosers();
  try {
    const context = await openAdministration(config, closers);
    return context.ok ? await work(context.value) : context;
  } finally {
    await closers.closeAll();
  }
}

async function openAdministration(config: NodeConfig, closers: Closers): Promise<Result<OperatorContext>> {
  const url = config.databaseUrl === undefined ? await embeddedUrl(config, closers) : ok(config.databaseUrl);
  if (!url.ok) return url;
  const pool = createPool(url.value, { max: 2, applicationName: 'portolan-admin' });
  closers.add(() => pool.end());
  const migrated = await migrate(pool, migrations);
  if (!migrated.ok) return migrated;
  const settings = await loadSettings(pool, config);
  if (!settings.ok) return settings;
  const nodeKey = await unlockNodeKey(pool, config, settings.value);
  if (!nodeKey.ok) return nodeKey;
  const parts = { pool, clock: systemClock, crypto: nodeCrypto, nodeKey: nodeKey.value };
  const keys = createKeyCustody({ ...parts, ...didOrigin(settings.value) });
  const formKeys = createFormKeys({ ...parts, ...keyServiceOf(config) });
  return ok({ pool, clock: systemClock, keys, formKeys, config });
}

async function embeddedUrl({ dataFolder }: NodeConfig, closers: Closers): Promise<Result<string>> {
  const cluster = await startCluster({ folder: join(dataFolder, 'database') });
  if (!cluster.ok) return cluster;
  const { adopted } = cluster.value;
  closers.add(() => (adopted ? cluster.value.leave() : cluster.value.stop()));
  return ok(await ensureDatabase(cluster.value, 'portolan'));
}
