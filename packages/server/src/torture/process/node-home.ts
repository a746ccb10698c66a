import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isPostgres, postmasterFile } from '../../postgres/postmaster.ts';
import { waitUntil } from '../../postgres/wait-until.ts';
import { launchNode, type NodeLaunch, type NodeProcess } from './node-process.ts';
import { openStore, type Store } from './store.ts';

/** A data folder on which nodes are started one after the other, as after each crash of one. */
export interface NodeHome {
  /** The node that was started last. */
  readonly node: NodeProcess;
  /** Starts a node and waits until it answers requests. */
  start(): Promise<void>;
  /** Starts a node that will be killed before it answers. */
  launch(): NodeLaunch;
  /** Looks into the database beside the node. */
  withStore<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Ends everything and removes the folder. */
  close(): Promise<void>;
}

const goneMs = 60_000;

/** Makes a data folder in the temporary folder and starts the first node on it; `flags` are those of Node.js. */
export async function openHome(flags: readonly string[] = []): Promise<NodeHome> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-torture-'));
  const options = { dataFolder: join(folder, 'node'), flags };
  let node = await launchNode(options).ready.catch(async (fault) => {
    await rm(folder, { recursive: true, force: true });
    throw fault;
  });
  const { databaseFolder } = node;
  const quit = () => quitDatabase(databaseFolder);
  process.once('exit', quit);
  return {
    get node() {
      return node;
    },
    async start() {
      node = await launchNode(options).ready;
    },
    launch: () => launchNode(options),
    async withStore(work) {
      const store = await openStore(databaseFolder);
      return work(store).finally(() => store.close());
    },
    async close() {
      await node.stop().catch(() => node.kill());
      quit();
      process.off('exit', quit);
      await waitUntil(() => (serverOf(databaseFolder) === undefined ? true : undefined), goneMs);
      await rm(folder, { recursive: true, force: true });
      // Where the server runs as another user its files may stand elsewhere.
      await rm(dirname(databaseFolder), { recursive: true, force: true });
    },
  };
}

/** Ends a server that its killed node has left running; "immediate", since the data is thrown away. */
function quitDatabase(databaseFolder: string): void {
  const pid = serverOf(databaseFolder);
  if (pid !== undefined) process.kill(pid, 'SIGQUIT');
}

function serverOf(databaseFolder: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(postmasterFile(databaseFolder), 'utf8'), 10);
    return isPostgres(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
