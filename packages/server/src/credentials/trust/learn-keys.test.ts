import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { didDocumentOf, toMultikey } from '@portolan/credentials';
import { instant, type JsonObject } from '@portolan/kernel';
import { generateEd25519 } from '@portolan/kernel/node';
import type { NodeConfig } from '../../platform/config.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { freshDocuments } from './fresh-documents.ts';
import { knownKeys } from './known-keys.ts';
import { learnKeys } from './learn-keys.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const clock = { now: () => instant('2026-06-12T00:00:00.000Z') };
const asked: string[] = [];

/** Learns the keys of a DID whose address answers with a text, at a node that may ask some hosts. */
async function learn(did: string, answer: string | Error, hosts: readonly string[] = [], origin?: string) {
  const config = { fetchFrom: hosts } as unknown as NodeConfig;
  const fetchText = async (url: string) => {
    asked.push(url);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const learned = await learnKeys({ pool: database.pool, clock, config }, did, {
    fetchText,
    ...(origin === undefined ? {} : { origin }),
  });
  return learned.ok ? 'learned' : learned.refusals[0]?.code;
}

const documentOf = (did: string) =>
  JSON.stringify(
    didDocumentOf(did, [{ id: `${did}#key-1`, publicKeyMultibase: toMultikey(generateEd25519().publicKey) }]),
  );

test('a did:web is asked for only at a host that the operator named, or at the origin of its own node', async () => {
  const did = 'did:web:mill.example';
  assert.equal(await learn(did, documentOf(did)), 'NODE_FETCH_DENIED');
  assert.equal(await learn(did, documentOf(did), ['farm.example']), 'NODE_FETCH_DENIED');
  assert.deepEqual(asked, [], 'nobody was asked');
  assert.equal(await learn(did, documentOf(did), ['mill.example']), 'learned');
  const { documents } = await knownKeys(database.pool, [did]);
  assert.deepEqual(documents.get(did)?.assertionMethod, [`${did}#key-1`]);

  const farm = 'did:web:node.farm.example:t:farm';
  assert.equal(await learn(farm, documentOf(farm), [], 'https://node.farm.example'), 'learned');
  assert.equal(asked.at(-1), 'https://node.farm.example/t/farm/did.json');
});

test('an address that gives nothing, or another document, is said; keys that are known already stay', async () => {
  const did = 'did:web:silent.example';
  const hosts = ['silent.example'];
  assert.equal(await learn(did, new Error('it answered 503'), hosts), 'NODE_DID_UNREACHABLE');
  assert.equal(await learn(did, documentOf('did:web:other.example'), hosts), 'CRED_DID_DOCUMENT_MALFORMED');
  assert.equal(await learn(did, documentOf(did), hosts), 'learned');
  assert.equal(await learn(did, new Error('it answered 503'), hosts), 'learned');
  assert.equal(await learn(did, 'x'), 'learned', 'known: nobody needs to be asked');
});

test('a did:key is its key: nothing to ask', async () => {
  const before = asked.length;
  assert.equal(await learn('did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK', 'x'), 'learned');
  assert.equal(asked.length, before);
});

test('keys on record are asked for anew after an hour, so that one which its owner took out counts no more', async () => {
  const did = 'did:web:rolling.example';
  const config = { fetchFrom: ['rolling.example'] } as unknown as NodeConfig;
  const published = [documentOf(did), documentOf(did)];
  let at = '2026-06-12T00:00:00.000Z';
  const context = { pool: database.pool, config, clock: { now: () => instant(at) } };
  const fetchText = async () => published.shift() ?? '';
  const signed: JsonObject = {
    ...{ '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'] },
    ...{ issuer: did, credentialSubject: { id: 'urn:sample:lot' } },
  };
  const fresh = () => freshDocuments(context, [signed], (to, of) => learnKeys(to, of, { fetchText }));
  const keys = async () =>
    (await knownKeys(database.pool, [did])).documents.get(did)?.verificationMethod ?? [];

  await fresh();
  assert.equal(published.length, 2, 'nobody is asked for who is not on record');
  assert.ok((await learnKeys(context, did, { fetchText })).ok);
  at = '2026-06-12T00:59:59.000Z';
  await fresh();
  assert.equal(published.length, 1, 'what is younger than an hour stands');
  at = '2026-06-12T01:00:00.000Z';
  await fresh();
  assert.equal(published.length, 0);
  const both = await keys();
  assert.deepEqual(both.map(({ revoked }) => revoked ?? 'good').sort(), [at, 'good']);
  at = '2026-06-12T03:00:00.000Z';
  await fresh();
  assert.deepEqual(await keys(), both, 'asked a moment ago: the record stays');
});
