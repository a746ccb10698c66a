import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { instant } from '@portolan/kernel';
import Fastify from 'fastify';
import type { Client } from '../../testing/client.ts';
import { type TestNode, testNode } from '../../testing/node.ts';
import { portal } from './portal.ts';

const at = instant('2026-06-12T00:00:00.000Z');
let node: TestNode;

before(async () => {
  node = await testNode({ sample: 'seats' });
});
after(() => node.close());

suite('every answer', () => {
  test('carries the security headers and the number of its request', async () => {
    for (const path of ['/health', '/api/nothing', '/', '/docs/api']) {
      const { headers } = await node.anonymous.get(path);
      assert.match(
        headers.get('content-security-policy') ?? '',
        /default-src 'none'; script-src 'self';/,
        path,
      );
      assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe|https?:/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('x-frame-options'), 'DENY');
      assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
    }
    assert.equal((await node.anonymous.get('/api/session')).headers.get('cache-control'), 'no-store');
  });

  test('takes over a request number that is one, and no other text', async () => {
    const number = 'trace-0123456789';
    const asked = (id: string) => node.anonymous.get('/health', { 'x-request-id': id });
    assert.equal((await asked(number)).headers.get('x-request-id'), number);
    assert.notEqual((await asked('short')).headers.get('x-request-id'), 'short');
  });
});

suite('health', () => {
  test('says that database and log are well', async () => {
    const { status, body } = await node.anonymous.get<{
      status: string;
      parts: Record<string, { ok: boolean }>;
    }>('/health');
    assert.equal(status, 200);
    assert.equal(body.status, 'ok');
    assert.deepEqual([body.parts.database?.ok, body.parts.log?.ok], [true, true]);
  });

  test('a part that is not well makes it 503, without saying more than it should', async () => {
    node.context.health.add('broken', async () => {
      throw new TypeError('connect to secret-host failed');
    });
    const { status, body } = await node.anonymous.get('/health');
    node.context.health.add('broken', async () => ({ ok: true }));
    assert.equal(status, 503);
    assert.ok(!JSON.stringify(body).includes('secret-host'));
    assert.match(JSON.stringify(body), /"broken":\{"ok":false,"detail":"TypeError"\}/);
  });
});

suite('the description of the API', () => {
  test('is OpenAPI 3.1 and a page without scripts that lists every route', async () => {
    const { body } = await node.anonymous.get<{ openapi: string; paths: Record<string, object> }>(
      '/api/openapi.json',
    );
    assert.equal(body.openapi, '3.1.0');
    const page = await node.anonymous.get<string>('/docs/api');
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
    assert.doesNotMatch(page.body, /<script|style=|https?:\/\//);
    for (const path of Object.keys(body.paths)) assert.ok(page.body.includes(path), path);
    assert.match((await node.anonymous.get<string>('/docs/api.css')).body, /focus-visible/);
  });
});

/** Reads a stream of events until `count` of them have come. */
async function readEvents(
  client: Client,
  count: number,
  headers: Record<string, string> = {},
  onOpen = () => {},
) {
  const closing = new AbortController();
  const response = await fetch(`${client.url}/api/events`, {
    headers: { ...client.headers, ...headers },
    signal: closing.signal,
  });
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  const events: { id?: string; kind: string; ref: string }[] = [];
  let text = '';
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(part);
    if (text.startsWith('retry')) onOpen();
    for (const block of text.split('\n\n').slice(0, -1)) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      const id = /^id: (.*)$/m.exec(block)?.[1];
      if (data) events.push({ ...JSON.parse(data), ...(id ? { id } : {}) });
    }
    text = text.slice(text.lastIndexOf('\n\n') + 2);
    if (events.length >= count) break;
  }
  closing.abort();
  return events;
}

suite('events', () => {
  test('reach the members of their tenant and nobody else, and can be resumed', async () => {
    const [broker, grower] = [await node.as('broker-filer'), await node.as('grower-signer')];
    const tenantOf = async (slug: string) =>
      (await node.context.pool.query('select id from tenants where slug = $1', [slug])).rows[0].id as string;
    const [brokerId, growerId] = [await tenantOf('broker'), await tenantOf('grower')];
    const publish = () => {
      node.context.events.publish(growerId, { kind: 'request', ref: 'g', at });
      for (const ref of ['1', '2', '3']) node.context.events.publish(brokerId, { kind: 'decision', ref, at });
    };
    let opened = 0;
    const whenBothListen = () => {
      opened += 1;
      if (opened === 2) publish();
    };
    const [heard, other] = await Promise.all([
      readEvents(broker, 3, {}, whenBothListen),
      readEvents(grower, 1, {}, whenBothListen),
    ]);
    assert.deepEqual(
      heard.map(({ ref }) => ref),
      ['1', '2', '3'],
    );
    assert.deepEqual(
      other.map(({ ref }) => ref),
      ['g'],
    );

    const resumed = await readEvents(broker, 2, { 'last-event-id': heard[0]?.id ?? '' });
    assert.deepEqual(
      resumed.map(({ ref }) => ref),
      ['2', '3'],
    );
    const [lost] = await readEvents(broker, 1, { 'last-event-id': 'another-1' });
    assert.equal(lost?.kind, 'reset');
    assert.equal((await node.anonymous.get('/api/events')).status, 401);
  });
});

suite('the portal', () => {
  test('one page answers every address of people; files are themselves; nothing else is readable', async () => {
    const folder = join(node.folder, 'portal');
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(folder, 'index.html'), '<title>portal</title>');
    await writeFile(join(folder, 'assets', 'app.js'), 'run()');
    await mkdir(join(folder, 'verify'));
    await writeFile(join(folder, 'verify', 'index.html'), '<title>verifier</title>');
    await writeFile(join(node.folder, 'secret'), 'secret');
    const app = Fastify();
    app.decorateRequest('signedIn', undefined);
    await app.register(portal, { folder });
    const read = (url: string) => app.inject(url);
    for (const path of ['/', '/entries/ZZ9-0000103-5/lines/1', '/sign-in', '/docs/refusals'])
      assert.match((await read(path)).body, /<title>portal/, path);
    assert.equal((await read('/verify')).headers.location, '/verify/');
    for (const path of ['/verify/', '/verify/index.html'])
      assert.match((await read(path)).body, /<title>verifier/, path);
    const script = await read('/assets/app.js');
    assert.equal(script.body, 'run()');
    assert.match(String(script.headers['cache-control']), /immutable/);
    for (const path of [
      '/../secret',
      '/..%2fsecret',
      '/%2e%2e/secret',
      '/assets/..%5c..%5csecret',
      '/%00',
      '/%zz',
    ])
      assert.ok(!(await read(path)).body.includes('secret'), path);
    for (const path of ['/api/x', '/log/x', '/t/broker/x', '/.well-known/x'])
      assert.equal((await read(path)).statusCode, 401, path);
    await app.close();
  });
});
