import { setTimeout as pause } from 'node:timers/promises';
import { killProcess } from './process/kill-process.ts';
import type { NodeHome } from './process/node-home.ts';

/** What is killed while filings are under way. All of it with SIGKILL: nothing is closed, nothing is flushed. */
export const faults = [
  'node and database',
  'node',
  'database',
  'session of the database',
  'node and its next start',
] as const;
export type Fault = (typeof faults)[number];

const longestStartMs = 2500;

/** Kills, and brings the node back on the same data. A node that was not killed must come back by itself. */
export async function strike(home: NodeHome, fault: Fault): Promise<void> {
  const server = await home.node.databasePid();
  if (server === undefined) throw new Error('the node has no database');
  switch (fault) {
    case 'database':
      return killProcess(server);
    case 'session of the database':
      // The server ends all its sessions and recovers, as after a session that crashed.
      return killProcess(await home.withStore((store) => store.sessionPid()));
    case 'node':
      await home.node.kill();
      await home.start();
      if ((await home.node.databasePid()) !== server)
        throw new Error('the node did not take its database over');
      return;
    case 'node and database':
      await Promise.all([home.node.kill(), killProcess(server)]);
      return home.start();
    case 'node and its next start':
      await home.node.kill();
      await killStart(home);
      return home.start();
  }
}

/** Kills a node somewhere in its start. */
async function killStart(home: NodeHome): Promise<void> {
  const start = home.launch();
  await pause(Math.random() * longestStartMs);
  await start.kill();
}
