import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import { expectOk, type Result } from '@portolan/kernel';
import { sampleCommunity } from '@portolan/programs';
import pino from 'pino';
import { isAlive, isPostgres, readPostmaster } from '../postgres/postmaster.ts';
import { waitUntil } from '../postgres/wait-until.ts';
import { createClient } from '../testing/client.ts';
import { signInAs } from '../testing/sign-in.ts';
import { readSampleMembers } from './access/sample-members.ts';
import { withAdministration } from './admin/open.ts';
import { addTenant, listTenants } from './admin/tenants.ts';
import type { NodeConfig } from './config.ts';
import { openNode, type RunningNode } from './open-node.ts';
import { sampleMemberId } from './sample/seats.ts';

const logger = pino({ level: 'silent' });
let home: string;
let running: RunningNode[] = [];

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'portolan-nodes-'));
});
afterEach(async () => {
  for (const node of running) await node.close();
  running = [];
});
after(() => rm(home, { recursive: true, force: true }));

function configOf(name: string, more: Partial<NodeConfig> = {}): NodeConfig {
  return { dataFolder: join(home, name), host: '127.0.0.1', port: 0, tls: false, empty: false, ...more };
}

async function start(config: NodeConfig): Promise<Result<RunningNode>> {
  const node = await openNode(config, { logger, seatsOnly: true });
  if (node.ok) running.push(node.value);
  return node;
}

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.refusals[0]?.code;
}

const postmasterOf = (name: string) => readPostmaster(join(home, name, 'database', 'data'));

suite('a node', () => {
  test('keeps everything over a stop, and its stop leaves no process', async () => {
    const first = expectOk(await start(configOf('kept')));
    const { nodeId } = first.context.settings;
    const dids = (await listTenants(first.context.pool)).map(({ did }) => did);
    const pid = (await postmasterOf('kept'))?.pid as number;
    await first.close();
    running = [];
    assert.equal(isAlive(pid), false);

    const second = expectOk(await start(configOf('kept')));
    assert.equal(second.context.settings.nodeId, nodeId);
    assert.deepEqual(
      (await listTenants(second.context.pool)).map(({ did }) => did),
      dids,
    );
    await signInAs(second.url, 'broker-filer');
  });

  test('runs beside another with another folder and port, and one browser can be signed in to both', async () => {
    const [one, two] = [expectOk(await start(configOf('one'))), expectOk(await start(configOf('two')))];
    const [first, second] = [
      await signInAs(one.url, 'broker-filer'),
      await signInAs(two.url, 'agency-officer'),
    ];
    const both = { cookie: `${first.headers.cookie}; ${second.headers.cookie}` };
    const who = async (url: string) =>
      (await createClient(url, both).get<{ tenant: { slug: string } }>('/api/session')).body.tenant.slug;
    assert.deepEqual([await who(one.url), await who(two.url)], ['broker', 'agency']);
  });

  test('does not start on the folder of a running node, which runs on', async () => {
    const first = expectOk(await start(configOf('taken')));
    assert.equal(codeOf(await start(configOf('taken'))), 'NODE_ALREADY_RUNNING');
    assert.equal((await createClient(first.url).get('/health')).status, 200);
  });

  test('does not start on a port in use, and leaves nothing running', async () => {
    const first = expectOk(await start(configOf('port')));
    const port = Number(new URL(first.url).port);
    assert.equal(codeOf(await start(configOf('port-two', { port }))), 'NODE_PORT_BUSY');
    assert.equal(await postmasterOf('port-two'), undefined);
  });

  test('refuses an address of another machine, a folder that is a file and a database that is not there', async () => {
    assert.equal(codeOf(await start(configOf('x', { host: '203.0.113.1' }))), 'NODE_FLAG_INVALID');
    assert.equal(codeOf(await start(configOf('x', { dataFolder: '/dev/null/x' }))), 'NODE_DATA_FOLDER');
    const databaseUrl = 'postgresql://portolan:hidden@127.0.0.1:9/none';
    const refusal = await start(configOf('x', { databaseUrl }));
    assert.equal(codeOf(refusal), 'NODE_DATABASE_UNREACHABLE');
    assert.ok(!JSON.stringify(refusal).includes('hidden'));
  });

  test('gives the seats that an interrupted first start did not', async () => {
    const first = expectOk(await start(configOf('interrupted')));
    await first.context.pool.query(`delete from members where id = $1`, [sampleMemberId('carrier-signer')]);
    await first.context.pool.query(`delete from node_settings where name = 'sampleSeats'`);
    await first.close();
    running = [];
    const second = expectOk(await start(configOf('interrupted')));
    const seats = sampleCommunity.flatMap(({ members }) => members);
    assert.equal((await readSampleMembers(second.context.pool)).length, seats.length);
  });
});

