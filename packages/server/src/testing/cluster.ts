import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectOk } from '@portolan/kernel';
import { startCluster } from '../postgres/cluster.ts';

export interface TestCluster {
  /** URL of the maintenance database; the test runner hands it to test files as PORTOLAN_TEST_PG. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a cluster of its own in a temporary folder; `stop` removes it. The same server as a node's, durable too. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-test-'));
  const cluster = expectOk(await startCluster({ folder: join(folder, 'db') }));
  // A test file that fails before it closes leaves no server behind.
  const quit = () => process.kill(cluster.pid(), 'SIGQUIT');
  process.once('exit', quit);
  return {
    url: cluster.url('postgres'),
    async stop() {
      process.off('exit', quit);
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
      if (cluster.folder !== join(folder, 'db')) await rm(cluster.folder, { recursive: true, force: true });
    },
  };
}
