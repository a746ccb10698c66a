import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { didDocumentOf } from '../did/document.ts';
import { toMultikey } from '../did/multikey.ts';
import { actor, NOW } from '../testing/actors.ts';
import { signDocument } from './sign-document.ts';
import { type DocumentTrust, verifyDocument } from './verify-document.ts';

const agency = actor('agency');
const broker = actor('broker');
const decision = { type: 'portolan/decision@1', entry: 'ZZ9-0000103-5', outcome: 'accept' };

const trust = (changes: Partial<DocumentTrust> = {}): DocumentTrust => ({
  crypto: nodeCrypto,
  signedAt: { instant: NOW, source: 'first-receipt' },
  resolveDid: () => undefined,
  ...changes,
});

async function codeOf(document: unknown, changes: Partial<DocumentTrust> = {}) {
  const result = await verifyDocument(document, trust(changes));
  return result.ok ? 'ok' : result.refusals[0]?.code;
}

test('a signed document verifies and names its signer', async () => {
  const signed = await signDocument(decision, agency, nodeCrypto, { created: NOW });
  assert.equal(signed.outcome, 'accept');
  const result = await verifyDocument(signed, trust({ signer: agency.did }));
  assert.ok(result.ok);
  assert.equal(result.value.signer, agency.did);
  assert.equal(result.value.verificationMethod, agency.verificationMethod);
});

test('altered, added to, unsigned, or signed by somebody else: refused', async () => {
  const signed = await signDocument(decision, agency, nodeCrypto, { created: NOW });
  assert.equal(await codeOf({ ...signed, outcome: 'refuse' }), 'CRED_SIGNATURE_INVALID');
  assert.equal(await codeOf({ ...signed, note: '' }), 'CRED_SIGNATURE_INVALID');
  assert.equal(await codeOf({ ...signed, '@context': 'https://evil.example' }), 'CRED_SIGNATURE_INVALID');
  assert.equal(await codeOf(decision), 'CRED_PROOF_MISSING');
  assert.equal(await codeOf(signed, { signer: broker.did }), 'CRED_ISSUER_MISMATCH');
  assert.equal(await codeOf('text'), 'CRED_DOCUMENT_MALFORMED');
});

test('the purpose must be the one asked for', async () => {
  const signed = await signDocument(decision, agency, nodeCrypto, {
    created: NOW,
    purpose: 'authentication',
  });
  assert.equal(await codeOf(signed), 'CRED_PROOF_PURPOSE');
  assert.equal(await codeOf(signed, { purpose: 'authentication' }), 'ok');
});

test('a key revoked before the signing time is refused; unknown keys too', async () => {
  const key = { id: agency.verificationMethod, publicKeyMultibase: toMultikey(agency.publicKey) };
  const revoked = didDocumentOf(agency.did, [{ ...key, revoked: instant('2026-06-01T00:00:00Z') }]);
  const signed = await signDocument(decision, agency, nodeCrypto, {
    created: instant('2026-05-01T00:00:00Z'),
  });
  assert.equal(await codeOf(signed, { resolveDid: () => revoked }), 'CRED_KEY_REVOKED');
  const did = 'did:web:unknown.example';
  const web = await signDocument(decision, { ...agency, did, verificationMethod: `${did}#1` }, nodeCrypto, {
    created: NOW,
  });
  assert.equal(await codeOf(web), 'CRED_DID_UNRESOLVED');
});

test('signing again replaces the proof', async () => {
  const first = await signDocument(decision, agency, nodeCrypto, { created: NOW });
  const second = await signDocument(first, broker, nodeCrypto, { created: NOW });
  assert.equal(await codeOf(second, { signer: broker.did }), 'ok');
});
