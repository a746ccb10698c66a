import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { VcIssuer } from '@portolan/contract';
import * as contract from '@portolan/contract';
import { expectOk, type JsonObject, toBase58, toBase64, toBase64Url, toHex } from '@portolan/kernel';
import { pino } from 'pino';
import { allTenants } from '../exchange/tenants.ts';
import { openKey } from '../platform/keys/transfer.ts';
import { openNode, type RunningNode } from '../platform/open-node.ts';
import { type Answer, createClient } from '../testing/client.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { signInAs } from '../testing/sign-in.ts';

/** Two processes of one node: one database, one node key, each with its own memory. All that they log and answer is kept. */
let database: TestDatabase;
let folder: string;
let nodes: readonly RunningNode[];
const written: string[] = [];
const logger = pino({ level: 'trace' }, { write: (line) => void written.push(line) });

before(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'portolan-two-'));
  const open = async (name: string) => {
    const config = {
      ...{ dataFolder: join(folder, name), host: '127.0.0.1', port: 0, tls: false, empty: false },
      ...{ databaseUrl: database.url, keyFile: join(folder, 'node.key'), workers: 2 },
    };
    return expectOk(await openNode(config, { logger, seatsOnly: true }));
  };
  nodes = [await open('one'), await open('two')];
});
after(async () => {
  for (const node of nodes) await node.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function call<T>(at: 0 | 1, path: string, body?: unknown): Promise<{ status: number; body: T }> {
  const client = createClient(nodes[at]?.url ?? '');
  const answer = await (body === undefined ? client.get<T>(path) : client.post<T>(path, body));
  written.push(JSON.stringify(answer.body), JSON.stringify([...answer.headers]));
  return answer;
}

async function issue(name: string): Promise<JsonObject> {
  const { body } = await call<{ items: VcIssuer[] }>(0, '/issuers');
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `urn:uuid:${randomUUID()}`,
    type: ['VerifiableCredential'],
    issuer: body.items.find((one) => one.name === name)?.id,
    credentialSubject: { name: 'Sample' },
  };
  const answer = await call<{ verifiableCredential: JsonObject }>(
    0,
    `/issuers/${name}-status/credentials/issue`,
    { credential },
  );
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.verifiableCredential;
}

suite('two processes of one node', () => {
  test('a status that one changes is what every thread of the other verifies by from its next request on', async () => {
    for (const name of ['eddsa-jcs-2022', 'ecdsa-rdfc-2019']) {
      const verifiableCredential = await issue(name);
      // Asked at once, they are spread over the threads.
      const verify = async () => {
        const asked = Array.from({ length: 6 }, () =>
          call(1, '/credentials/verify', { verifiableCredential }),
        );
        return [...new Set((await Promise.all(asked)).map(({ status }) => status))];
      };
      assert.deepEqual(await verify(), [200]);
      const change = {
        credentialId: verifiableCredential.id,
        credentialStatus: { statusPurpose: 'revocation' },
      };
      assert.equal((await call(0, '/credentials/status', change)).status, 200);
      assert.deepEqual(await verify(), [400]);
    }
  });

  test('both have the same issuers, and one asked twice at once makes one key', async () => {
    const [first, second] = await Promise.all([call<object>(0, '/issuers'), call<object>(1, '/issuers')]);
    const ids = ({ body }: { body: unknown }) => (body as { items: VcIssuer[] }).items.map(({ id }) => id);
    assert.deepEqual(ids(first), ids(second));
  });

  test('no secret stands in any log line, error or answer', async () => {
    for (const name of ['eddsa-rdfc-2022', 'ecdsa-sd-2023', 'bbs-2023', 'vc-jwt']) await issue(name);
    await call(0, '/issuers/none/credentials/issue', { credential: {} });
    await call(0, '/credentials/issue', { credential: { issuer: 7 } });
    const secrets = await secretsOf(nodes[0] as RunningNode);
    assert.ok(secrets.length >= 8);
    const all = written.join('\n');
    assert.ok(all.length > 10_000);
    for (const secret of secrets) assert.ok(!all.includes(secret), 'a secret was written');
    for (const node of nodes) assert.ok(!JSON.stringify(node.context.formKeys).includes('secretKey'));
  });
});

suite('keys of organizations', () => {
  test('no secret stands in any log line, error or answer, whoever asks for whatever there is', async () => {
    const [node] = nodes as [RunningNode];
    const reading = Object.values(contract as Record<string, unknown>).filter(
      (one): one is contract.Route =>
        typeof one === 'object' && one !== null && 'url' in one && 'method' in one && one.method === 'GET',
    );
    const plain = reading.filter(({ url }) => !url.includes(':')).map(({ url }) => url);
    assert.ok(plain.length > 40, `${plain.length} addresses`);
    for (const member of ['broker-filer', 'agency-lead']) {
      const client = await signInAs(node.url, member);
      for (const path of plain) keepAnswer(await client.get(path));
      for (const { url } of reading.filter((one) => one.url.includes(':')))
        keepAnswer(await client.get(url.replaceAll(/:\w+/g, 'sample')));
      keepAnswer(await client.post('/api/credentials/issue', '{"type":'));
      keepAnswer(await client.post('/api/credentials/issue', { type: 'PurchaseOrder', document: {} }));
      keepAnswer(await client.post('/api/received', { credential: { proof: 7 } }));
    }
    const seeds = await seedsOf(node);
    assert.ok(seeds.length >= 5, `${seeds.length} keys`);
    const all = written.join('\n');
    for (const seed of seeds)
      for (const text of [toHex(seed), toBase64(seed), toBase64Url(seed), toBase58(seed)])
        assert.ok(!all.includes(text.slice(0, 40)), 'a secret was written');
  });
});

function keepAnswer({ body, headers }: Answer): void {
  written.push(typeof body === 'string' ? body : JSON.stringify(body), JSON.stringify([...headers]));
}

/** The private halves that the node holds for its organizations. */
async function seedsOf({ context }: RunningNode): Promise<Uint8Array[]> {
  const passphrase = 'a long sample passphrase';
  const seeds: Uint8Array[] = [];
  for (const { id, slug, sample } of await allTenants(context.pool))
    for (const held of await context.keys.history(id)) {
      const owner = { tenantId: id, slug, sample };
      const file = await context.keys.exportKey(owner, held.id, passphrase);
      if (file.ok) seeds.push(expectOk(openKey({ ...file.value }, passphrase)).seed);
    }
  return seeds;
}

/** Every secret of the issuers, in the letters in which it could have got out. */
async function secretsOf({ context }: RunningNode): Promise<string[]> {
  const { items } = (await call<{ items: VcIssuer[] }>(0, '/issuers')).body;
  const keys = await Promise.all(
    items.map(({ name, algorithm }) =>
      context.formKeys.key({
        tenantId: '00000000-0000-0000-0000-000000000000',
        name,
        algorithm: algorithm as 'Ed25519',
      }),
    ),
  );
  return keys.flatMap((key) =>
    'exportKey' in key && typeof key.exportKey === 'function'
      ? [(key.exportKey() as { secretKeyMultibase: string }).secretKeyMultibase.slice(4, 40)]
      : [],
  );
}
