// A whole node in a process of its own, on the data folder that PORTOLAN_DATA names, until it is killed or whoever started
// it is gone. Says where it listens, and how much memory it holds when asked.
import { expectOk } from '@portolan/kernel';
import { openNode } from '../../platform/open-node.ts';
import { readConfig } from '../../platform/read-config.ts';
import type { NodeReady, NodeUse } from './messages.ts';

const config = expectOk(readConfig({ port: '0' }, process.env, process.cwd()));
const node = expectOk(await openNode(config, { seatsOnly: true }));

process.on('message', () => process.send?.({ use: use() }));
process.once('disconnect', async () => {
  await node.close();
  process.exit(0);
});
process.send?.({ ready: await ready() });

async function ready(): Promise<NodeReady> {
  const { rows } = await node.context.pool.query<{ data_directory: string }>('show data_directory');
  return { url: node.url, databaseFolder: rows[0]?.data_directory ?? '' };
}

/** After a collection of garbage, when the process was started with --expose-gc. */
function use(): NodeUse {
  // Before the collection, which is no part of the work.
  const cpu = seconds(process.cpuUsage());
  const mainCpu = seconds(process.threadCpuUsage());
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const { totalCount, waitingCount } = node.context.pool;
  return { rss, heapUsed, external, connections: totalCount, waiting: waitingCount, cpu, mainCpu };
}

function seconds({ user, system }: { readonly user: number; readonly system: number }): number {
  return (user + system) / 1e6;
}
