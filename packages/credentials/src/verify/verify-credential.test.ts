import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalize, digestJson, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { Compile } from 'typebox/compile';
import { credentialsCatalogue } from '../catalogue.ts';
import type { UnsignedCredential } from '../credential/credential.ts';
import { issueCredential } from '../credential/issue.ts';
import { addProof } from '../proof/add-proof.ts';
import { actor, NOW, trustWith, unsignedOrder } from '../testing/actors.ts';
import type { Trust } from './trust.ts';
import { type FragmentName, fragmentOf, type Verdict, VerdictSchema, verdictRefusals } from './verdict.ts';
import { verifyCredential } from './verify-credential.ts';

const seller = actor('seller');
const thief = actor('thief');

const issue = (changes: Partial<UnsignedCredential> = {}, signer = seller) =>
  issueCredential(unsignedOrder(signer.did, changes), signer, nodeCrypto, { created: NOW });

const codes = (verdict: Verdict, name: FragmentName) =>
  fragmentOf(verdict, name)?.refusals.map(({ code }) => code);

async function expectFailure(
  credential: unknown,
  name: FragmentName,
  code: string,
  changes: Partial<Trust> = {},
) {
  const verdict = await verifyCredential(credential, trustWith(changes));
  assert.equal(verdict.verified, false);
  assert.equal(fragmentOf(verdict, name)?.outcome, 'failed', JSON.stringify(verdict.fragments));
  assert.deepEqual(codes(verdict, name), [code]);
  return verdict;
}

test('a good credential passes every fragment, and the verdict says so in its published shape', async () => {
  const credential = await issue();
  const verdict = await verifyCredential(credential, trustWith({ custody: () => 'node' }));
  assert.equal(verdict.verified, true);
  assert.equal(verdict.digest, digestJson(nodeCrypto, credential as unknown as JsonObject));
  assert.equal(verdict.issuer, seller.did);
  assert.equal(verdict.custody, 'node');
  assert.deepEqual(verdict.signedAt, { instant: NOW, source: 'log' });
  const outcomes = verdict.fragments.map(({ name, outcome }) => `${name} ${outcome}`);
  assert.deepEqual(outcomes, [
    'integrity passed',
    'issuer passed',
    'accreditation passed',
    'status not-applicable',
    'dates passed',
    'schema passed',
  ]);
  assert.ok(Compile(VerdictSchema).Check(verdict));
  assert.deepEqual(verdictRefusals(verdict), []);
});

test('the alumni credential of the specification: intact, but its key is not the issuer', async () => {
  // Data Integrity EdDSA Cryptosuites 1.0, "Representation: eddsa-jcs-2022", example "Signed Credential".
  const context = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'];
  const key = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
  const verdict = await verifyCredential(
    {
      '@context': context,
      id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
      type: ['VerifiableCredential', 'AlumniCredential'],
      name: 'Alumni Credential',
      description: 'A minimum viable example of an Alumni Credential.',
      issuer: 'https://vc.example/issuers/5678',
      validFrom: '2023-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
      proof: {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-jcs-2022',
        created: '2023-02-24T23:36:38Z',
        verificationMethod: `did:key:${key}#${key}`,
        proofPurpose: 'assertionMethod',
        '@context': context,
        proofValue:
          'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
      },
    },
    trustWith(),
  );
  assert.equal(fragmentOf(verdict, 'integrity')?.outcome, 'passed');
  assert.deepEqual(codes(verdict, 'issuer'), ['CRED_ISSUER_MISMATCH']);
});

test('one altered byte fails integrity, and then nothing shows the issuer either', async () => {
  const credential = await issue();
  const altered = JSON.parse(JSON.stringify(credential).replace('"quantity":"1000"', '"quantity":"1001"'));
  const verdict = await expectFailure(altered, 'integrity', 'CRED_SIGNATURE_INVALID');
  assert.equal(fragmentOf(verdict, 'issuer')?.outcome, 'undetermined');
});

