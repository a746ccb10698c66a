import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addSeconds, digestJson, expectOk, type JsonObject, ok, refused } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { credentialsCatalogue } from '../catalogue.ts';
import { issueCredential } from '../credential/issue.ts';
import { didDocumentJson, didDocumentOf } from '../did/document.ts';
import { toMultikey } from '../did/multikey.ts';
import { createStatusList, setStatus } from '../status/bitstring.ts';
import { statusEntry } from '../status/entry.ts';
import { statusListCredential } from '../status/list-credential.ts';
import { actor, NOW, unsignedOrder } from '../testing/actors.ts';
import { type EvidenceFile, makeEvidence } from './file.ts';
import { type EvidenceReader, verifyEvidence } from './verify-evidence.ts';

const mill = { ...actor('mill'), did: 'did:web:mill.example', verificationMethod: 'did:web:mill.example#k1' };
const list = 'https://mill.example/status/1';
const signedAt = addSeconds(NOW, -86_400);
const credential = await issueCredential(
  unsignedOrder(mill.did, { credentialStatus: statusEntry({ purpose: 'revocation', list, index: 9 }) }),
  mill,
  nodeCrypto,
  { created: signedAt },
);
const listOf = async (bits: Uint8Array) => {
  const validUntil = addSeconds(NOW, 3600);
  const options = {
    url: list,
    issuer: mill.did,
    purpose: 'revocation',
    bits,
    validFrom: signedAt,
    validUntil,
  } as const;
  return (await issueCredential(await statusListCredential(options), mill, nodeCrypto, {
    created: signedAt,
  })) as unknown as JsonObject;
};
const keysOf = (times: object) =>
  didDocumentJson(
    didDocumentOf(mill.did, [
      { id: mill.verificationMethod, publicKeyMultibase: toMultikey(mill.publicKey), ...times },
    ]),
  ) as JsonObject;
const digest = digestJson(nodeCrypto, credential as unknown as JsonObject);

/** A reader whose log says yes to one digest; the ledger room checks real receipts. */
const reader: EvidenceReader = {
  crypto: nodeCrypto,
  at: NOW,
  believeDocuments: true,
  receipt: async (_receipt, of) =>
    of === digest
      ? ok({ instant: signedAt, source: 'log' as const })
      : refused(credentialsCatalogue.refuse('CRED_SIGNATURE_INVALID', { params: { signer: 'the log' } })),
};
const file = async (changes: Partial<EvidenceFile> = {}) =>
  makeEvidence({
    credential: credential as unknown as JsonObject,
    receipt: {},
    statusList: [await listOf(createStatusList())],
    didDocuments: [keysOf({})],
    ...changes,
  });
const codes = async (value: unknown, changes: Partial<EvidenceReader> = {}) => {
  const { verified, verdict, refusals } = await verifyEvidence(value, { ...reader, ...changes });
  const all = [...refusals, ...(verdict?.fragments.flatMap((fragment) => fragment.refusals) ?? [])];
  assert.equal(verified, all.length === 0);
  return [...new Set(all.map(({ code }) => code))];
};

test('everything in one file: verified with no network', async () => {
  assert.deepEqual(await codes(await file()), []);
});

describe('what is missing or wrong is said', () => {
  test('keys that nobody vouches for, and none', async () => {
    assert.deepEqual(await codes(await file(), { believeDocuments: false }), [
      'CRED_DID_UNRESOLVED',
      'CRED_STATUS_UNKNOWN',
    ]);
    assert.deepEqual(await codes(await file({ didDocuments: [{ id: 7 }] as never })), [
      'CRED_DID_DOCUMENT_MALFORMED',
      'CRED_DID_UNRESOLVED',
      'CRED_STATUS_UNKNOWN',
    ]);
  });

  test('a key rotated out since: by the receipt it was in force; without one it is judged by now', async () => {
    const rotated = await file({
      didDocuments: [keysOf({ revoked: addSeconds(signedAt, 60) })],
      statusList: [],
    });
    assert.deepEqual(await codes(rotated), ['CRED_STATUS_UNKNOWN']);
    const receipt: EvidenceReader['receipt'] = async () =>
      refused(credentialsCatalogue.refuse('CRED_PROOF_MISSING'));
    assert.deepEqual(await codes(rotated, { receipt }), [
      'CRED_EVIDENCE_RECEIPT',
      'CRED_PROOF_MISSING',
      'CRED_KEY_REVOKED',
      'CRED_STATUS_UNKNOWN',
    ]);
  });

  test('revoked, altered, and the receipt of another', async () => {
    const revoked = expectOk(setStatus(createStatusList(), 9, true));
    assert.deepEqual(await codes(await file({ statusList: [await listOf(revoked)] })), ['CRED_REVOKED']);
    const altered = { ...credential, validUntil: '2030-01-01T00:00:00.000Z' } as unknown as JsonObject;
    assert.ok((await codes(await file({ credential: altered }))).includes('CRED_EVIDENCE_RECEIPT'));
  });

  test('what is no evidence file', async () => {
    for (const value of [null, {}, { credential: 7, receipt: {} }, { ...(await file()), more: 1 }])
      assert.deepEqual(await codes(value), ['CRED_EVIDENCE_MALFORMED']);
  });
});
