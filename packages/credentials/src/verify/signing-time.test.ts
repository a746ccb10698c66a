import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Instant, instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { issueCredential } from '../credential/issue.ts';
import { didDocumentOf, type VerificationMethod } from '../did/document.ts';
import { toMultikey } from '../did/multikey.ts';
import { actor, NOW, trustWith, unsignedOrder } from '../testing/actors.ts';
import { fragmentOf } from './verdict.ts';
import { verifyCredential } from './verify-credential.ts';

/** A key and when it was in force; the signing time is what the log or the first receipt says, never the signer. */
const mill = actor('mill');
const revoked = instant('2026-06-10T00:00:00Z');
const before = instant('2026-06-09T23:59:59.999Z');
const after = instant('2026-06-11T00:00:00Z');

async function issuerCodes(
  times: Partial<VerificationMethod>,
  signed: Instant,
  created: Instant,
  changes = {},
) {
  const credential = await issueCredential(unsignedOrder(mill.did), mill, nodeCrypto, { created });
  const key = { id: mill.verificationMethod, publicKeyMultibase: toMultikey(mill.publicKey), ...times };
  const document = { ...didDocumentOf(mill.did, [key]), ...changes };
  const trust = trustWith({
    resolveDid: () => document,
    signedAt: { instant: signed, source: 'first-receipt' },
  });
  const fragment = fragmentOf(await verifyCredential(credential, trust), 'issuer');
  return fragment?.outcome === 'passed' ? 'passed' : fragment?.refusals.map(({ code }) => code);
}

test('signed before the revocation: passes, since the key was in force then', async () => {
  assert.equal(await issuerCodes({ revoked }, before, before), 'passed');
});

test('signed after the revocation: refused', async () => {
  assert.deepEqual(await issuerCodes({ revoked }, after, after), ['CRED_KEY_REVOKED']);
  assert.deepEqual(await issuerCodes({ revoked }, revoked, revoked), ['CRED_KEY_REVOKED']);
});

test('a stolen key dates its proof back to before the revocation: refused all the same', async () => {
  assert.deepEqual(await issuerCodes({ revoked }, after, before), ['CRED_KEY_REVOKED']);
});

test('the other way round, a late date of the signer takes nothing away', async () => {
  assert.equal(await issuerCodes({ revoked }, before, after), 'passed');
});

test('expired and not yet valid keys are refused', async () => {
  assert.deepEqual(await issuerCodes({ expires: revoked }, after, before), ['CRED_KEY_EXPIRED']);
  assert.equal(await issuerCodes({ expires: revoked }, before, before), 'passed');
  assert.deepEqual(await issuerCodes({ validFrom: revoked }, before, after), ['CRED_KEY_NOT_YET_VALID']);
  assert.equal(await issuerCodes({ validFrom: revoked }, revoked, after), 'passed');
});

test('a rotated key: the old one still proves what it signed in its time, with the new one beside it', async () => {
  const next = actor('mill, second key');
  const keys = [
    { id: mill.verificationMethod, publicKeyMultibase: toMultikey(mill.publicKey), expires: revoked },
    { id: `${mill.did}#second`, publicKeyMultibase: toMultikey(next.publicKey), validFrom: revoked },
  ];
  const trust = trustWith({ resolveDid: () => didDocumentOf(mill.did, keys) });
  const signer = { ...next, did: mill.did, verificationMethod: `${mill.did}#second` };
  const credential = await issueCredential(unsignedOrder(mill.did), signer, nodeCrypto, { created: NOW });
  assert.equal((await verifyCredential(credential, trust)).verified, true);
});

test('a key that followed another under the same name is the one that counts from then on', async () => {
  const next = actor('mill, second key');
  const keys = [
    { id: mill.verificationMethod, publicKeyMultibase: toMultikey(mill.publicKey), revoked },
    { id: mill.verificationMethod, publicKeyMultibase: toMultikey(next.publicKey), validFrom: revoked },
  ];
  const verified = async (signer: typeof mill, signed: Instant) => {
    const named = { ...signer, did: mill.did, verificationMethod: mill.verificationMethod };
    const credential = await issueCredential(unsignedOrder(mill.did), named, nodeCrypto, { created: NOW });
    const trust = trustWith({
      resolveDid: () => didDocumentOf(mill.did, keys),
      signedAt: { instant: signed, source: 'log' },
    });
    return (await verifyCredential(credential, trust)).verified;
  };
  assert.deepEqual([await verified(mill, before), await verified(mill, after)], [true, false]);
  assert.deepEqual([await verified(next, before), await verified(next, after)], [false, true]);
});

test('a DID that was given up: what it signed before stands, from then on nothing does', async () => {
  assert.equal(await issuerCodes({}, before, before, { deactivated: revoked }), 'passed');
  assert.deepEqual(await issuerCodes({}, revoked, before, { deactivated: revoked }), [
    'CRED_DID_DEACTIVATED',
  ]);
  assert.deepEqual(await issuerCodes({}, after, before, { deactivated: revoked }), ['CRED_DID_DEACTIVATED']);
});

test('a key that is not published for assertions, or belongs to another, is refused', async () => {
  assert.deepEqual(await issuerCodes({}, NOW, NOW, { assertionMethod: [] }), ['CRED_KEY_NOT_AUTHORIZED']);
  assert.deepEqual(await issuerCodes({ controller: 'did:example:other' }, NOW, NOW), ['CRED_KEY_CONTROLLER']);
});

test('a key that its owner does not list is refused', async () => {
  const credential = await issueCredential(unsignedOrder(mill.did), mill, nodeCrypto, { created: NOW });
  const trust = trustWith({ resolveDid: () => didDocumentOf(mill.did, []) });
  const integrity = fragmentOf(await verifyCredential(credential, trust), 'integrity');
  assert.deepEqual(
    integrity?.refusals.map(({ code }) => code),
    ['CRED_KEY_UNKNOWN'],
  );
});
