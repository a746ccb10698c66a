import { createHash, randomBytes } from 'node:crypto';
import { expectOk } from '@portolan/kernel';
import { Client, type Pool } from 'pg';
import { migrations } from '../migrations/index.ts';
import { advisoryLocks } from '../platform/locks.ts';
import { migrate } from '../platform/migrate.ts';
import { createPool } from '../platform/pool.ts';
import { startTestCluster, type TestCluster } from './cluster.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  /** Ends the pool and drops the database. */
  close(): Promise<void>;
}

/** Named after the migrations, so that a change of them makes a new template. */
const template = `template_${createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 12)}`;

/** A fresh database with the newest shape: a clone of a template that was migrated once. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = await borrowCluster();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdministrator(cluster.url, async (client) => {
    await prepareTemplate(client, cluster.url);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = databaseOf(cluster.url, name);
  const pool = createPool(url, { max: 10, applicationName: 'portolan-test' });
  return {
    url,
    pool,
    async close() {
      await pool.end();
      await asAdministrator(cluster.url, (client) => client.query(`drop database ${name} with (force)`));
      await cluster.giveBack();
    },
  };
}

/** One cluster per test run; a test file that runs alone starts its own and stops it with its last database. */
let own: Promise<TestCluster> | undefined;
let borrowers = 0;

async function borrowCluster(): Promise<{ url: string; giveBack(): Promise<void> }> {
  const shared = process.env.PORTOLAN_TEST_PG;
  if (shared) return { url: shared, giveBack: async () => undefined };
  borrowers += 1;
  own ??= startTestCluster();
  const cluster = await own;
  return {
    url: cluster.url,
    async giveBack() {
      borrowers -= 1;
      if (borrowers > 0) return;
      own = undefined;
      await cluster.stop();
    },
  };
}

async function prepareTemplate(client: Client, url: string): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [advisoryLocks.creation]);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await createTemplate(client, url);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [advisoryLocks.creation]);
  }
}

/** Migrated under another name first: a template that is there is whole. */
async function createTemplate(client: Client, url: string): Promise<void> {
  const building = `building_${randomBytes(8).toString('hex')}`;
  await client.query(`create database ${building}`);
  const pool = createPool(databaseOf(url, building), { max: 2 });
  expectOk(await migrate(pool, migrations));
  await pool.end();
  await client.query(`alter database ${building} rename to ${template}`);
}

function databaseOf(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function asAdministrator<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
