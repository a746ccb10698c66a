import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addSeconds, expectOk, instant } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import {
  createStatusList,
  didKeyMethod,
  didKeyOf,
  fragmentOf,
  issueCredential,
  type Signer,
  setStatus,
  statusEntry,
  statusListCredential,
  type Trust,
  verdictRefusals,
  verifyCredential,
  verifyStatusList,
} from './index.ts';

test('the way of one credential: issued, published on a list, verified, revoked', async () => {
  const now = instant('2026-06-12T14:30:00Z');
  const signedAt = { instant: now, source: 'first-receipt' } as const;

  // A mill signs with its own key; the key is its name.
  const { publicKey, privateKey } = ed25519FromSeed(new Uint8Array(32).fill(7));
  const did = didKeyOf(publicKey);
  const mill: Signer = {
    did,
    verificationMethod: didKeyMethod(did),
    sign: (message) => signEd25519(privateKey, message),
  };

  const list = 'https://mill.example/status/1';
  const credential = await issueCredential(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential', 'PurchaseOrder'],
      issuer: mill.did,
      credentialStatus: statusEntry({ purpose: 'revocation', list, index: 94_567 }),
      credentialSubject: { number: 'PO-1' },
    },
    mill,
    nodeCrypto,
    { created: now },
  );

  // The mill publishes its list; the verifier checks the list once and reads it for any number of credentials.
  const publish = async (bits: Uint8Array) => {
    const options = { url: list, issuer: mill.did, purpose: 'revocation', bits, validFrom: now } as const;
    const unsigned = await statusListCredential({ ...options, validUntil: addSeconds(now, 3600) });
    const signed = await issueCredential(unsigned, mill, nodeCrypto, { created: now });
    return expectOk(
      await verifyStatusList(signed, list, { crypto: nodeCrypto, signedAt, resolveDid: () => undefined }),
    );
  };

  let snapshot = await publish(createStatusList());
  const trust: Trust = {
    crypto: nodeCrypto,
    at: now,
    signedAt,
    resolveDid: () => undefined,
    statusList: (url) => (url === list ? snapshot : undefined),
    schema: () => (subject) => ({ ok: true, value: subject }),
    accreditation: () => ({ state: 'not-required' }),
  };
  assert.equal((await verifyCredential(credential, trust)).verified, true);

  snapshot = await publish(expectOk(setStatus(createStatusList(), 94_567, true)));
  const verdict = await verifyCredential(credential, trust);
  assert.equal(fragmentOf(verdict, 'status')?.outcome, 'failed');
  assert.deepEqual(
    verdictRefusals(verdict).map(({ code }) => code),
    ['CRED_REVOKED'],
  );
});
