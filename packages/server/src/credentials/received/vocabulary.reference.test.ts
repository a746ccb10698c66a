import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { ReceivedCredential, ReceivedDetail } from '@portolan/contract';
import { issueCredential, type UnsignedCredential } from '@portolan/credentials';
import { generateKey } from '@portolan/credentials/forms';
import { expectOk, instant, type JsonObject, parseJson } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Client } from '../../testing/client.ts';
import { type TestNode, testNode } from '../../testing/node.ts';

const shared = process.env.PORTOLAN_SHARED ?? '../shared';
const file = join(shared, 'data/credentials/traceability-vocab/credential-examples.json');
const examples = expectOk(parseJson(readFileSync(file), { maxBytes: 4_000_000 })) as Record<
  string,
  JsonObject
>;
const key = await generateKey('Ed25519');

let node: TestNode;
let broker: Client;
before(async () => {
  node = await testNode({ sample: 'seats', clock: { now: () => instant('2026-06-12T00:00:00.000Z') } });
  broker = await node.as('broker-filer');
});
after(() => node.close());

/** The example, signed by a key of this test in place of the vocabulary's invented issuer; its invented status lists left out. */
async function signed({
  credentialStatus: _status,
  proof: _proof,
  ...example
}: JsonObject): Promise<JsonObject> {
  const issuer =
    typeof example.issuer === 'object' ? { ...(example.issuer as JsonObject), id: key.did } : key.did;
  const unsigned = { ...example, issuer } as unknown as UnsignedCredential;
  const created = instant('2026-06-11T00:00:00.000Z');
  return (await issueCredential(unsigned, key, nodeCrypto, { created })) as unknown as JsonObject;
}

suite('the examples of the traceability vocabulary', () => {
  for (const [name, example] of Object.entries(examples)) {
    test(`${name} is recognized, verified and shown in words`, async () => {
      const credential = await signed(example);
      const { status, body } = await broker.post<ReceivedDetail>('/api/received', { credential });
      assert.equal(status, 201, JSON.stringify(body).slice(0, 600));
      assert.equal(body.vocabulary, 'W3C CCG Traceability Vocabulary');
      const failed = body.verdict.fragments.filter(({ outcome }) => outcome === 'failed');
      assert.deepEqual(
        failed.flatMap(({ refusals }) => refusals.map(({ code }) => code)),
        expected[name] ?? [],
      );
      const hasClaims = Object.keys(example.credentialSubject ?? {}).some((member) => member !== 'type');
      assert.equal(body.claims.length > 0, hasClaims, 'claims');
      assert.ok(body.claims.every(({ place }) => place.length > 0 && place.every((word) => word !== '')));
    });
  }

  test('all are listed, and found by their words', async () => {
    const { body } = await broker.get<{ total: number }>('/api/received?limit=5');
    assert.equal(body.total, 84);
    const found = await broker.get<{ items: ReceivedCredential[] }>('/api/received?q=mill%20test');
    assert.deepEqual(
      found.body.items.map(({ label, group }) => [label, group]),
      [['Mill test report', 'steel']],
    );
  });
});

/** Examples whose invented dates lie in the past or the future: their signature holds, their validity does not. */
const expected: Readonly<Record<string, readonly string[]>> = {
  IATAAirWaybillCredential: ['CRED_NOT_YET_VALID'],
  SIMASteelImportLicenseCredential: ['CRED_EXPIRED'],
  USMCACertificationOfOrigin: ['CRED_EXPIRED'],
};