suite('a killed node', () => {
  test('leaves its database, which the next start takes over with all that was acknowledged', async () => {
    const config = configOf('killed');
    const program = join(home, 'killed.mjs');
    await writeFile(
      program,
      `import { openNode } from ${JSON.stringify(new URL('./open-node.ts', import.meta.url).href)};
      const node = await openNode(${JSON.stringify(config)}, { seatsOnly: true });
      process.stdout.write(node.value.url);`,
    );
    const flags = ['--conditions=portolan-source', program];
    const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit').then(() => []);
    const [url] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer?];
    assert.ok(url, 'the node said where it listens');
    const client = await signInAs(url.toString(), 'broker-filer');
    const pid = (await postmasterOf('killed'))?.pid as number;
    child.kill('SIGKILL');
    await ended;
    assert.equal(isPostgres(pid), true);

    const next = expectOk(await start(config));
    assert.equal((await postmasterOf('killed'))?.pid, pid);
    const session = await createClient(next.url, client.headers).get<{ tenant: { slug: string } }>(
      '/api/session',
    );
    assert.equal(session.body.tenant.slug, 'broker');
    await next.close();
    running = [];
    assert.equal(isAlive(pid), false);
  });

  test('loses its database for a moment, not its data: the server is started again under it', async () => {
    const node = expectOk(await start(configOf('database')));
    const client = await signInAs(node.url, 'broker-filer');
    const pid = (await postmasterOf('database'))?.pid as number;
    process.kill(pid, 'SIGKILL');
    const seen = new Set<number>();
    // The sessions of a killed server live on for a moment; it is back when another process answers.
    const back = await waitUntil(async () => {
      const { status } = await client.get('/api/session');
      seen.add(status);
      const now = await postmasterOf('database');
      return status === 200 && now?.status === 'ready' && now.pid !== pid ? now.pid : undefined;
    }, 60_000);
    assert.ok(back !== undefined);
    seen.delete(503);
    assert.deepEqual([...seen], [200]);
  });
});

suite('what is fixed when a node is created', () => {
  test('its public address', async () => {
    const first = expectOk(await start(configOf('address', { publicUrl: 'https://node.example' })));
    assert.equal(first.context.settings.logOrigin, 'node.example');
    await first.close();
    running = [];
    const moved = await start(configOf('address', { publicUrl: 'https://other.example' }));
    assert.equal(codeOf(moved), 'NODE_PUBLIC_URL_FIXED');
    assert.equal(await postmasterOf('address'), undefined);
    expectOk(await start(configOf('address')));
  });

  test('its node key', async () => {
    const keyFile = join(home, 'keys', 'first.key');
    const config = configOf('key', { empty: true, keyFile });
    await expectOk(await start(config)).close();
    running = [];
    assert.equal(
      codeOf(await start({ ...config, keyFile: join(home, 'keys', 'other.key') })),
      'NODE_KEY_WRONG',
    );
    expectOk(await start(config));
  });
});

test('the operator works on a node whether it runs or not', async () => {
  const config = configOf('operated', { empty: true, publicUrl: 'https://node.example' });
  const tenant = (slug: string) => ({ slug, name: 'Sample', kind: 'trade' as const, roles: ['importer'] });
  const add = (slug: string) => withAdministration(config, (context) => addTenant(context, tenant(slug)));
  expectOk(await add('before'));
  assert.equal(await postmasterOf('operated'), undefined);
  const node = expectOk(await start(config));
  assert.equal(expectOk(await add('during')).did, 'did:web:node.example:t:during');
  assert.equal((await createClient(node.url).get('/health')).status, 200);
  const slugs = (await listTenants(node.context.pool)).map(({ slug }) => slug);
  assert.deepEqual(slugs, ['before', 'during']);
  assert.equal(codeOf(await add('during')), 'NODE_TENANT_EXISTS');
  assert.equal(codeOf(await add('No Slug')), 'NODE_FIELD_INVALID');
});

test('with --tls the node is trusted by who trusts its authority, and by nobody else; its certificate stays', async () => {
  const config = configOf('tls', { tls: true });
  const first = expectOk(await start(config));
  const authority = await readFile(join(config.dataFolder, 'tls', 'authority.pem'), 'utf8');
  const certificate = await readFile(join(config.dataFolder, 'tls', 'server.pem'), 'utf8');
  const status = (url: string, ca: string | undefined) => {
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
    const asked = get(`${url}/health`, { agent: false, ...(ca ? { ca } : {}) }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    return promise;
  };
  assert.match(first.url, /^https:/);
  assert.equal(await status(first.url, authority), 200);
  assert.equal(await status(first.url.replace('127.0.0.1', 'localhost'), authority), 200);
  await assert.rejects(status(first.url, undefined), { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
  await first.close();
  running = [];
  await start(config);
  assert.equal(await readFile(join(config.dataFolder, 'tls', 'server.pem'), 'utf8'), certificate);
});
