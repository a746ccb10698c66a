import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { didDocumentOf, parseDidDocument, toMultikey } from '@portolan/credentials';
import { addSeconds, expectOk, instant } from '@portolan/kernel';
import { generateEd25519, nodeCrypto } from '@portolan/kernel/node';
import { createHttpServer } from '../platform/http/server.ts';
import { withTransaction } from '../platform/transaction.ts';
import { credentialRoutes } from './routes.ts';
import { type CredentialNode, credentialNode } from './testing/credential-node.ts';
import { fetchDid } from './trust/fetch-document.ts';
import { knownKeys } from './trust/known-keys.ts';
import { recordDidDocument } from './trust/record-keys.ts';
import { knownSenders } from './trust/senders.ts';

let node: CredentialNode;
before(async () => {
  node = await credentialNode();
});
after(() => node.close());

const did = 'did:web:mill.example';
const method = (name: string) => ({
  id: `${did}#${name}`,
  publicKeyMultibase: toMultikey(generateEd25519().publicKey),
});
const record = (document: ReturnType<typeof didDocumentOf>, at: ReturnType<typeof instant>) =>
  withTransaction(node.context.pool, (tx) => recordDidDocument(tx, document, at));

test('keys of a party elsewhere are kept for ever: one that vanishes counts as revoked from then on', async () => {
  const [first, second] = [method('key-1'), method('key-2')];
  const start = instant('2026-06-01T00:00:00Z');
  await record(didDocumentOf(did, [first]), start);
  await record(didDocumentOf(did, [first, second]), addSeconds(start, 60));
  await record(didDocumentOf(did, [second]), addSeconds(start, 120));
  const document = (await knownKeys(node.context.pool, [did])).documents.get(did);
  assert.deepEqual(
    document?.verificationMethod.map(({ id, revoked }) => [id, revoked]),
    [
      [first.id, addSeconds(start, 120)],
      [second.id, undefined],
    ],
  );
  await record(didDocumentOf(did, [first, second]), addSeconds(start, 180));
  const again = (await knownKeys(node.context.pool, [did])).documents.get(did);
  assert.equal(
    again?.verificationMethod.find(({ id }) => id === first.id)?.revoked,
    addSeconds(start, 120),
    'a revocation is final',
  );
});

test('senders: tenants and accredited parties are known, strangers are not', async () => {
  const broker = await node.tenant('broker');
  const stranger = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';
  const senders = await knownSenders(node.context.pool, [broker.did, stranger], node.now());
  assert.deepEqual([...senders.keys()], [broker.did]);
});

test('a did:web document is fetched from its own address only, and read strictly', async () => {
  const key = method('key-1');
  const asked: string[] = [];
  const serve = (text: string) => async (url: string) => {
    asked.push(url);
    return text;
  };
  const trust = { crypto: nodeCrypto, at: node.now() };
  const fetched = await fetchDid(did, trust, serve(JSON.stringify(didDocumentOf(did, [key]))));
  const { document } = expectOk(fetched);
  assert.deepEqual(document.assertionMethod, [key.id]);
  assert.deepEqual(asked, ['https://mill.example/.well-known/did.json']);
  const foreign = await fetchDid(
    did,
    trust,
    serve(JSON.stringify(didDocumentOf('did:web:other.example', [key]))),
  );
  assert.equal(foreign.ok ? 'ok' : foreign.refusals[0]?.code, 'CRED_DID_DOCUMENT_MALFORMED');
  const broken = await fetchDid(did, trust, serve('<html>'));
  assert.equal(broken.ok ? 'ok' : broken.refusals[0]?.code, 'KERNEL_JSON_SYNTAX');
  const local = await fetchDid('did:web:127.0.0.1', trust, serve('{}'));
  assert.equal(local.ok ? 'ok' : local.refusals[0]?.code, 'CRED_DID_MALFORMED');
  assert.equal(asked.length, 3, 'a refused address is never asked');
});

test('a node with a public address publishes the documents of its did:web tenants', async () => {
  const { context } = node;
  const published = { ...context, settings: { ...context.settings, publicUrl: 'https://node.example' } };
  const app = await createHttpServer(node.node.context);
  credentialRoutes(app, published);
  const { publicKey } = generateEd25519();
  const own = 'did:web:node.example:t:mill';
  await context.pool.query(
    `insert into keys (tenant_id, id, purpose, did, verification_method, public_key, valid_from)
     values (gen_random_uuid(), 'key-1', 'sign', $1, $1 || '#key-1', $2, $3)`,
    [own, Buffer.from(publicKey), node.now()],
  );
  const answer = await app.inject({ url: '/t/mill/did.json', headers: { host: '127.0.0.1' } });
  assert.equal(answer.statusCode, 200);
  assert.match(answer.headers['content-type'] as string, /^application\/did\+json/);
  const document = expectOk(parseDidDocument(JSON.parse(answer.body), own));
  assert.equal(document.verificationMethod[0]?.publicKeyMultibase, toMultikey(publicKey));
  assert.equal(document.verificationMethod[0]?.validFrom, node.now());
  for (const url of ['/.well-known/did.json', '/t/nobody/did.json', '/t/Bad.Name/did.json'])
    assert.equal((await app.inject({ url, headers: { host: '127.0.0.1' } })).statusCode, 404, url);
  await app.close();
});

test('a node without a public address publishes no documents', async () => {
  const answer = await node.anonymous.get('/t/broker/did.json');
  assert.deepEqual([answer.status, answer.codes], [404, ['NODE_DID_UNPUBLISHED']]);
});
