import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actor } from '../testing/actors.ts';
import { fromMultikey, toMultikey } from './multikey.ts';
import { parseDidDocument } from './parse-document.ts';

const did = 'did:web:node.example';
const key = toMultikey(actor('web').publicKey);

const parsed = (value: unknown) => {
  const result = parseDidDocument(value, did);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const codeOf = (value: unknown) => {
  const result = parseDidDocument(value, did);
  return result.ok ? 'ok' : result.refusals[0]?.code;
};

test('a document with times of its keys, relative ids and references', () => {
  const document = parsed({
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: did,
    verificationMethod: [
      {
        id: '#k1',
        type: 'Multikey',
        controller: did,
        publicKeyMultibase: key,
        revoked: '2026-01-01T00:00:00Z',
      },
    ],
    assertionMethod: ['#k1'],
  });
  assert.deepEqual(document.verificationMethod, [
    {
      id: `${did}#k1`,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: key,
      revoked: '2026-01-01T00:00:00.000Z',
    },
  ]);
  assert.deepEqual(document.assertionMethod, [`${did}#k1`]);
  assert.deepEqual(document.authentication, []);
});

/** Ed25519 JSON Web Key of RFC 8037, appendix A.2. */
test('a JSON Web Key comes out as Multikey', () => {
  const publicKeyJwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
  const document = parsed({
    id: did,
    verificationMethod: [{ id: `${did}#j`, type: 'JsonWebKey2020', publicKeyJwk }],
  });
  const raw = fromMultikey(document.verificationMethod[0]?.publicKeyMultibase ?? '');
  assert.ok(raw.ok);
  assert.equal(Buffer.from(raw.value).toString('base64url'), publicKeyJwk.x);
});

test('a key embedded under its purpose is found', () => {
  const embedded = { id: '#e', type: 'Multikey', controller: did, publicKeyMultibase: key };
  const document = parsed({ id: did, assertionMethod: [embedded] });
  assert.equal(document.verificationMethod[0]?.id, `${did}#e`);
  assert.deepEqual(document.assertionMethod, [`${did}#e`]);
});

test('keys of other algorithms are left out, those of P-256 are not', () => {
  const keys = (method: object) =>
    parsed({ id: did, verificationMethod: [{ id: '#p', ...method }] }).verificationMethod.map(
      ({ publicKeyMultibase }) => publicKeyMultibase,
    );
  assert.deepEqual(keys({ publicKeyJwk: { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' } }), []);
  // X25519, which signs nothing, and secp256k1, which no form here is made with.
  for (const publicKeyMultibase of [
    'z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc',
    'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme',
  ])
    assert.deepEqual(keys({ publicKeyMultibase }), []);
  const p256 = 'zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169';
  assert.deepEqual(keys({ publicKeyMultibase: p256 }), [p256]);
  // RFC 7515, appendix A.3: the public key as a JSON Web Key.
  const publicKeyJwk = {
    kty: 'EC',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  };
  assert.equal(keys({ publicKeyJwk })[0]?.slice(0, 3), 'zDn');
});

test('documents that prove nothing are refused', () => {
  const method = { id: '#k', publicKeyMultibase: key };
  for (const value of [
    undefined,
    [],
    { id: 'did:web:other.example' },
    { id: did, verificationMethod: ['#k'] },
    { id: did, verificationMethod: [method, method] },
    {
      id: did,
      verificationMethod: Array.from({ length: 101 }, (_, index) => ({ ...method, id: `#${index}` })),
    },
  ])
    assert.equal(codeOf(value), 'CRED_DID_DOCUMENT_MALFORMED');
  const undated = { ...method, revoked: 'yesterday' };
  assert.equal(codeOf({ id: did, verificationMethod: [undated] }), 'KERNEL_INSTANT_INVALID');
});
