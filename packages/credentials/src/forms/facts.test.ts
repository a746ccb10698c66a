import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestJson, expectOk } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { resolveDidKey } from '../did/did-key.ts';
import { NOW } from '../testing/actors.ts';
import { factsOf, trustOfFacts } from './facts.ts';
import { codesOf, formTrust, issued, keyFor, millTest } from './testing/actors.ts';
import type { FormTrust } from './trust.ts';
import { verifyCredential } from './verify-credential.ts';

const LIST = 'https://sample.portolan.example/status/1';
const MORE = 'https://sample.portolan.example/contexts/mill';
const status = {
  id: `${LIST}#5`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '5',
  statusListCredential: LIST,
};

/** What is handed to another thread is a structured clone. */
function handedOver(anything: unknown, trust: FormTrust): FormTrust {
  const facts = factsOf(anything, trust);
  assert.ok(facts);
  return trustOfFacts(structuredClone(facts), nodeCrypto);
}

const contexts = new Map<string, object>([
  [MORE, { '@context': ['https://sample.portolan.example/contexts/base'] }],
  [
    'https://sample.portolan.example/contexts/base',
    { '@context': { heat: 'https://sample.portolan.example/heat' } },
  ],
  ['https://sample.portolan.example/contexts/other', { '@context': {} }],
]);

test('facts stand for all that a credential asks of a trust: keys, lists, contexts', async () => {
  const { did } = await keyFor('ecdsa-jcs-2019');
  const named = [...(millTest('')['@context'] as string[]), MORE];
  const changes = { credentialStatus: status, '@context': named };
  const credential = await issued('ecdsa-jcs-2019', changes, { contexts });
  const bits = new Uint8Array(16_384);
  const list = { url: LIST, issuer: did, purposes: ['revocation'], bits, validFrom: NOW, freshUntil: NOW };
  const document = expectOk(resolveDidKey(did));
  const trust = formTrust({
    resolveDid: (asked) => (asked === did ? document : undefined),
    statusList: (url) => (url === LIST ? { ...list, digest: digestJson(nodeCrypto, null) } : undefined),
    contexts,
  });
  const here = await verifyCredential(credential, trust);
  assert.deepEqual(codesOf(here, 'integrity'), []);
  assert.deepEqual(await verifyCredential(credential, handedOver(credential, trust)), here);
  assert.equal(factsOf(credential, trust)?.contexts.length, 2, 'not the context that nothing names');
  bits[0] = 0x04;
  const revoked = await verifyCredential(credential, handedOver(credential, trust));
  assert.deepEqual(codesOf(revoked, 'status'), ['CRED_REVOKED']);
});

test('a trust with a register or schemas of its own cannot be handed over', () => {
  const credential = millTest('did:example:mill');
  assert.equal(factsOf(credential, formTrust({ schema: () => undefined })), undefined);
  assert.equal(factsOf(credential, formTrust({ accreditation: () => ({ state: 'unknown' }) })), undefined);
});
