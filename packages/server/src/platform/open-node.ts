import type { Result } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { NodeAreas } from '../app.ts';
import { checkPort } from './check-port.ts';
import type { Clock } from './clock.ts';
import { type Closers, createClosers } from './closers.ts';
import type { NodeConfig } from './config.ts';
import type { NodeContext } from './context.ts';
import { openDatabase } from './open-database.ts';

export interface OpenNodeOptions {
  readonly progress?: (step: string) => void;
  readonly logger?: Logger;
  readonly clock?: Clock;
  /** Compare every answer with the contract: for tests. */
  readonly checksAnswers?: boolean;
  /** Give the sample community its seats and nothing else: for tests that need no stories. */
  readonly seatsOnly?: boolean;
}

/** A node that answers requests. */
export interface RunningNode {
  readonly context: NodeContext;
  readonly areas: NodeAreas;
  readonly app: FastifyInstance;
  /** Where it listens, for example 'http://127.0.0.1:8321'. */
  readonly url: string;
  /** What the person who started it should know: warnings, where keys and certificates lie. */
  readonly notices: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a node: database, tables, keys, log, sample community, HTTP. When a step is refused, what the steps before it
 * had started is stopped again.
 */
export async function openNode(
  config: NodeConfig,
  options: OpenNodeOptions = {},
): Promise<Result<RunningNode>> {
  const closers = createClosers();
  const running = await open(config, options, closers).catch(async (fault) => {
    await closers.closeAll();
    throw fault;
  });
  if (!running.ok) await closers.closeAll();
  return running;
}

async function open(
  config: NodeConfig,
  options: OpenNodeOptions,
  closers: Closers,
): Promise<Result<RunningNode>> {
  const port = await checkPort(config);
  if (!port.ok) return port;
  let rest: Promise<typeof import('./run-node.ts')> | undefined;
  // The rest of the node takes as long to load as the database to start, which is a process of its own.
  const load = () => {
    rest ??= import('./run-node.ts');
    return rest;
  };
  const { progress = () => undefined } = options;
  const database = await openDatabase(config, closers, progress, load);
  if (!database.ok) return database;
  const { runNode } = await load();
  return runNode(database.value.url, config, options, closers);
}
