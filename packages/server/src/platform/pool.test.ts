import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { createPool } from './pool.ts';
import { withTransaction } from './transaction.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

it('a connection that breaks between two queries of a transaction fails that transaction and nothing else', async () => {
  const pool = createPool(database.url, { max: 2, applicationName: 'portolan-broken' });
  const broken = withTransaction(pool, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const gone = new Promise((resolve) => client.once('end', resolve));
    await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    // Nobody asks anything while the connection breaks.
    await gone;
    await client.query('select 1');
  });
  await assert.rejects(broken);
  assert.equal((await pool.query<{ one: number }>('select 1 as one')).rows[0]?.one, 1);
  await pool.end();
});
