import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { nodeCrypto } from '@portolan/kernel/node';
import { withTransaction } from '../../platform/transaction.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { allocateIndex } from './allocate.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const allocate = (tenantId: string, issuer = 'did:example:issuer') =>
  withTransaction(database.pool, (tx) => allocateIndex(tx, nodeCrypto, tenantId, issuer));

test('many at once get places of their own, on one pair of lists', async () => {
  const tenantId = randomUUID();
  const places = await Promise.all(Array.from({ length: 60 }, () => allocate(tenantId)));
  assert.equal(new Set(places.map(({ listId, index }) => `${listId} ${index}`)).size, 60);
  assert.ok(places.every(({ index }) => index >= 0 && index < 131_072));
  const { rows } = await database.pool.query(
    'select purpose from status_lists where tenant_id = $1 and number = 1',
    [tenantId],
  );
  assert.deepEqual(rows.map(({ purpose }) => purpose).toSorted(), ['revocation', 'suspension']);
});

test('places do not tell the order of issue', async () => {
  const tenantId = randomUUID();
  const indexes: number[] = [];
  for (let count = 0; count < 12; count += 1) indexes.push((await allocate(tenantId)).index);
  assert.notDeepEqual(
    indexes,
    indexes.toSorted((left, right) => left - right),
  );
});

test('a full list is followed by the next', async () => {
  const tenantId = randomUUID();
  const { listId } = await allocate(tenantId);
  await database.pool.query(
    `insert into status_entries (tenant_id, list_id, status_index)
     select $1, $2, index from generate_series(0, 131071) as index on conflict do nothing`,
    [tenantId, listId],
  );
  const next = await allocate(tenantId);
  assert.equal(next.number, 2);
  assert.equal((await allocate(tenantId)).number, 2);
});

test('an issuer whose DID changed gets lists of its own', async () => {
  const tenantId = randomUUID();
  assert.equal((await allocate(tenantId)).number, 1);
  assert.equal((await allocate(tenantId, 'did:example:next')).number, 2);
  assert.equal((await allocate(tenantId)).number, 1);
});
