import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { expectOk, instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { revokeKey, rotateKey } from '../admin/keys.ts';
import { addTenant } from '../admin/tenants.ts';
import { type Clock, clockAt } from '../clock.ts';
import { withTransaction } from '../transaction.ts';
import { createKeyCustody, type KeyCustody } from './custody.ts';

const message = Buffer.from('a message');
const nodeKey = { bytes: randomBytes(32), outside: true, place: 'test' };
let database: TestDatabase;

before(async () => {
  database = await testDatabase();
});
after(() => database.close());

function contextWith(more: { didWebOrigin?: string; outside?: boolean; clock?: Clock } = {}) {
  const { clock = clockAt(instant('2026-06-12T00:00:00.000Z')), outside = true, ...rest } = more;
  const { pool } = database;
  const keys = createKeyCustody({
    pool,
    clock,
    crypto: nodeCrypto,
    nodeKey: { ...nodeKey, outside },
    ...rest,
  });
  return { pool, clock, keys };
}

async function newTenant(context: ReturnType<typeof contextWith>) {
  const slug = `t-${randomUUID().slice(0, 8)}`;
  return expectOk(
    await addTenant(context, { slug, name: 'Sample tenant', kind: 'trade', roles: ['importer'] }),
  );
}

async function signs(keys: KeyCustody, tenantId: string): Promise<Uint8Array> {
  const signature = await (await keys.signer(tenantId)).sign(message);
  const { publicKey } = (await keys.history(tenantId)).at(-1) as { publicKey: Uint8Array };
  assert.equal(await nodeCrypto.verifyEd25519(publicKey, message, signature), true);
  return publicKey;
}

test('every tenant has a key of its own, named by its DID, and signs with it after a restart too', async () => {
  const context = contextWith();
  const [one, two] = [await newTenant(context), await newTenant(context)];
  assert.notDeepEqual(await signs(context.keys, one.id), await signs(context.keys, two.id));
  assert.equal((await context.keys.signer(one.id)).did, one.did);
  assert.deepEqual(await signs(contextWith().keys, one.id), await signs(context.keys, one.id));
});

test('what is stored opens under no other node key, and holds no seed in the clear', async () => {
  const context = contextWith();
  const tenant = await newTenant(context);
  const other = createKeyCustody({
    ...{ pool: database.pool, clock: context.clock, crypto: nodeCrypto },
    nodeKey: { ...nodeKey, bytes: randomBytes(32) },
  });
  await assert.rejects(other.signer(tenant.id), /NODE_KEY_WRONG/);
  const { rows } = await database.pool.query('select sealed from keys where tenant_id = $1', [tenant.id]);
  assert.equal(rows[0].sealed.length, 12 + 32 + 16);
});

test('rotation under did:web keeps the DID, retires the old key and keeps it in the history', async () => {
  const context = contextWith({ didWebOrigin: 'https://node.example' });
  const tenant = await newTenant(context);
  assert.equal(tenant.did, `did:web:node.example:t:${tenant.slug}`);
  const before = await signs(context.keys, tenant.id);
  const rotated = expectOk(await rotateKey(context, tenant.slug));
  assert.equal(rotated.did, tenant.did);
  assert.equal(rotated.verificationMethod, `${tenant.did}#key-2`);
  assert.notDeepEqual(await signs(context.keys, tenant.id), before);
  const [old, current] = await context.keys.history(tenant.id);
  assert.equal(old?.retiredAt, '2026-06-12T00:00:00.000Z');
  assert.equal(old?.revokedAt, undefined);
  assert.equal(current?.retiredAt, undefined);
});

test('a did:key is rotated only where another identifier is wanted; what stands under the old one is still signed', async () => {
  const context = contextWith();
  const tenant = await newTenant(context);
  const refused = await rotateKey(context, tenant.slug);
  assert.equal(refused.ok ? '' : refused.refusals[0]?.code, 'NODE_KEY_IS_NAME');
  const rotated = expectOk(await rotateKey(context, tenant.slug, { newIdentifier: true }));
  assert.notEqual(rotated.did, tenant.did);
  assert.equal((await context.keys.signer(tenant.id)).did, rotated.did);
  assert.equal((await context.keys.signerOf(tenant.id, tenant.did))?.did, tenant.did);
  expectOk(await revokeKey(context, tenant.slug, 'key-1', 'stolen'));
  assert.equal(await context.keys.signerOf(tenant.id, tenant.did), undefined);
  const { rows } = await database.pool.query('select did from tenants where id = $1', [tenant.id]);
  assert.equal(rows[0].did, rotated.did);
});

test('a revoked key signs no more, its private half is gone, and the time of revocation stays', async () => {
  const context = contextWith();
  const tenant = await newTenant(context);
  await signs(context.keys, tenant.id);
  const revoked = expectOk(await revokeKey(context, tenant.slug, 'key-1', 'stolen'));
  assert.equal(revoked.revokedAt, '2026-06-12T00:00:00.000Z');
  assert.equal(revoked.revokedReason, 'stolen');
  await assert.rejects(context.keys.signer(tenant.id), /NODE_KEY_NONE/);
  const { rows } = await database.pool.query('select sealed from keys where tenant_id = $1', [tenant.id]);
  assert.equal(rows[0].sealed, null);

  const renewed = expectOk(await rotateKey(context, tenant.slug, { newIdentifier: true }));
  assert.equal((await context.keys.signer(tenant.id)).did, renewed.did);
  const audited = await database.pool.query(
    'select action, detail from audit where tenant_id = $1 order by at',
    [tenant.id],
  );
  assert.ok(audited.rows.some(({ action, detail }) => action === 'key.revoke' && detail.reason === 'stolen'));
});

test('a second first key is refused', async () => {
  const context = contextWith();
  const { id: tenantId, slug } = await newTenant(context);
  const again = await withTransaction(database.pool, (client) =>
    context.keys.createFor(client, { tenantId, slug, sample: false }),
  );
  assert.ok(!again.ok);
  assert.equal(again.refusals[0]?.code, 'NODE_KEY_EXISTS');
});

test("a real tenant's key is not kept under a node key that lies in the data folder", async () => {
  const context = contextWith({ outside: false });
  const refusal = await addTenant(context, { slug: 'real-one', name: 'x', kind: 'trade', roles: [] });
  assert.ok(!refusal.ok);
  assert.equal(refusal.refusals[0]?.code, 'NODE_KEY_INSIDE');
  const { rowCount } = await database.pool.query(`select from tenants where slug = 'real-one'`);
  assert.equal(rowCount, 0);
});

test('the log key is one for the node, however often it is asked for', async () => {
  const origin = 'node.example';
  const signers = await Promise.all(
    [contextWith(), contextWith()].map(({ keys }) => keys.noteSigner(origin)),
  );
  assert.deepEqual(signers[0]?.key, signers[1]?.key);
});
