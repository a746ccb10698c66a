import type { AddressInfo } from 'node:net';
import { addSeconds, type Instant, instant, type JsonObject } from '@portolan/kernel';
import { createHttpServer } from '../../platform/http/server.ts';
import { type Client, createClient } from '../../testing/client.ts';
import { type TestNode, testNode } from '../../testing/node.ts';
import type { CredentialContext } from '../context.ts';
import { credentialRoutes } from '../routes.ts';

/** A sample node whose clock stands still until a test moves it, with the routes of this area. */
export interface CredentialNode {
  readonly node: TestNode;
  readonly context: CredentialContext;
  readonly anonymous: Client;
  as(sampleMember: string): Promise<Client>;
  now(): Instant;
  /** Lets time pass. */
  pass(seconds: number): void;
  tenant(slug: string): Promise<{
    id: string;
    slug: string;
    did: string;
    name: string;
    sample: boolean;
    kind: 'agency' | 'trade';
  }>;
  close(): Promise<void>;
}

export async function credentialNode(): Promise<CredentialNode> {
  let now = instant(new Date().toISOString());
  const node = await testNode({ clock: { now: () => now } });
  const app = await createHttpServer(node.context, { checksAnswers: true });
  credentialRoutes(app, node.context);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    node,
    context: node.context,
    anonymous: createClient(url),
    as: async (member) => createClient(url, (await node.as(member)).headers),
    now: () => now,
    pass(seconds) {
      now = addSeconds(now, seconds);
    },
    async tenant(slug) {
      const { rows } = await node.context.pool.query(
        'select id, slug, did, name, sample, kind from tenants where slug = $1',
        [slug],
      );
      return rows[0];
    },
    async close() {
      await app.close();
      await node.close();
    },
  };
}

/** A purchase order of the sample community. */
export function sampleOrder(number: string): JsonObject {
  return {
    number,
    issueDate: '2026-06-01',
    buyer: { name: 'Sample Harbor Foods Inc.', address: { city: 'San Diego', country: 'US' } },
    seller: { name: 'Sample Valle Verde Produce', address: { city: 'Culiacan', country: 'MX' } },
    currency: 'USD',
    lines: [{ number: '1', description: 'Bell peppers, fresh', quantity: { value: '1000', unit: 'KGM' } }],
  };
}
