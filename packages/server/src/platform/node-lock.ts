import { ok, type Result, refused } from '@portolan/kernel';
import { Client } from 'pg';
import { nodeCatalogue } from './catalogue.ts';
import { advisoryLocks } from './locks.ts';

export interface NodeLock {
  release(): Promise<void>;
}

const againMs = 500;

/**
 * One node at a time on an embedded database: a second start would otherwise take over the first one's server and stop it.
 * The lock lives as long as its connection, so that a killed node leaves none behind; it is taken again when the server
 * was killed and started again.
 */
export async function takeNodeLock(url: string, folder: string): Promise<Result<NodeLock>> {
  let released = false;
  let timer: NodeJS.Timeout | undefined;
  let holder = await connectAndLock(url, takeAgain);

  function takeAgain(): void {
    if (released) return;
    timer = setTimeout(async () => {
      holder = await connectAndLock(url, takeAgain).catch(() => undefined);
      if (!holder) takeAgain();
    }, againMs).unref();
  }

  if (!holder) return refused(nodeCatalogue.refuse('NODE_ALREADY_RUNNING', { params: { folder } }));
  return ok({
    async release() {
      released = true;
      clearTimeout(timer);
      await holder?.end().catch(() => undefined);
    },
  });
}

/** A connection that holds the lock; undefined when another node holds it. */
async function connectAndLock(url: string, onLost: () => void): Promise<Client | undefined> {
  const client = new Client({ connectionString: url, application_name: 'portolan-lock' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    advisoryLocks.node,
  ]);
  if (rows[0]?.taken) {
    client.once('end', onLost);
    return client;
  }
  await client.end();
  return undefined;
}