test('the signature of another key fails: the thief signs, the name of the seller stands', async () => {
  const stolen = { ...(await issue({}, thief)), issuer: seller.did };
  await expectFailure(stolen, 'integrity', 'CRED_SIGNATURE_INVALID');
  const resigned = await issueCredential(
    unsignedOrder(seller.did),
    { ...thief, did: seller.did },
    nodeCrypto,
    { created: NOW },
  );
  const verdict = await expectFailure(resigned, 'issuer', 'CRED_ISSUER_MISMATCH');
  assert.equal(fragmentOf(verdict, 'integrity')?.outcome, 'passed');
});

test('a method of the issuer put over the signature of another key fails', async () => {
  const credential = await issueCredential(
    unsignedOrder(seller.did),
    { ...thief, did: seller.did, verificationMethod: seller.verificationMethod },
    nodeCrypto,
    { created: NOW },
  );
  await expectFailure(credential, 'integrity', 'CRED_SIGNATURE_INVALID');
});

test('a proof made to authenticate is no assertion', async () => {
  const credential = await addProof(unsignedOrder(seller.did), seller, nodeCrypto, {
    created: NOW,
    purpose: 'authentication',
  });
  await expectFailure(credential, 'integrity', 'CRED_PROOF_PURPOSE');
});

test('another suite named over the same signature fails', async () => {
  const credential = await issue();
  for (const cryptosuite of ['eddsa-rdfc-2022', 'ecdsa-jcs-2019', 'none', ''])
    await expectFailure(
      { ...credential, proof: { ...credential.proof, cryptosuite } },
      'integrity',
      'CRED_CRYPTOSUITE',
    );
});

test('a credential without proof, or with a set of proofs, fails', async () => {
  const { proof, ...unsigned } = await issue();
  await expectFailure(unsigned, 'integrity', 'CRED_PROOF_MISSING');
  await expectFailure({ ...unsigned, proof: [proof, proof] }, 'integrity', 'CRED_PROOF_COUNT');
});

test('expired, not yet valid, proof expired, made in the future; both ends of the period are inside', async () => {
  const from = '2026-06-12T14:30:00.000Z';
  await expectFailure(await issue({ validUntil: '2026-06-12T14:29:59.999Z' }), 'dates', 'CRED_EXPIRED');
  await expectFailure(await issue({ validFrom: '2026-06-12T14:30:00.001Z' }), 'dates', 'CRED_NOT_YET_VALID');
  await expectFailure(await issue({ validFrom: 'June' }), 'dates', 'CRED_DATE_MALFORMED');
  const exact = await verifyCredential(await issue({ validFrom: from, validUntil: from }), trustWith());
  assert.equal(fragmentOf(exact, 'dates')?.outcome, 'passed');
  const created = instant('2026-06-12T14:35:00.001Z');
  const early = await issueCredential(unsignedOrder(seller.did), seller, nodeCrypto, { created });
  await expectFailure(early, 'dates', 'CRED_CREATED_IN_FUTURE');
  const expires = instant('2026-06-12T14:29:59.999Z');
  const options = { created: NOW, purpose: 'assertionMethod', expires };
  await expectFailure(
    await addProof(unsignedOrder(seller.did), seller, nodeCrypto, options),
    'dates',
    'CRED_PROOF_EXPIRED',
  );
});

test('times in another zone are compared as instants', async () => {
  const verdict = await verifyCredential(
    await issue({ validFrom: '2026-06-12T08:30:00-06:00' }),
    trustWith(),
  );
  assert.equal(fragmentOf(verdict, 'dates')?.outcome, 'passed');
});

test('the trust register decides accreditation at the signing time', async () => {
  const asked: unknown[] = [];
  const signedAt = { instant: instant('2026-06-02T00:00:00Z'), source: 'witness' } as const;
  const accreditation: Trust['accreditation'] = (...args) => {
    asked.push(args);
    return { state: 'not-accredited' };
  };
  await expectFailure(await issue(), 'accreditation', 'CRED_ISSUER_NOT_ACCREDITED', {
    signedAt,
    accreditation,
  });
  assert.deepEqual(asked, [[seller.did, 'PurchaseOrder', signedAt.instant]]);
  await expectFailure(await issue(), 'accreditation', 'CRED_ISSUER_SUSPENDED', {
    accreditation: () => ({
      state: 'suspended',
      since: '2026-06-01',
      reason: 'certificates without goods (sample)',
    }),
  });
});

