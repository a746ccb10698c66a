import type { ContextSet } from '@portolan/credentials/forms';
import type { CryptoPort } from '@portolan/kernel';
import type { TariffReference } from '@portolan/tariff';
import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Library } from '../tariff/shelf/library.ts';
import type { Clock } from './clock.ts';
import type { NodeConfig } from './config.ts';
import type { Database } from './database.ts';
import type { EventBus } from './events.ts';
import type { HealthProbes } from './health.ts';
import type { KeyCustody } from './keys/custody.ts';
import type { FormKeys } from './keys/form-keys.ts';
import type { NodeSettings } from './settings.ts';
import type { TransparencyLog } from './transparency-log.ts';
import type { WorkerPool } from './workers/index.ts';

/** Everything a request or a job is handed; no area keeps state of its own beside it. */
export interface NodeContext {
  readonly config: NodeConfig;
  /** What was fixed when the node was created: its id, public address and whether it is a sample. */
  readonly settings: NodeSettings;
  readonly pool: Pool;
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly log: TransparencyLog;
  readonly keys: KeyCustody;
  /** Keys of the VC API's issuers, one for each form of proof. */
  readonly formKeys: FormKeys;
  /** JSON-LD contexts that the operator pinned beside those every node knows. */
  readonly contexts: ContextSet;
  readonly events: EventBus;
  readonly health: HealthProbes;
  readonly logger: Logger;
  /** Checks of many signatures at once run in the worker threads. */
  readonly crypto: CryptoPort;
  /** Threads for pure work. */
  readonly workers: WorkerPool;
  readonly reference: NodeReference;
}

/** Dated reference data that rules are handed. */
export interface NodeReference {
  /** What comes with the program. */
  readonly tariff: TariffReference;
  /** The same with what was imported beside it, as it was known at any moment. */
  readonly library: Library;
}
