import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { Client } from 'pg';
import { createPool } from '../platform/pool.ts';
import { restoreLinks } from './binaries.ts';
import { type Cluster, databaseUrl, ensureDatabase, startCluster } from './cluster.ts';
import { isAlive, isPostgres, readPostmaster } from './postmaster.ts';
import { waitUntil } from './wait-until.ts';

const isRoot = process.getuid?.() === 0;
let home: string;

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'portolan-cluster-'));
});
after(async () => {
  await rm(home, { recursive: true, force: true });
});

async function ask(url: string, question: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query({ text: question, rowMode: 'array' });
  await client.end();
  return rows[0]?.[0];
}

suite('a cluster of our own', () => {
  let cluster: Cluster;

  before(async () => {
    cluster = expectOk(await startCluster({ folder: join(home, 'own') }));
  });
  after(() => cluster.stop());

  test('is PostgreSQL 18, durable, and closed to the network', async () => {
    const url = cluster.url('postgres');
    assert.match(String(await ask(url, 'show server_version')), /^18\./);
    for (const [setting, value] of [
      ['fsync', 'on'],
      ['synchronous_commit', 'on'],
      ['full_page_writes', 'on'],
      ['data_checksums', 'on'],
      ['listen_addresses', ''],
      ['server_encoding', 'UTF8'],
      ['TimeZone', 'UTC'],
    ])
      assert.equal(await ask(url, `show ${setting}`), value, setting);
    assert.equal((await stat(join(home, 'own'))).mode & 0o777, 0o700);
    assert.equal((await stat(join(home, 'own', 'password'))).mode & 0o777, 0o600);
  });

  test('refuses who does not know the password', async () => {
    const wrong = cluster.url('postgres').replace(/:[^:@]+@/, ':wrong@');
    await assert.rejects(ask(wrong, 'select 1'), { code: '28P01' });
  });

  test('creates a database once', async () => {
    const url = await ensureDatabase(cluster, 'kept');
    await ask(url, 'create table facts as select 7 as n');
    assert.equal(await ensureDatabase(cluster, 'kept'), url);
    assert.equal(await ask(url, 'select n from facts'), 7);
  });

  test('gives times as instants, dates as dates and counts as numbers', async () => {
    const pool = createPool(cluster.url('postgres'), { max: 1 });
    const { rows } = await pool.query(
      `select timestamptz '2026-06-12 07:30:00.1239-07' as at, timestamptz '2026-06-12 14:30:00Z' as whole,
        date '2026-02-28' as day, 9007199254740991::bigint as count`,
    );
    assert.deepEqual(rows, [
      {
        at: '2026-06-12T14:30:00.123Z',
        whole: '2026-06-12T14:30:00.000Z',
        day: '2026-02-28',
        count: 9007199254740991,
      },
    ]);
    await assert.rejects(pool.query('select 9007199254740992::bigint'), /2\^53/);
    await pool.end();
  });

  test('is started again when somebody kills it, with all it had acknowledged', async () => {
    const url = await ensureDatabase(cluster, 'survivor');
    await ask(url, 'create table facts (n integer)');
    await ask(url, 'insert into facts values (42)');
    const killed = cluster.pid();
    process.kill(killed, 'SIGKILL');
    const again = await waitUntil(() => (cluster.pid() === killed ? undefined : cluster.pid()), 30_000);
    assert.ok(again !== undefined && isPostgres(again));
    assert.equal(await ask(url, 'select n from facts'), 42);
  });
});

test('a cluster keeps its data over a stop, and stopping leaves no process', async () => {
  const folder = join(home, 'kept');
  const first = expectOk(await startCluster({ folder }));
  const url = await ensureDatabase(first, 'kept');
  await ask(url, 'create table facts (n integer)');
  await ask(url, 'insert into facts values (1)');
  const pid = first.pid();
  await first.stop();
  assert.equal(isAlive(pid), false);
  assert.equal(await readPostmaster(join(folder, 'data')), undefined);

  const second = expectOk(await startCluster({ folder }));
  assert.equal(second.adopted, false);
  assert.equal(await ask(await ensureDatabase(second, 'kept'), 'select n from facts'), 1);
  await second.stop();
});

