import { addSeconds, type Instant, instant, type JsonObject } from '@portolan/kernel';
import type { Client } from '../../testing/client.ts';
import { type TestNode, testNode } from '../../testing/node.ts';
import type { CredentialContext } from '../context.ts';

/** A sample node whose clock stands still, and moves when a test says so. */
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
  const node = await testNode({ sample: 'seats', clock: { now: () => now } });
  return {
    ...{ node, context: node.context, anonymous: node.anonymous, as: node.as },
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
    close: () => node.close(),
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
