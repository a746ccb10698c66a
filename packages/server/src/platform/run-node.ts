import { type AddressInfo, isIPv6 } from 'node:net';
import { ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { createApp, type NodeAreas, openAreas } from '../app.ts';
import { createSubmitter } from '../log/witness/submitter.ts';
import { listenRefusal } from './check-port.ts';
import type { Closers } from './closers.ts';
import type { NodeConfig } from './config.ts';
import type { NodeContext } from './context.ts';
import { createLogger } from './logger.ts';
import { openContext } from './open-context.ts';
import type { OpenNodeOptions, RunningNode } from './open-node.ts';
import { addSampleSeats } from './sample/seats.ts';
import { readSetting, writeSetting } from './settings.ts';
import { type ServerCertificate, serverCertificate } from './tls/certificate.ts';

/** Everything of a node that stands on its database: tables, keys, log, sample community, HTTP. */
export async function runNode(
  databaseUrl: string,
  config: NodeConfig,
  options: OpenNodeOptions,
  closers: Closers,
): Promise<Result<RunningNode>> {
  const { progress = () => undefined, clock, checksAnswers, seatsOnly = false } = options;
  const logger = options.logger ?? createLogger(config.dataFolder);
  const parts = { config, databaseUrl, logger, closers, progress, ...(clock ? { clock } : {}) };
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