test('a server that a killed process left running is taken over and can be stopped', async () => {
  const folder = join(home, 'orphan');
  const program = `
    import { startCluster } from ${JSON.stringify(new URL('./cluster.ts', import.meta.url).href)};
    const cluster = await startCluster({ folder: ${JSON.stringify(folder)} });
    process.stdout.write(String(cluster.value.pid()));
    setInterval(() => undefined, 1000);`;
  const flags = ['--conditions=portolan-source', '--input-type=module', '--eval', program];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [pid] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.ok(isPostgres(Number(pid)));

  const adopted = expectOk(await startCluster({ folder }));
  assert.equal(adopted.adopted, true);
  assert.equal(adopted.pid(), Number(pid));
  assert.equal(await ask(adopted.url('postgres'), 'select 1'), 1);
  await adopted.stop();
  assert.equal(isAlive(Number(pid)), false);
});

test('a process number that passed to another program is not taken for a server', async () => {
  const folder = join(home, 'stale');
  const cluster = expectOk(await startCluster({ folder }));
  await cluster.stop();
  // As after the loss of power: the file names a process that is now this test.
  const lines = [process.pid, join(folder, 'data'), 0, 5432, join(folder, 'run'), '', 0, 'ready'];
  await writeFile(join(folder, 'data', 'postmaster.pid'), `${lines.join('\n')}\n`);
  assert.equal(isPostgres(process.pid), false);
  const again = expectOk(await startCluster({ folder }));
  assert.equal(again.adopted, false);
  await again.stop();
});

test('what an interrupted creation left is thrown away', async () => {
  const folder = join(home, 'interrupted');
  await mkdir(join(folder, 'data.new'), { recursive: true });
  await writeFile(join(folder, 'data.new', 'PG_VERSION'), '18\n');
  const cluster = expectOk(await startCluster({ folder }));
  assert.equal(await ask(cluster.url('postgres'), 'select 1'), 1);
  await cluster.stop();
});

test('a folder whose name is too long for a socket is served on loopback', async () => {
  const folder = join(home, 'long'.repeat(25));
  const cluster = expectOk(await startCluster({ folder }));
  assert.equal(await ask(cluster.url('postgres'), 'show listen_addresses'), '127.0.0.1');
  await cluster.stop();
});

test('below a folder that is closed to others the server runs as this user, whatever its number', async () => {
  const closed = join(home, 'closed');
  await mkdir(closed, { mode: 0o700 });
  const cluster = expectOk(await startCluster({ folder: join(closed, 'db') }));
  assert.equal(cluster.identity, isRoot ? 'namespace' : 'self');
  assert.equal((await stat(join(closed, 'db', 'data'))).uid, process.getuid?.());
  await cluster.stop();
});

test('without user namespaces root hands the database to another user, and finds it again with them', async () => {
  await chmod(home, 0o755);
  const closed = join(home, 'dropped');
  await mkdir(closed, { mode: 0o700 });
  const options = { folder: join(closed, 'db'), standIns: join(home, 'stand-ins') };
  const first = expectOk(await startCluster({ ...options, without: 'namespace' }));
  assert.equal(first.identity, isRoot ? 'dropped' : 'self');
  await ask(first.url('postgres'), 'create table facts as select 3 as n');
  await first.stop();

  const second = expectOk(await startCluster(options));
  assert.equal(second.folder, first.folder);
  assert.equal(await ask(second.url('postgres'), 'select n from facts'), 3);
  await second.stop();
});

test('links that a blocked install script left out are made again', async () => {
  const root = join(home, 'package');
  await mkdir(join(root, 'native', 'lib'), { recursive: true });
  await writeFile(join(root, 'native', 'lib', 'libpq.so.5.18'), 'library');
  const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' };
  await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify([link]));
  await restoreLinks(root);
  await restoreLinks(root);
  assert.equal(await readlink(join(root, 'native', 'lib', 'libpq.so.5')), 'libpq.so.5.18');
});

test('addresses name the socket folder, or loopback where there is none', () => {
  const socket = databaseUrl({ kind: 'socket', folder: '/a b/run', port: 5432 }, 'pw', 'x');
  assert.equal(socket, 'postgresql://portolan:pw@localhost:5432/x?host=%2Fa%20b%2Frun');
  assert.equal(
    databaseUrl({ kind: 'loopback', port: 7001 }, 'pw', 'x'),
    'postgresql://portolan:pw@127.0.0.1:7001/x',
  );
});
