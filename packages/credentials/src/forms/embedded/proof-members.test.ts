import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalize, concatBytes, type JsonObject, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { toMultibase58 } from '../../multibase.ts';
import { NOW } from '../../testing/actors.ts';
import { codesOf, formTrust, keyOf, millTest } from '../testing/actors.ts';
import { verifyCredential } from '../verify-credential.ts';

/**
 * The members of a proof and what each may be (VC Data Integrity 1.0, section 2.1), each under a good signature over the proof as it
 * stands: what is refused is the member.
 */
const key = await keyOf('Ed25519');

async function signedWith(members: object): Promise<JsonObject> {
  const document = millTest(key.did);
  const config = JSON.parse(
    JSON.stringify({
      ...{ '@context': document['@context'], type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022' },
      ...{ created: NOW, verificationMethod: key.verificationMethod, proofPurpose: 'assertionMethod' },
      ...members,
    }),
  ) as JsonObject;
  const hashes = [config, document].map((part) => nodeCrypto.sha256(utf8(canonicalize(part))));
  const proofValue = toMultibase58(await key.sign(concatBytes(...hashes)));
  return { ...document, proof: { ...config, proofValue } };
}

const ALLOWED: readonly object[] = [
  {},
  { created: undefined },
  { created: '2026-01-01T24:00:00Z' },
  { expires: '2099-01-01T00:00:00-05:00' },
  { domain: 'customs.example' },
  { domain: ['customs.example', 'mill.example'] },
  { challenge: 'once' },
  { nonce: 'Zm9v' },
  { id: 'urn:uuid:9' },
];

const REFUSED: readonly [object, string][] = [
  [{ created: 'yesterday' }, 'CRED_DATE_MALFORMED'],
  [{ created: '2026-01-01T00:00:00' }, 'CRED_DATE_MALFORMED'],
  [{ created: '2099-01-01T00:00:00Z' }, 'CRED_CREATED_IN_FUTURE'],
  [{ created: 7 }, 'CRED_PROOF_MALFORMED'],
  [{ expires: 'never' }, 'CRED_DATE_MALFORMED'],
  [{ expires: '2020-01-01T00:00:00Z' }, 'CRED_PROOF_EXPIRED'],
  [{ domain: 7 }, 'CRED_PROOF_MALFORMED'],
  [{ domain: [] }, 'CRED_PROOF_MALFORMED'],
  [{ domain: ['customs.example', 7] }, 'CRED_PROOF_MALFORMED'],
  [{ challenge: 7 }, 'CRED_PROOF_MALFORMED'],
  [{ nonce: 7 }, 'CRED_PROOF_MALFORMED'],
  [{ id: 'not a url' }, 'CRED_PROOF_ID'],
  [{ id: 7 }, 'CRED_PROOF_ID'],
  [{ previousProof: 'urn:uuid:1' }, 'CRED_PROOF_CHAIN'],
  [{ previousProof: [] }, 'CRED_PROOF_MALFORMED'],
  [{ previousProof: [7] }, 'CRED_PROOF_MALFORMED'],
  [{ type: ['DataIntegrityProof'] }, 'CRED_CRYPTOSUITE'],
  [{ cryptosuite: 'EDDSA-JCS-2022' }, 'CRED_CRYPTOSUITE'],
  [{ proofPurpose: undefined }, 'CRED_PROOF_MALFORMED'],
  [{ proofPurpose: 'authentication' }, 'CRED_PROOF_PURPOSE'],
  [{ verificationMethod: { id: 'did:example:x#1' } }, 'CRED_PROOF_MALFORMED'],
  [{ verificationMethod: key.did }, 'CRED_PROOF_MALFORMED'],
  [{ verificationMethod: `${key.did}#other` }, 'CRED_KEY_UNKNOWN'],
];

test('each member that a proof may have', async () => {
  for (const members of ALLOWED)
    assert.deepEqual(
      codesOf(await verifyCredential(await signedWith(members), formTrust())),
      [],
      JSON.stringify(members),
    );
});

test('each member that is none, by its code', async () => {
  for (const [members, code] of REFUSED) {
    const codes = codesOf(await verifyCredential(await signedWith(members), formTrust()));
    assert.equal(codes[0], code, JSON.stringify(members));
  }
});
