import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ReceivedDetail } from '@portolan/contract';
import { deriveCredential, generateKey, issueCredential } from '@portolan/credentials/forms';
import { expectOk, instant, type JsonObject } from '@portolan/kernel';
import { disclosuresOf, everyRow } from '../../testing/every-row.ts';
import { type TestNode, testNode } from '../../testing/node.ts';

/** What customs needs of a certificate, and what is between mill and buyer alone. */
const shown = { certificateNumber: 'MTC-26-0118', heatNumber: 'A26-4711' };
const chemistry = { c: '0.10', mn: '1.15', p: '0.014', s: '0.018', ni: '0.09' };
const hidden = { unitPrice: '0.8731 USD/kg', rebate: '1.37 percent from 500 t' };

let node: TestNode;
before(async () => {
  node = await testNode({ sample: 'seats' });
});
after(() => node.close());

test('chemistry to customs, price hidden: what is hidden is in no byte that the receiver stores', async () => {
  const mill = await generateKey('P-256');
  const credential = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://www.w3.org/ns/credentials/undefined-terms/v2',
    ],
    type: ['VerifiableCredential', 'MillTestReportCredential'],
    issuer: mill.did,
    credentialSubject: { ...shown, chemicalComposition: chemistry, ...hidden },
  };
  const options = { created: instant(Date.now()) };
  const issued = expectOk(await issueCredential('vc+sd-jwt', { credential, key: mill, options }));
  const selectivePointers = ['certificateNumber', 'heatNumber', 'chemicalComposition'].map(
    (name) => `/credentialSubject/${name}`,
  );
  const derived = expectOk(await deriveCredential(issued.credential, { selectivePointers }));

  const customs = await node.as('agency-officer');
  const { body, status, codes } = await customs.post<ReceivedDetail>('/api/received', {
    credential: derived.credential,
  });
  assert.equal(status, 201, codes.join());
  assert.equal(body.verified, true);
  const claims = body.claims.map(({ value }) => value);
  for (const value of [...Object.values(shown), ...Object.values(chemistry)])
    assert.ok(claims.includes(value));

  const stored = await everyRow(node.context.pool);
  assert.ok(stored.includes(shown.certificateNumber), 'what was shown is stored');
  const kept = new Set(disclosuresOf(String(derived.credential.id)));
  const withheld = disclosuresOf(String((issued.credential as JsonObject).id)).filter(
    (one) => !kept.has(one),
  );
  assert.equal(withheld.length, Object.keys(hidden).length);
  for (const secret of [...withheld, ...Object.keys(hidden), ...Object.values(hidden)])
    for (const form of ['utf8', 'base64url', 'hex'] as const)
      assert.ok(!stored.includes(Buffer.from(secret).toString(form)), `${secret} as ${form}`);
});

test('a price that is put back under the signature is refused as altered', async () => {
  const mill = await generateKey('P-256');
  const credential = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://www.w3.org/ns/credentials/undefined-terms/v2',
    ],
    type: ['VerifiableCredential', 'MillTestReportCredential'],
    issuer: mill.did,
    credentialSubject: { ...shown, ...hidden },
  };
  const options = { created: instant(Date.now()) };
  const { credential: whole } = expectOk(
    await issueCredential('vc+sd-jwt', { credential, key: mill, options }),
  );
  const [start = '', ...rest] = String(whole.id).split('~');
  const forged = Buffer.from(JSON.stringify(['c2FsdA', 'unitPrice', '0.10 USD/kg'])).toString('base64url');
  const customs = await node.as('agency-officer');
  const { body } = await customs.post<ReceivedDetail>('/api/received', {
    credential: { ...whole, id: [start, forged, ...rest].join('~') },
  });
  assert.notEqual(body.verified, true);
});
