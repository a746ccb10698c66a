import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk, toBase64Url, utf8 } from '@portolan/kernel';
import { didDocumentOf } from '../../did/document.ts';
import { signingInputOf } from '../../jose/compact.ts';
import { NOW } from '../../testing/actors.ts';
import { issueCredential } from '../issue.ts';
import { generateKey } from '../keys/local-key.ts';
import { codesOf, formTrust, millTest } from '../testing/actors.ts';
import { verifyCredential } from '../verify-credential.ts';

/**
 * Which key made a token (Securing VCs using JOSE and COSE, sections 4.1.1 and 4.1.2), and which of its claims count: what the
 * public jose-cose suite states of vc+jwt (tests/README.md), with keys of a web address as its own fixtures have them.
 */
const controller = 'https://mill.example/issuers/14';
const did = 'did:web:mill.example';
const key = await generateKey('P-256', { did: controller, verificationMethod: `${controller}#key-1` });
const { publicKeyMultibase } = key;
const documents = [controller, did].map((id) =>
  didDocumentOf(id, [{ id: `${id}#key-1`, publicKeyMultibase }]),
);
const trust = formTrust({ resolveDid: (id) => documents.find((document) => document.id === id) });

/** A token signed with the key, whatever it says. */
async function token(header: object, payload: object = {}, issuer: string = controller): Promise<string> {
  const input = signingInputOf(
    { alg: 'ES256', typ: 'vc+jwt', ...header },
    { ...millTest(issuer), ...payload },
  );
  return `${input}.${toBase64Url(await key.sign(utf8(input)))}`;
}

const codes = async (text: string, more = {}) => codesOf(await verifyCredential(text, { ...trust, ...more }));
const kid = `${controller}#key-1`;

describe('the key of a token', () => {
  test('an issuer that is a web address names a key of its controlled identifier document', async () => {
    const request = { credential: millTest(controller), key, options: { created: NOW } };
    const { credential } = expectOk(await issueCredential('vc+jwt', request));
    assert.deepEqual(codesOf(await verifyCredential(credential, trust)), []);
    assert.deepEqual(await codes(await token({ kid })), []);
  });

  test('with iss, the kid may be the name of the key alone; without it, it is the whole address', async () => {
    for (const named of ['key-1', '#key-1']) {
      assert.deepEqual(await codes(await token({ kid: named, iss: controller })), [], named);
      assert.deepEqual(await codes(await token({ kid: named }, { iss: controller })), [], named);
      assert.deepEqual(await codes(await token({ kid: named }, { iss: did }, did)), [], named);
      assert.deepEqual((await codes(await token({ kid: named })))[0], 'CRED_JWT_KEY', named);
    }
  });

  test('a key nobody here knows is open, one that the document does not have is refused', async () => {
    assert.deepEqual(await codes(await token({ kid }), { resolveDid: () => undefined }), [
      'CRED_DID_UNRESOLVED',
      'CRED_DID_UNRESOLVED',
    ]);
    assert.equal((await codes(await token({ kid: `${controller}#key-2` })))[0], 'CRED_KEY_UNKNOWN');
    assert.equal((await codes(await token({ kid: 'http://mill.example#key-1' })))[0], 'CRED_JWT_KEY');
  });

  test('the key of another party than the issuer is refused, whatever iss says', async () => {
    assert.deepEqual(await codes(await token({ kid }, {}, did)), ['CRED_ISSUER_MISMATCH']);
    assert.equal((await codes(await token({ kid }, { iss: did })))[0], 'CRED_JWT_CLAIMS');
    const issuer = { id: controller, name: 'Sample Mill' };
    assert.deepEqual(await codes(await token({ kid }, { issuer, iss: controller })), []);
    assert.equal((await codes(await token({ kid }, { issuer, iss: did })))[0], 'CRED_JWT_CLAIMS');
  });
});

describe('the claims and the header of a token', () => {
  test('typ says what it carries, with or without application/; cty and unknown members are passed over', async () => {
    for (const header of [{ typ: 'application/vc+jwt' }, { typ: undefined }, { cty: 'vc' }, { more: [1] }])
      assert.deepEqual(await codes(await token({ kid, ...header })), [], JSON.stringify(header));
    for (const typ of ['JWT', 'vp+jwt', 'vc+sd-jwt', 'bad+typ'])
      assert.equal((await codes(await token({ kid, typ })))[0], 'CRED_JWT_TYPE', typ);
  });

  test('times are numbers of seconds (RFC 7519, section 2); what is over is refused', async () => {
    const now = Math.floor(Date.parse(NOW) / 1000);
    assert.deepEqual(await codes(await token({ kid }, { iat: now, exp: now + 60 })), []);
    assert.deepEqual(await codes(await token({ kid }, { exp: now - 60 })), ['CRED_PROOF_EXPIRED']);
    for (const iat of ['2026-01-01T00:00:00Z', -1, 1e12])
      assert.deepEqual(await codes(await token({ kid }, { iat })), ['CRED_JWT_CLAIMS'], String(iat));
  });

  test('a token is not yet good before its nbf', async () => {
    const now = Math.floor(Date.parse(NOW) / 1000);
    assert.deepEqual(await codes(await token({ kid }, { nbf: now - 60 })), []);
    assert.deepEqual(await codes(await token({ kid }, { nbf: now + 3600 })), ['CRED_NOT_YET_VALID']);
  });

  test('what the token carries is the credential itself: no vc or vp claim, and no member without a meaning', async () => {
    for (const claim of ['vc', 'vp'])
      assert.equal((await codes(await token({ kid }, { [claim]: 'oops' })))[0], 'CRED_JWT_CLAIMS', claim);
    const { '@context': contexts } = millTest(controller);
    const [base] = contexts as string[];
    const unknown = { '@context': [base], type: ['VerifiableCredential'], badExtension: { huh: 'what?' } };
    const found = await codes(await token({ kid }, { ...unknown, credentialSubject: { id: did } }));
    assert.deepEqual(found, ['CRED_TERM_UNKNOWN']);
  });
});
