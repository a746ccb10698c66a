import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectOk } from '@portolan/kernel';
import pino from 'pino';
import type { Clock } from '../platform/clock.ts';
import type { NodeConfig } from '../platform/config.ts';
import type { NodeContext } from '../platform/context.ts';
import { openNode, type RunningNode } from '../platform/open-node.ts';
import { type Client, createClient } from './client.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { signInAs } from './sign-in.ts';

export interface TestNodeOptions {
  /** The sample community with its stories (true), its seats alone, or a node without anybody (false); true unless told. */
  readonly sample?: boolean | 'seats';
  readonly config?: Partial<NodeConfig>;
  readonly clock?: Clock;
}

/** A whole node on a loopback port of its own, on a database of its own. */
export interface TestNode extends RunningNode {
  readonly database: TestDatabase;
  readonly folder: string;
  /** A client that nobody is signed in with. */
  readonly anonymous: Client;
  /** Signs in as a sample member: 'broker-filer', 'agency-officer'… as the sample community names them. */
  as(sampleMember: string): Promise<Client>;
}

/** Starts a node whose every answer is compared with the contract. Close it in `after`. */
export async function testNode(options: TestNodeOptions = {}): Promise<TestNode> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'portolan-node-'));
  const config: NodeConfig = {
    ...{ dataFolder: join(folder, 'data'), host: '127.0.0.1', port: 0, tls: false },
    ...{ empty: options.sample === false, databaseUrl: database.url },
    ...options.config,
  };
  const seatsOnly = options.sample === 'seats';
  const clock = options.clock ? { clock: options.clock } : {};
  const node = expectOk(
    await openNode(config, { logger: testLogger(), checksAnswers: true, seatsOnly, ...clock }),
  );
  const anonymous = createClient(node.url);
  return {
    ...node,
    ...{ database, folder, anonymous },
    as: (member) => signInAs(node.url, member),
    async close() {
      await node.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Silent unless PORTOLAN_LOG_LEVEL says otherwise; faults of the node always show. */
function testLogger(): NodeContext['logger'] {
  return pino({ level: process.env.PORTOLAN_LOG_LEVEL ?? 'error' }, pino.destination(2));
}
