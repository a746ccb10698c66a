import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { didDocumentOf, toMultikey } from '@portolan/credentials';
import { instant } from '@portolan/kernel';
import { generateEd25519, nodeCrypto } from '@portolan/kernel/node';
import type { NodeConfig } from '../../platform/config.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { webvhHistory } from '../testing/webvh.ts';
import { askedDocuments, freshKeys } from './asked-documents.ts';
import { learnKeys } from './learn-keys.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

let now = instant('2026-06-12T00:00:00Z');
const answers = new Map<string, string>();
const asked: string[] = [];
const fetchText = async (url: string) => {
  asked.push(url);
  const answer = answers.get(url);
  if (answer === undefined) throw new Error('it answered 404');
  return answer;
};
const contextWith = (...hosts: string[]) => ({
  ...{ pool: database.pool, clock: { now: () => now }, crypto: nodeCrypto },
  config: { fetchFrom: hosts } as unknown as NodeConfig,
});
const [first, second] = [generateEd25519(), generateEd25519()];

test('a did:web is asked for once, at a host that the operator named, and its answer kept', async () => {
  const did = 'did:web:farm.example';
  const key = { id: `${did}#key-1`, publicKeyMultibase: toMultikey(first.publicKey) };
  answers.set('https://farm.example/.well-known/did.json', JSON.stringify(didDocumentOf(did, [key])));
  const denied = await askedDocuments(contextWith(), [did], new Set(), fetchText);
  assert.deepEqual(
    [...denied.values()].map((answer) => (answer.ok ? 'ok' : answer.refusals[0]?.code)),
    ['NODE_FETCH_DENIED'],
  );
  assert.deepEqual(asked, []);
  for (const round of [1, 2, 3]) {
    const { documents } = await freshKeys(contextWith('farm.example'), [did], fetchText);
    assert.deepEqual(documents.get(did)?.assertionMethod, [`${did}#key-1`], String(round));
  }
  assert.equal(asked.length, 1, 'kept');
  now = instant('2026-06-12T00:06:00Z');
  await freshKeys(contextWith('farm.example'), [did], fetchText);
  assert.equal(asked.length, 2, 'after five minutes it is asked again');
});

test('the history of a did:webvh says which key was in force when; one that was altered is not taken', async () => {
  const { did, log } = await webvhHistory('mill.example', [
    { time: '2026-01-01T00:00:00Z', key: first, next: second },
    { time: '2026-03-01T00:00:00Z', key: second, next: first },
  ]);
  const url = 'https://mill.example/.well-known/did.jsonl';
  answers.set(url, log.replace('2026-03-01', '2026-03-02'));
  const altered = await askedDocuments(contextWith('mill.example'), [did], new Set(), fetchText);
  const refusal = altered.get(did);
  assert.equal(refusal?.ok === false ? refusal.refusals[0]?.code : 'ok', 'CRED_WEBVH_HASH');

  answers.set(url, log);
  const learned = await learnKeys(contextWith('mill.example'), did, { fetchText });
  assert.ok(learned.ok);
  const { documents } = await freshKeys(contextWith(), [did], fetchText);
  const [old, current] = documents
    .get(did)
    ?.verificationMethod.toSorted((one, other) =>
      (one.validFrom ?? '') < (other.validFrom ?? '') ? -1 : 1,
    ) ?? [undefined];
  assert.deepEqual(
    [old?.validFrom, old?.revoked, current?.validFrom, current?.revoked].map((time) => time && instant(time)),
    ['2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z', undefined],
  );
});

test('an identifier that was given up is known as such, from the history that is handed over too', async () => {
  const { did, log } = await webvhHistory('mill.example:plant', [
    { time: '2026-01-01T00:00:00Z', key: first },
    { time: '2026-05-01T00:00:00Z', key: first, deactivated: true },
  ]);
  answers.set('https://mill.example/plant/did.jsonl', log);
  const found = await askedDocuments(contextWith('mill.example'), [did], new Set(), fetchText);
  const document = found.get(did);
  assert.equal(document?.ok && document.value.deactivated, '2026-05-01T00:00:00.000Z');

  assert.ok((await learnKeys(contextWith(), did, { document: log })).ok);
  const { documents } = await freshKeys(contextWith(), [did], fetchText);
  const [key] = documents.get(did)?.verificationMethod ?? [];
  assert.equal(key?.revoked && instant(key.revoked), '2026-05-01T00:00:00.000Z');
});
