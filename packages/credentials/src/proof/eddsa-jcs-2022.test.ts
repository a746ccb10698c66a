import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalize, fromBase58, instant, type JsonObject, toHex, utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { addProof } from './add-proof.ts';
import { hashData } from './hash-data.ts';
import { readProof } from './read-proof.ts';
import type { Signer } from './signer.ts';

/**
 * The vector of Data Integrity EdDSA Cryptosuites 1.0 (W3C Recommendation), appendix "Test Vectors", "Representation: eddsa-jcs-2022":
 * the alumni credential with its keys, canonical forms, hashes and signature.
 */
const publicKeyMultibase = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
const secretKeyMultibase = 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq';
const context = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'];
const credential = {
  '@context': context,
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
};
const config = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-jcs-2022',
  created: '2023-02-24T23:36:38Z',
  verificationMethod: `did:key:${publicKeyMultibase}#${publicKeyMultibase}`,
  proofPurpose: 'assertionMethod',
  '@context': context,
};
const documentHash = '59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19';
const proofHash = '66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db';
const signatureHex =
  '407cd12654b33d718ecbb99179a1506daaa849450bf3fc523cce3e1c96f8b80351da3f253d725c6f00b07c9e5448d50b3ef78012b9ab54255116d069c6dd2808';
const proofValue =
  'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX';

/** A Multikey secret is the multicodec 8026 and the 32-byte seed (Controlled Identifiers 1.0, section 2.2.2). */
function seed(): Uint8Array {
  const bytes = fromBase58(secretKeyMultibase.slice(1)) as Uint8Array;
  assert.equal(toHex(bytes.slice(0, 2)), '8026');
  return bytes.slice(2);
}

test('hashes of the canonical document and proof configuration', () => {
  const combined = hashData(nodeCrypto, canonicalize(config), canonicalize(credential));
  assert.equal(toHex(combined), proofHash + documentHash);
});

test('the signature of the specification is the one made here', async () => {
  const { privateKey } = ed25519FromSeed(seed());
  const signer: Signer = {
    did: `did:key:${publicKeyMultibase}`,
    verificationMethod: config.verificationMethod,
    sign: (message) => signEd25519(privateKey, message),
  };
  const message = hashData(nodeCrypto, canonicalize(config), canonicalize(credential));
  assert.equal(toHex(signEd25519(privateKey, message)), signatureHex);
  // This room writes milliseconds, the vector does not: the same proof but for that member.
  const signed = await addProof(credential, signer, nodeCrypto, {
    created: instant(config.created),
    purpose: 'assertionMethod',
  });
  assert.deepEqual(
    { ...signed.proof, created: config.created, proofValue: '' },
    { ...config, proofValue: '' },
  );
});

test('the signed credential of the specification is taken apart and verifies', async () => {
  const signed = { ...credential, proof: { ...config, proofValue } };
  const secured = readProof(signed, nodeCrypto);
  assert.ok(secured.ok);
  assert.equal(toHex(secured.value.message), proofHash + documentHash);
  assert.equal(toHex(secured.value.signature), signatureHex);
  assert.equal(secured.value.digest, `sha256:${toHex(nodeCrypto.sha256(utf8(canonicalize(signed))))}`);
  const { publicKey } = ed25519FromSeed(seed());
  assert.equal(
    await nodeCrypto.verifyEd25519(publicKey, secured.value.message, secured.value.signature),
    true,
  );
});

test('a context behind the signed one is refused, though the specification would let it pass', () => {
  const extended = {
    ...credential,
    '@context': [...context, 'https://evil.example/v1'],
    proof: { ...config, proofValue },
  };
  const secured = readProof(extended, nodeCrypto);
  assert.equal(secured.ok ? 'ok' : secured.refusals[0]?.code, 'CRED_CONTEXT_CHANGED');
});

test('malformed proofs are refused by name', () => {
  const whole = { ...config, proofValue };
  const cases: [JsonObject, string][] = [
    [{}, 'CRED_PROOF_MISSING'],
    [{ proof: null }, 'CRED_PROOF_MISSING'],
    [{ proof: [whole] }, 'CRED_PROOF_COUNT'],
    [{ proof: [whole, whole] }, 'CRED_PROOF_COUNT'],
    [{ proof: 'signed' }, 'CRED_PROOF_MALFORMED'],
    [{ proof: { ...whole, type: 'Ed25519Signature2020' } }, 'CRED_CRYPTOSUITE'],
    [{ proof: { ...whole, cryptosuite: 'eddsa-rdfc-2022' } }, 'CRED_CRYPTOSUITE'],
    [{ proof: { ...whole, cryptosuite: 'ecdsa-jcs-2019' } }, 'CRED_CRYPTOSUITE'],
    [{ proof: { ...whole, cryptosuite: 'none' } }, 'CRED_CRYPTOSUITE'],
    [{ proof: { ...whole, proofValue: undefined as unknown as string } }, 'CRED_PROOF_MALFORMED'],
    [{ proof: { ...whole, proofValue: 'u407c' } }, 'CRED_PROOF_MALFORMED'],
    [{ proof: { ...whole, proofValue: `${proofValue}2` } }, 'CRED_PROOF_MALFORMED'],
    [{ proof: { ...whole, proofValue: `z1${proofValue.slice(1)}` } }, 'CRED_PROOF_MALFORMED'],
    [{ proof: { ...whole, verificationMethod: '#key-1' } }, 'CRED_PROOF_MALFORMED'],
    [{ proof: { ...whole, verificationMethod: 7 } }, 'CRED_PROOF_MALFORMED'],
  ];
  for (const [document, code] of cases) {
    const secured = readProof({ ...credential, ...document }, nodeCrypto);
    assert.equal(secured.ok ? 'ok' : secured.refusals[0]?.code, code, JSON.stringify(document));
  }
});
