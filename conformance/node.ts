import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VcIssuer } from '@portolan/contract';
import { expectOk } from '@portolan/kernel';
import { openNode } from '@portolan/server/start';

/** A node with the VC API open, on a port of its own, with a certificate of its own authority. */
export interface ConformanceNode {
  readonly origin: string;
  readonly issuers: readonly VcIssuer[];
  close(): Promise<void>;
}

/** Starts a node as `portolan start --tls --vc-api open` would, in a folder that goes away with it. */
export async function startNode(contexts?: string): Promise<ConformanceNode> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-conformance-'));
  const config = {
    ...{ dataFolder: join(folder, 'data'), host: '127.0.0.1', port: await freePort() },
    ...{ tls: true, empty: false, vcApi: 'open' as const },
    ...(contexts === undefined ? {} : { contexts }),
  };
  const node = expectOk(await openNode(config, { seatsOnly: true }));
  const { items } = (await getJson(`${node.url}/issuers`)) as { items: VcIssuer[] };
  return {
    origin: node.url,
    issuers: items,
    async close() {
      await node.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The suites do not check the certificate of a local implementation either. */
const agent = new Agent({ rejectUnauthorized: false });

function getJson(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString())));
    });
    call.on('error', reject);
    call.end();
  });
}