test('an unknown issuer leaves accreditation open, and the credential unverified', async () => {
  const verdict = await verifyCredential(
    await issue(),
    trustWith({ accreditation: () => ({ state: 'unknown' }) }),
  );
  assert.equal(fragmentOf(verdict, 'accreditation')?.outcome, 'undetermined');
  assert.deepEqual(
    verdictRefusals(verdict).map(({ code }) => code),
    ['CRED_ISSUER_UNKNOWN'],
  );
  assert.equal(verdict.verified, false);
});

test('a type anybody may issue needs no accreditation', async () => {
  const verdict = await verifyCredential(
    await issue(),
    trustWith({ accreditation: () => ({ state: 'not-required' }) }),
  );
  assert.equal(fragmentOf(verdict, 'accreditation')?.outcome, 'not-applicable');
  assert.equal(verdict.verified, true);
});

test('the keys of an unknown did:web leave integrity and issuer open', async () => {
  const did = 'did:web:unknown.example';
  const credential = await issue({}, { ...seller, did, verificationMethod: `${did}#key-1` });
  const verdict = await verifyCredential(credential, trustWith());
  assert.deepEqual(codes(verdict, 'integrity'), ['CRED_DID_UNRESOLVED']);
  assert.equal(fragmentOf(verdict, 'integrity')?.outcome, 'undetermined');
  assert.equal(fragmentOf(verdict, 'issuer')?.outcome, 'undetermined');
});

test('the schema sees the document without its id; refusals point into the credential', async () => {
  const seen: JsonObject[] = [];
  const refusal = credentialsCatalogue.refuse('CRED_MALFORMED', {
    path: '/lines/0',
    params: { detail: 'x' },
  });
  const schema: Trust['schema'] = () => (subject) => {
    seen.push(subject);
    return { ok: false, refusals: [refusal] };
  };
  const credential = await issue({ credentialSubject: { id: 'did:example:buyer', number: 'PO-1' } });
  const verdict = await expectFailure(credential, 'schema', 'CRED_MALFORMED', { schema });
  assert.deepEqual(seen, [{ number: 'PO-1' }]);
  assert.equal(fragmentOf(verdict, 'schema')?.refusals[0]?.path, '/credentialSubject/lines/0');
});

test('an unknown type is said, not guessed', async () => {
  const verdict = await verifyCredential(await issue(), trustWith({ schema: () => undefined }));
  assert.equal(fragmentOf(verdict, 'schema')?.outcome, 'undetermined');
  assert.deepEqual(codes(verdict, 'schema'), ['CRED_TYPE_UNKNOWN']);
  const bare = await verifyCredential(await issue({ type: ['VerifiableCredential'] }), trustWith());
  assert.equal(fragmentOf(bare, 'schema')?.outcome, 'not-applicable');
});

test('what is no credential gets a verdict too', async () => {
  const good = await issue();
  for (const value of [
    null,
    undefined,
    'text',
    7,
    [],
    {},
    { ...good, type: 'PurchaseOrder' },
    { ...good, type: ['PurchaseOrder'] },
    { ...good, '@context': ['https://www.w3.org/2018/credentials/v1'] },
    { ...good, credentialSubject: [{}, {}] },
    { ...good, issuer: 7 },
    { ...good, validFrom: 2026 },
  ]) {
    const verdict = await verifyCredential(value, trustWith());
    assert.equal(verdict.verified, false);
    assert.deepEqual(
      codes(verdict, 'integrity'),
      ['CRED_MALFORMED'],
      canonicalize((value ?? null) as JsonObject),
    );
    assert.ok(Compile(VerdictSchema).Check(verdict));
  }
});

test('what JSON cannot carry gets a verdict too', async () => {
  const good = await issue();
  const deep = Array.from({ length: 200_000 }).reduce<unknown>((inner) => [inner], 0);
  for (const held of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', () => 1, 10n, deep]) {
    const verdict = await verifyCredential({ ...good, credentialSubject: { held } }, trustWith());
    assert.equal(verdict.verified, false);
    assert.deepEqual(codes(verdict, 'integrity'), ['CRED_DOCUMENT_MALFORMED']);
  }
});

test('no issuer signs for another: a mistake of the caller throws', async () => {
  await assert.rejects(
    issueCredential(unsignedOrder(thief.did), seller, nodeCrypto, { created: NOW }),
    TypeError,
  );
});
