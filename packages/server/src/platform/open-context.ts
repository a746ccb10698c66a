import { availableParallelism } from 'node:os';
import { ok, type Result } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { Kysely, PostgresDialect } from 'kysely';
import type { Logger } from 'pino';
import { logHealth } from '../log/health.ts';
import { createTransparencyLog } from '../log/transparency-log.ts';
import { migrations } from '../migrations/index.ts';
import { createLibrary } from '../tariff/shelf/library.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Closers } from './closers.ts';
import type { NodeConfig } from './config.ts';
import type { NodeContext } from './context.ts';
import { loadContexts } from './contexts.ts';
import type { Database } from './database.ts';
import { createEventBus } from './events.ts';
import { createHealthProbes } from './health.ts';
import { databaseHealth, outboxHealth } from './health-probes.ts';
import { createKeyCustody } from './keys/custody.ts';
import { createFormKeys } from './keys/form-keys.ts';
import { keyServiceOf } from './keys/http-key-service.ts';
import { didOrigin } from './keys/mint.ts';
import type { NodeKey } from './keys/node-key.ts';
import { unlockNodeKey } from './keys/unlock.ts';
import { migrate } from './migrate.ts';
import { createPool } from './pool.ts';
import { loadSettings } from './settings.ts';
import { createWorkerPool, pooledCrypto } from './workers/index.ts';

export interface ContextParts {
  readonly config: NodeConfig;
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly closers: Closers;
  readonly clock?: Clock;
  readonly progress?: (step: string) => void;
}

export interface OpenContext {
  readonly context: NodeContext;
  readonly nodeKey: NodeKey;
}

/** Brings the database to its newest shape and puts together what every area is handed. */
export async function openContext(parts: ContextParts): Promise<Result<OpenContext>> {
  const { config, closers, logger, clock = systemClock, progress = () => undefined } = parts;
  const pool = createPool(parts.databaseUrl, { max: 24 });
  closers.add(() => pool.end());
  const migrated = await migrate(pool, migrations, (name) => progress(`preparing the tables: ${name}`));
  if (!migrated.ok) return migrated;
  const settings = await loadSettings(pool, config);
  if (!settings.ok) return settings;
  const nodeKey = await unlockNodeKey(pool, config, settings.value);
  if (!nodeKey.ok) return nodeKey;

  const events = createEventBus(settings.value.nodeId.slice(0, 8) + Date.now().toString(36));
  const health = createHealthProbes();
  health.add('database', databaseHealth(pool));
  health.add('log', logHealth(pool));
  health.add('outbox', outboxHealth(pool, clock));
  const keys = createKeyCustody({
    pool,
    clock,
    crypto: nodeCrypto,
    nodeKey: nodeKey.value,
    ...didOrigin(settings.value),
  });
  const contexts = await loadContexts(config.contexts);
  if (!contexts.ok) return contexts;
  const formKeys = createFormKeys({ pool, clock, nodeKey: nodeKey.value, ...keyServiceOf(config) });
  const origin = settings.value.logOrigin;
  const log = await createTransparencyLog({
    ...{ pool, crypto: nodeCrypto, signer: await keys.noteSigner(origin), origin, clock, logger },
  });
  const workers = createWorkerPool({
    entry: workerEntry(),
    size: config.workers ?? defaultWorkers(),
    logger,
  });
  closers.add(() => workers.close());
  const tariff = loadEmbeddedReference();
  const context: NodeContext = {
    ...{ config, settings: settings.value, pool, clock, log, keys, formKeys, events, health, logger },
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    contexts: contexts.value,
    crypto: pooledCrypto(workers),
    workers,
    reference: { tariff, library: createLibrary(pool, tariff) },
  };
  return ok({ context, nodeKey: nodeKey.value });
}

/** The module that worker threads run: source where this one is source, else the build. */
function workerEntry(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`../worker-main.${ending}`, import.meta.url);
}

/** One core is left to the main thread, which shares it with the database. */
function defaultWorkers(): number {
  return Math.max(1, availableParallelism() - 1);
}
