import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fragmentOf, issueCredential, statusEntry, type UnsignedCredential } from '@portolan/credentials';
import { digestJson, type JsonObject } from '@portolan/kernel';
import { withTransaction } from '../../platform/transaction.ts';
import { type CredentialNode, credentialNode, sampleOrder } from '../testing/credential-node.ts';
import { verifyHere } from '../verify.ts';
import { adoptCredential } from './adopt.ts';
import { setCredentialState } from './set-status.ts';

let node: CredentialNode;
before(async () => {
  node = await credentialNode();
});
after(() => node.close());

const entries = (slug: string, index: number) =>
  (['revocation', 'suspension'] as const).map((purpose) =>
    statusEntry({ purpose, index, list: `https://sample.portolan.example/status/${slug}/${purpose}` }),
  );

/** A credential that the grower signed outside the node, as examples are. */
async function signedOutside(
  number: string,
  credentialStatus: UnsignedCredential['credentialStatus'],
): Promise<JsonObject> {
  const { id } = await node.tenant('grower');
  const signer = await node.context.keys.signer(id);
  const unsigned: UnsignedCredential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'PurchaseOrder'],
    issuer: signer.did,
    ...(credentialStatus === undefined ? {} : { credentialStatus }),
    credentialSubject: sampleOrder(number),
  };
  return (await issueCredential(unsigned, signer, node.context.crypto, {
    created: node.now(),
  })) as unknown as JsonObject;
}

async function adopt(credential: JsonObject, slug = 'grower') {
  const tenant = await node.tenant(slug);
  const result = await withTransaction(node.context.pool, (tx) =>
    adoptCredential(node.context, tx, tenant, credential, node.now()),
  );
  return result.ok ? 'ok' : result.refusals[0]?.code;
}

const status = async (credential: JsonObject) => {
  const { id } = await node.tenant('agency');
  return fragmentOf(await verifyHere(node.context, id, credential), 'status')?.outcome;
};

test('a credential signed elsewhere is entered, once, and can then be revoked here', async () => {
  const credential = await signedOutside('OUT-1', entries('grower', 11));
  assert.equal(await status(credential), 'undetermined');
  assert.equal(await adopt(credential), 'ok');
  assert.equal(await adopt(credential), 'ok');
  assert.equal(await status(credential), 'passed');
  const grower = await node.tenant('grower');
  const digest = digestJson(node.context.crypto, credential);
  const change = { digest, action: 'revoke', reason: 'sample', actor: 'test' } as const;
  assert.ok((await setCredentialState(node.context, grower, change)).ok);
  assert.equal(await status(credential), 'failed');
});

test('taken places, foreign issuers and foreign lists are refused', async () => {
  assert.equal(await adopt(await signedOutside('OUT-2', entries('grower', 12))), 'ok');
  assert.equal(await adopt(await signedOutside('OUT-3', entries('grower', 12))), 'NODE_CREDENTIAL_ISSUED');
  assert.equal(await adopt(await signedOutside('OUT-4', entries('broker', 13))), 'NODE_CREDENTIAL_FOREIGN');
  assert.equal(
    await adopt(await signedOutside('OUT-5', entries('broker', 13)), 'broker'),
    'NODE_CREDENTIAL_FOREIGN',
  );
  assert.equal(await adopt(await signedOutside('OUT-6', undefined)), 'NODE_CREDENTIAL_FOREIGN');
  const mixed = [entries('grower', 14)[0], entries('grower', 15)[1]] as NonNullable<
    UnsignedCredential['credentialStatus']
  >;
  assert.equal(await adopt(await signedOutside('OUT-7', mixed)), 'NODE_CREDENTIAL_FOREIGN');
  assert.equal(await adopt({}), 'CRED_MALFORMED');
});
