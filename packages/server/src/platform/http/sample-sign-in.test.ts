import assert from 'node:assert/strict';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { suite, test } from 'node:test';
import { createClient } from '../../testing/client.ts';
import { type TestNode, type TestNodeOptions, testNode } from '../../testing/node.ts';
import { sampleMemberId } from '../sample/seats.ts';

const member = sampleMemberId('broker-filer');

async function withNode(options: TestNodeOptions, work: (node: TestNode) => Promise<void>): Promise<void> {
  const node = await testNode({ sample: 'seats', ...options });
  try {
    await work(node);
  } finally {
    await node.close();
  }
}

/** fetch does not let one choose the Host header. */
async function signInUnder(url: string, host: string): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const headers = { host, 'content-type': 'application/json' };
  const sent = request(new URL('/api/session', url), { method: 'POST', headers }, async (response) => {
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') });
  });
  sent.on('error', reject);
  sent.end(JSON.stringify({ member }));
  return promise;
}

suite('sample members sign in without a key', () => {
  test('on the machine itself, under its loopback names, and under no other', () =>
    withNode({}, async (node) => {
      const { port } = new URL(node.url);
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
        assert.equal((await signInUnder(node.url, host)).status, 200, host);
      for (const host of [`rebound.example:${port}`, '127.0.0.1.example', 'x'])
        assert.match((await signInUnder(node.url, host)).body, /NODE_HOST_REFUSED/, host);
    }));

  test('not through a proxy, whatever address it adds', () =>
    withNode({}, async (node) => {
      for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-host']) {
        const proxied = node.anonymous.with({ [name]: '127.0.0.1' });
        assert.deepEqual(
          (await proxied.post('/api/session', { member })).codes,
          ['NODE_SAMPLE_SIGN_IN'],
          name,
        );
        const { body } = await proxied.get<{ items: unknown[] }>('/api/session/members');
        assert.deepEqual(body.items, []);
      }
    }));

  test('not under the public name of the node', () =>
    withNode({ config: { publicUrl: 'https://node.example' } }, async (node) => {
      assert.match((await signInUnder(node.url, 'node.example')).body, /NODE_SAMPLE_SIGN_IN/);
      assert.equal((await node.anonymous.post('/api/session', { member })).status, 200);
    }));

  test('not at all when the node listens to other machines', () =>
    withNode({ config: { host: '0.0.0.0' } }, async (node) => {
      const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
      const addresses = own.filter(({ family }) => family === 'IPv4').map(({ address }) => address);
      for (const address of addresses) {
        const client = createClient(node.url.replace('0.0.0.0', address));
        assert.deepEqual(
          (await client.post('/api/session', { member })).codes,
          ['NODE_SAMPLE_SIGN_IN'],
          address,
        );
      }
    }));

  test('not on a node without the sample community, which has nobody', () =>
    withNode({ sample: false }, async (node) => {
      assert.deepEqual((await node.anonymous.post('/api/session', { member })).codes, [
        'NODE_SAMPLE_SIGN_IN',
      ]);
      const { rowCount } = await node.context.pool.query('select from tenants');
      assert.equal(rowCount, 0);
    }));

  test('and nobody but sample members', () =>
    withNode({}, async (node) => {
      const tenant = '11111111-2222-4333-8444-555555555555';
      await node.context.pool.query(
        `insert into tenants (id, slug, name, kind, roles, did, sample, created_at)
         values ($1, 'real', 'Sample real', 'trade', '{}', 'did:example:real', false, now())`,
        [tenant],
      );
      await node.context.pool.query(
        `insert into members (tenant_id, id, name, role, created_at) values ($1, $1, 'Sample', 'lead', now())`,
        [tenant],
      );
      assert.deepEqual((await node.anonymous.post('/api/session', { member: tenant })).codes, [
        'NODE_MEMBER_UNKNOWN',
      ]);
    }));
});
