import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Digest, instant } from '@portolan/kernel';
import fc from 'fast-check';
import { type Declared, declaredDigest, declaredStatement } from './declaration.ts';
import { type PersonSignature, signatureUnder } from './signature.ts';

const entry = {
  ...{ entryNumber: 'ZZ9-0000103-5', entryDate: '2026-06-12', entryType: '01', portOfEntry: '2604' },
  ...{ importerOfRecord: { name: 'Sample Importer' }, billOfLading: ['SAMPLE-1'], bond: { type: '8' } },
  lines: [{ enteredValue: '12400' }, { enteredValue: '600' }],
};
const at = instant('2026-06-12T14:30:00.000Z');
const wanted = { person: 'did:key:zP', organization: 'did:key:zO', declared: declaredDigest(entry), at };

function signature(changes: Partial<PersonSignature> = {}): PersonSignature {
  return {
    ...{ digest: 'sha256:1' as Digest, issuer: 'did:key:zP', person: 'did:key:zP', name: 'Sample Signatory' },
    ...{ organization: 'did:key:zO', statement: declaredStatement(entry), declared: declaredDigest(entry) },
    ...{ signedAt: instant('2026-06-12T14:00:00.000Z'), changes: [], faults: [], ...changes },
  };
}

const codes = (...signatures: PersonSignature[]) => {
  const found = signatureUnder(wanted, signatures);
  return found.ok ? [] : found.refusals.map(({ code }) => code);
};

test('what is declared in words, for whoever signs', () => {
  assert.equal(
    declaredStatement(entry),
    'Entry of type 01 for Sample Importer at port 2604, bill of lading SAMPLE-1: 2 lines, 13000 US dollars.',
  );
});

test('number and day of entry, which filing gives, are no part of what is signed; all else is', () => {
  const later = { ...entry, entryNumber: 'ZZ9-0000104-3', entryDate: '2026-06-13' };
  assert.equal(declaredDigest(later), declaredDigest(entry));
  const member = fc.constantFrom('entryType', 'portOfEntry', 'billOfLading', 'bond', 'lines', 'extra');
  fc.assert(
    fc.property(member, fc.uuid(), (name, value) => {
      const other = { ...entry, [name]: value } as unknown as Declared;
      return declaredDigest(other) !== declaredDigest(entry);
    }),
  );
});

test('a signature counts for the very declaration, the very person and filer, and only when it was made before', () => {
  assert.deepEqual(codes(signature()), []);
  assert.deepEqual(codes(), ['PARTY_SIGNATURE_MISSING']);
  assert.deepEqual(codes(signature({ organization: 'did:key:zOther' })), ['PARTY_SIGNATURE_MISSING']);
  const late = signature({ signedAt: instant('2026-06-12T15:00:00.000Z') });
  assert.deepEqual(codes(late), ['PARTY_SIGNATURE_MISSING']);
  const other = signature({ declared: declaredDigest({ ...entry, portOfEntry: '2704' }) });
  assert.deepEqual(codes(other), ['PARTY_SIGNATURE_DIFFERS']);
  assert.deepEqual(codes(other, signature()), []);
});

test('a signature with another key, or one that was altered, proves nothing', () => {
  assert.deepEqual(codes(signature({ issuer: 'did:key:zThief' })), ['PARTY_SIGNATURE_UNSOUND']);
  assert.deepEqual(codes(signature({ faults: ['CRED_SIGNATURE'] })), ['PARTY_SIGNATURE_UNSOUND']);
});
