import { type AddressInfo, isIPv6 } from 'node:net';
import { ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createApp, type NodeAreas, openAreas } from '../app.ts';
import { createSubmitter } from '../log/witness/submitter.ts';
import { checkPort, listenRefusal } from './check-port.ts';
import type { Clock } from './clock.ts';
import { type Closers, createClosers } from './closers.ts';
import type { NodeConfig } from './config.ts';
import type { NodeContext } from './context.ts';
import { createLogger } from './logger.ts';
import { openContext } from './open-context.ts';
import { openDatabase } from './open-database.ts';
import { addSampleSeats } from './sample/seats.ts';
import { readSetting, writeSetting } from './settings.ts';
import { type ServerCertificate, serverCertificate } from './tls/certificate.ts';

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
  const { progress = () => undefined, clock, checksAnswers, seatsOnly = false } = options;
  const port = await checkPort(config);
  if (!port.ok) return port;
  const database = await openDatabase(config, closers, progress);
  if (!database.ok) return database;
  const logger = options.logger ?? createLogger(config.dataFolder);
  const parts = {
    config,
    databaseUrl: database.value.url,
    logger,
    closers,
    progress,
    ...(clock ? { clock } : {}),
  };
  const opened = await openContext(parts);
  if (!opened.ok) return opened;
  const { context, nodeKey } = opened.value;
  const areas = openAreas(context);
  await context.log.start();
  closers.add(() => context.log.stop());
  if (context.settings.sample) await loadSample(context, seatsOnly ? undefined : areas, progress);

  const certificate = config.tls ? await serverCertificate(config, new Date()) : undefined;
  const app = await createApp(context, areas, {
    ...(certificate ? { certificate } : {}),
    ...(checksAnswers ? { checksAnswers } : {}),
  });
  // Closed in the opposite order: requests under way are answered before what they use stops.
  closers.add(() => areas.trade.stop());
  closers.add(() => app.close());
  const url = await listen(app, config);
  if (!url.ok) return url;
  await areas.trade.start();
  const submitter = createSubmitter(context);
  submitter.start();
  closers.add(() => submitter.stop());
  const notices = noticesOf(context, nodeKey, certificate);
  return ok({ context, areas, app, url: url.value, notices, close: () => closers.closeAll() });
}

/** Once in the node's life; a start that was interrupted does what is missing. */
async function loadSample(
  context: NodeContext,
  areas: NodeAreas | undefined,
  progress: (step: string) => void,
): Promise<void> {
  await once(context, 'sampleSeats', async () => {
    progress('giving the sample community its seats');
    await addSampleSeats(context);
  });
  if (areas) await once(context, 'sampleStories', () => areas.trade.loadSample(progress));
}

async function once({ pool }: NodeContext, name: string, work: () => Promise<void>): Promise<void> {
  if ((await readSetting<boolean>(pool, name)) === true) return;
  await work();
  await writeSetting(pool, name, true);
}

async function listen(app: FastifyInstance, { host, port, tls }: NodeConfig): Promise<Result<string>> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    return refused(listenRefusal(error as NodeJS.ErrnoException, { host, port }));
  }
  const address = app.server.address() as AddressInfo;
  const name = isIPv6(host) ? `[${host}]` : host;
  return ok(`${tls ? 'https' : 'http'}://${name}:${address.port}`);
}

function noticesOf(
  { settings }: NodeContext,
  nodeKey: { outside: boolean; place: string },
  certificate?: ServerCertificate,
) {
  const keys = nodeKey.outside
    ? `The node key is ${nodeKey.place}: keep a copy, without it the kept keys cannot be opened.`
    : `Sample: the node key lies in the data folder (${nodeKey.place}). Never keep real keys in this node.`;
  return [
    keys,
    ...(settings.sample
      ? ['Sample: every organization and person here is invented; their keys are public.']
      : []),
    ...(certificate ? [`TLS: trust the authority in ${certificate.authorityFile}.`] : []),
  ];
}
