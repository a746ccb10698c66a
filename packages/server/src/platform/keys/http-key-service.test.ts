import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { generateKey, issueCredential, type LocalKey, verifyCredential } from '@portolan/credentials/forms';
import { expectOk, fromBase64Url, instant, toBase64Url } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { createFormKeys } from './form-keys.ts';
import { httpKeyService } from './http-key-service.ts';
import type { KeyAlgorithm } from './key-service.ts';

const token = 'sample-token';
const vault = new Map<string, LocalKey>();
let server: Server;
let address: string;
let database: TestDatabase;

/** A vault as an operator would wrap one: three calls, and secrets that stay in its map. */
before(async () => {
  database = await testDatabase();
  server = createServer(async (request, response) => {
    const answer = await answerOf(request);
    response
      .writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/vault`;
});
after(async () => {
  server.close();
  await database.close();
});

async function answerOf(request: IncomingMessage): Promise<object | undefined> {
  if (request.headers.authorization !== `Bearer ${token}`) return undefined;
  const body = (await bodyOf(request)) as { algorithm?: KeyAlgorithm; message?: string };
  const [, name, verb] = /^\/vault\/keys(?:\/(\w+)(?:\/(sign))?)?$/.exec(request.url ?? '') ?? [];
  if (body.algorithm !== undefined) {
    const made = await generateKey(body.algorithm);
    vault.set(made.publicKeyMultibase, made);
    return shown(made);
  }
  const key = vault.get(name ?? '');
  if (!key || verb === undefined) return key && shown(key);
  const message = fromBase64Url(body.message ?? '');
  return message && { signature: toBase64Url(await key.sign(message)) };
}

const shown = ({ algorithm, publicKeyMultibase }: LocalKey) => ({ algorithm, publicKeyMultibase });

async function bodyOf(request: IncomingMessage): Promise<object> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? {} : (JSON.parse(Buffer.concat(parts).toString()) as object);
}

const keysWith = (service = httpKeyService(address, token)) =>
  createFormKeys({
    pool: database.pool,
    clock: { now: () => instant('2026-06-12T00:00:00.000Z') },
    nodeKey: { bytes: new Uint8Array(32) },
    service,
  });
const tenantId = '0f8e7c6a-1111-4222-8333-444455556666';

test('keys of a service sign in every form they are made for, and their secret is nowhere here', async () => {
  const keys = keysWith();
  for (const [name, form, algorithm] of [
    ['eddsa-rdfc-2022', 'eddsa-rdfc-2022', 'Ed25519'],
    ['ecdsa-rdfc-2019', 'ecdsa-rdfc-2019', 'P-256'],
  ] as const) {
    const key = await keys.key({ tenantId, name, algorithm });
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: key.did,
      credentialSubject: { name: 'Sample' },
    };
    const created = instant('2026-06-12T00:00:00.000Z');
    const issued = expectOk(await issueCredential(form, { credential, key, options: { created } }));
    const verdict = await verifyCredential(issued.credential, {
      crypto: nodeCrypto,
      at: created,
      signedAt: { instant: created, source: 'log' },
      resolveDid: () => undefined,
      tolerate: ['unknown-type'],
    });
    assert.ok(verdict.verified, JSON.stringify(verdict.fragments));
  }
  const { rows } = await database.pool.query('select sealed from vc_issuers where tenant_id = $1', [
    tenantId,
  ]);
  assert.deepEqual(rows, [{ sealed: null }, { sealed: null }]);
});

test('after a restart the same keys are found again, and a rotated one stays for what it signed', async () => {
  const name = { tenantId, name: 'eddsa-rdfc-2022', algorithm: 'Ed25519' } as const;
  const before = await keysWith().key(name);
  assert.equal((await keysWith().key(name)).did, before.did);
  const rotated = await keysWith().rotate(name);
  assert.notEqual(rotated.did, before.did);
  assert.equal((await keysWith().keyOf(name, before.did))?.did, before.did);
});

test('a service that refuses, or answers something else, is an error that shows no token', async () => {
  const wrong = keysWith(httpKeyService(address, 'another-token'));
  await assert.rejects(wrong.key({ tenantId, name: 'x', algorithm: 'Ed25519' }), (error: Error) => {
    assert.doesNotMatch(error.message, /token/);
    return /answered 404/.test(error.message);
  });
});
