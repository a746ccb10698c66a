import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { expectOk, instant, type JsonObject, toBase64, toHex } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { exportKey, importKey } from '../admin/keys.ts';
import { addTenant } from '../admin/tenants.ts';
import { createKeyCustody } from './custody.ts';
import { closeKey, openKey } from './transfer.ts';

const passphrase = 'a long sample passphrase';
const seed = new Uint8Array(randomBytes(32));
const carried = { did: 'did:key:z6MkSample', verificationMethod: 'did:key:z6MkSample#z6MkSample', seed };

let database: TestDatabase;
let elsewhere: TestDatabase;
before(async () => {
  [database, elsewhere] = [await testDatabase(), await testDatabase()];
});
after(async () => {
  await elsewhere.close();
  await database.close();
});

/** The administration of a node of its own. */
function node({ pool }: TestDatabase) {
  const clock = { now: () => instant('2026-06-12T00:00:00.000Z') };
  const nodeKey = { bytes: randomBytes(32), outside: true, place: 'test' };
  return { pool, clock, keys: createKeyCustody({ pool, clock, crypto: nodeCrypto, nodeKey }) };
}

async function tenantAt(context: ReturnType<typeof node>) {
  const slug = `t-${randomUUID().slice(0, 8)}`;
  return expectOk(await addTenant(context, { slug, name: 'Sample tenant', kind: 'trade', roles: [] }));
}

const codeOf = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? 'ok' : result.refusals?.[0]?.code;

test('a key file opens under its passphrase and no other, and holds no seed in the clear', () => {
  const file = expectOk(closeKey(carried, passphrase));
  assert.deepEqual(new Uint8Array(expectOk(openKey({ ...file }, passphrase)).seed), seed);
  assert.equal(codeOf(openKey({ ...file }, 'another long passphrase')), 'NODE_KEY_NOT_OPENED');
  const text = JSON.stringify(file);
  for (const form of [toHex(seed), toBase64(seed)]) assert.ok(!text.includes(form));
});

test('a key file that was altered anywhere does not open', () => {
  const file: JsonObject = { ...expectOk(closeKey(carried, passphrase)) };
  for (const name of Object.keys(file)) {
    const altered = { ...file, [name]: `A${String(file[name]).slice(1)}x` };
    assert.equal(codeOf(openKey(altered, passphrase)), 'NODE_KEY_NOT_OPENED', name);
  }
  assert.equal(codeOf(openKey({}, passphrase)), 'NODE_KEY_NOT_OPENED');
});

test('a short passphrase is refused', () => {
  assert.equal(codeOf(closeKey(carried, 'short')), 'NODE_KEY_PASSPHRASE');
});

test('a tenant moves to another node with its key and its name; both sides are in the audit trail', async () => {
  const [from, to] = [node(database), node(elsewhere)];
  const [left, arrived] = [await tenantAt(from), await tenantAt(to)];
  const file = expectOk(await exportKey(from, left.slug, 'key-1', passphrase));
  const held = expectOk(await importKey(to, arrived.slug, { ...file }, passphrase));
  assert.equal(held.did, left.did);
  assert.equal((await to.keys.signer(arrived.id)).did, left.did);
  const [first, second] = await to.keys.history(arrived.id);
  assert.ok(first?.retiredAt);
  assert.equal(second?.retiredAt, undefined);
  for (const [{ pool }, tenantId, action] of [
    [database, left.id, 'key.export'],
    [elsewhere, arrived.id, 'key.import'],
  ] as const) {
    const { rows } = await pool.query('select action, detail from audit where tenant_id = $1', [tenantId]);
    assert.ok(rows.some((row) => row.action === action));
    assert.ok(!JSON.stringify(rows).includes(file.sealed));
  }
});

test('a key that stands there already, that of another organization, and that of another address, are refused', async () => {
  const context = node(database);
  const tenant = await tenantAt(context);
  const file = expectOk(await exportKey(context, tenant.slug, 'key-1', passphrase));
  assert.equal(codeOf(await importKey(context, tenant.slug, { ...file }, passphrase)), 'NODE_KEY_EXISTS');
  const other = await tenantAt(context);
  assert.equal(codeOf(await importKey(context, other.slug, { ...file }, passphrase)), 'NODE_KEY_OTHER_OWNER');
  const foreign = {
    did: 'did:web:other.example:t:x',
    verificationMethod: 'did:web:other.example:t:x#key-1',
    seed,
  };
  const carriedOver = expectOk(closeKey(foreign, passphrase));
  assert.equal(
    codeOf(await importKey(context, tenant.slug, { ...carriedOver }, passphrase)),
    'NODE_KEY_OTHER_OWNER',
  );
  assert.equal(codeOf(await exportKey(context, tenant.slug, 'key-9', passphrase)), 'NODE_KEY_NONE');
});
