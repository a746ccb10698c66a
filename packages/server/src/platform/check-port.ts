import { createServer } from 'node:net';
import { ok, type Result, refused } from '@portolan/kernel';
import { nodeCatalogue } from './catalogue.ts';
import type { NodeConfig } from './config.ts';

/** Refuses a port that another program holds or an address this machine doesn't have, before any work is done. */
export function checkPort({ host, port }: Pick<NodeConfig, 'host' | 'port'>): Promise<Result<void>> {
  const { promise, resolve } = Promise.withResolvers<Result<void>>();
  const probe = createServer();
  probe.once('error', (error) => resolve(refused(listenRefusal(error, { host, port }))));
  probe.listen(port, host, () => probe.close(() => resolve(ok(undefined))));
  return promise;
}

/** Why the node could not listen. */
export function listenRefusal(
  error: NodeJS.ErrnoException,
  { host, port }: Pick<NodeConfig, 'host' | 'port'>,
) {
  if (error.code === 'EADDRINUSE') return nodeCatalogue.refuse('NODE_PORT_BUSY', { params: { port, host } });
  const params = { flag: '--host and --port', value: `${host}:${port}`, reason: error.code ?? 'unknown' };
  return nodeCatalogue.refuse('NODE_FLAG_INVALID', { params });
}
