import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { migrations } from '../migrations/index.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { migrate } from './migrate.ts';

let database: TestDatabase;

before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const next = migrations.length + 1;
const step = (number: number, up: string) => ({ number, name: `step ${number}`, up });

test('migrations are numbered without a gap, and a migrated database needs none', async () => {
  assert.deepEqual(
    migrations.map(({ number }) => number),
    migrations.map((_, index) => index + 1),
  );
  assert.deepEqual(expectOk(await migrate(database.pool, migrations)).applied, []);
});

test('nodes that start together apply a step once', async () => {
  const further = [...migrations, step(next, 'create table once (n integer)')];
  const outcomes = await Promise.all([1, 2, 3].map(() => migrate(database.pool, further)));
  assert.deepEqual(
    outcomes.flatMap((outcome) => expectOk(outcome).applied),
    [`step ${next}`],
  );
});

test('a step that fails leaves nothing behind, and says which it was', async () => {
  const broken = [
    ...migrations,
    step(next, ''),
    step(next + 1, 'create table half (n integer); select nonsense'),
  ];
  await assert.rejects(migrate(database.pool, broken), new RegExp(`migration ${next + 1} `));
  const { rows } = await database.pool.query(
    `select to_regclass('half') as half, max(number) as at from migrations`,
  );
  assert.deepEqual(rows, [{ half: null, at: next }]);
});

test('a database that a newer version has changed is refused', async () => {
  const refusal = await migrate(database.pool, migrations);
  assert.ok(!refusal.ok);
  assert.equal(refusal.refusals[0]?.code, 'NODE_DATABASE_NEWER');
});

test('every key holds the tenant, or the table belongs to the whole node (Citus: the distribution column in every key)', async () => {
  const nodeWide =
    /^(migrations|node_settings|tenants|idempotency|peers|peer_\w+|did_keys|logs|trusted_logs|imported_agencies|log_\w+)$/;
  const { rows } = await database.pool.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text) as columns
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
     where n.nspname = 'public' and (i.indisprimary or i.indisunique) group by i.indexrelid, c.relname`,
  );
  const without = rows.filter(
    ({ name, columns }) => !nodeWide.test(name) && !columns.includes('tenant_id') && name !== 'once',
  );
  assert.deepEqual(without, []);
});

test('there are no triggers', async () => {
  const { rowCount } = await database.pool.query('select from pg_trigger where not tgisinternal');
  assert.equal(rowCount, 0);
});
