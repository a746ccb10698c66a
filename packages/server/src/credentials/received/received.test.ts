import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { ReceivedCredential, ReceivedDetail } from '@portolan/contract';
import { issueCredential, type UnsignedCredential } from '@portolan/credentials';
import { generateKey } from '@portolan/credentials/forms';
import { instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Client } from '../../testing/client.ts';
import { type TestNode, testNode } from '../../testing/node.ts';

const key = await generateKey('Ed25519');
let node: TestNode;
let broker: Client;
before(async () => {
  node = await testNode({ sample: 'seats' });
  broker = await node.as('broker-filer');
});
after(() => node.close());

async function signed(
  type: string,
  subject: JsonObject,
  contexts: readonly string[] = [],
): Promise<JsonObject> {
  const unsigned: UnsignedCredential = {
    '@context': ['https://www.w3.org/ns/credentials/v2', ...contexts],
    type: ['VerifiableCredential', type],
    issuer: key.did,
    credentialSubject: subject,
  };
  const created = instant(Date.now());
  return (await issueCredential(unsigned, key, nodeCrypto, { created })) as unknown as JsonObject;
}

const traceability = ['https://w3id.org/traceability/v1'];
const give = (credential: unknown) => broker.post<ReceivedDetail>('/api/received', { credential });

suite('credentials of public vocabularies', () => {
  test('one of the traceability vocabulary is verified and shown in words', async () => {
    const subject = { certificateNumber: 'MTR-4711', product: { name: 'Plate' } };
    const { status, body } = await give(await signed('MillTestReportCredential', subject, traceability));
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(
      [body.verified, body.label, body.title],
      [true, 'Mill test report', 'Mill test report MTR-4711'],
    );
    assert.deepEqual(
      body.claims.map(({ place, value }) => `${place.join(' > ')}: ${value}`),
      ['Certificate number: MTR-4711', 'Product > Name: Plate'],
    );
  });

  test('the five types of the UN Transparency Protocol are taken', async () => {
    for (const type of [
      'DigitalProductPassport',
      'DigitalConformityCredential',
      'DigitalTraceabilityEvent',
      'DigitalFacilityRecord',
      'DigitalIdentityAnchor',
    ]) {
      const context = ['https://test.uncefact.org/vocabulary/untp/dpp/0.6.0/'];
      const { body } = await give(await signed(type, { name: 'Sample' }, context));
      assert.deepEqual([body.verified, body.vocabulary], [true, 'UN Transparency Protocol'], type);
    }
  });

  test('one that was altered is kept with what is wrong with it', async () => {
    const credential = await signed('MillTestReportCredential', { certificateNumber: 'MTR-1' }, traceability);
    const { body } = await give({ ...credential, credentialSubject: { certificateNumber: 'MTR-2' } });
    assert.equal(body.verified, false);
    const codes = body.verdict.fragments.flatMap(({ refusals }) => refusals.map(({ code }) => code));
    assert.ok(codes.includes('CRED_SIGNATURE_INVALID'));
  });

  test('a case whose entry number it names is linked, and no other', async () => {
    const { rows } = await node.context.pool.query(`select id from tenants where slug = 'broker'`);
    const caseId = await insertCase(rows[0].id, 'ZZ900001035');
    await insertCase(rows[0].id, 'ZZ900001043');
    const { body } = await give(
      await signed('EntryNumberCredential', { entryNumber: 'ZZ9-0000103-5' }, traceability),
    );
    assert.deepEqual(
      body.cases.map((linked) => [linked.caseId, linked.reason]),
      [[caseId, 'Number ZZ900001035 stands in both']],
    );
    const found = await broker.get<{ items: ReceivedCredential[] }>(`/api/received?caseId=${caseId}`);
    assert.equal(found.body.items.length, 1);
    const total = async (number: string) =>
      (await broker.get<{ total: number }>(`/api/received?entryNumber=${number}`)).body.total;
    assert.deepEqual([await total('ZZ9-0000103-5'), await total('ZZ9-0000104-3')], [1, 0]);
  });

  test('another vocabulary, another organization and what is no credential are refused', async () => {
    assert.deepEqual((await give(await signed('SomethingElse', { name: 'x' }, traceability))).codes, [
      'NODE_VOCABULARY_UNKNOWN',
    ]);
    assert.ok((await give({})).status >= 400);
    assert.ok((await give('text')).status >= 400);
    const { body } = await give(await signed('ThingCredential', { name: 'Sample thing' }, traceability));
    const importer = await node.as('importer-filer');
    assert.equal((await importer.get(`/api/received/${body.digest}`)).status, 404);
    assert.equal((await importer.get<{ total: number }>('/api/received')).body.total, 0);
  });
});

async function insertCase(tenantId: string, entryNumber: string): Promise<string> {
  const { rows } = await node.context.pool.query(
    `insert into cases (tenant_id, case_id, face, program, state, entry_number, title, filer_did, agency_did, holders, next_mover,
                        search, summary, created_at, updated_at)
     values ($1, gen_random_uuid(), 'filer', 'usmca-cafta', 'filed', $2, 'Sample entry', 'did:key:z1', 'did:key:z2', '[]', 'agency',
             lower($2), '{}', now(), now()) returning case_id`,
    [tenantId, entryNumber],
  );
  return rows[0].case_id;
}
