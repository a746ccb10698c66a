import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { addSeconds, expectOk, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import fc from 'fast-check';
import { issueCredential } from '../credential/issue.ts';
import { didDocumentOf } from '../did/document.ts';
import { toMultikey } from '../did/multikey.ts';
import { toMultibase64Url } from '../multibase.ts';
import { actor, NOW } from '../testing/actors.ts';
import { createStatusList, MINIMUM_ENTRIES, readStatus, setStatus } from './bitstring.ts';
import { decodeStatusList, encodeStatusList } from './encoding.ts';
import { statusListCredential } from './list-credential.ts';
import { verifyStatusList } from './snapshot.ts';

const mill = actor('mill');
const url = 'https://sample.portolan.example/status/mill/revocation';
const trust = {
  crypto: nodeCrypto,
  signedAt: { instant: NOW, source: 'log' as const },
  resolveDid: () => undefined,
};
const gzipped = (bytes: Uint8Array) => toMultibase64Url(gzipSync(bytes));

const codeOf = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? 'ok' : result.refusals?.[0]?.code;

/** Bitstring Status List 1.0, section 2.2, example "BitstringStatusListCredential": 131,072 entries, none set. */
test('the list of the specification', async () => {
  const bits = expectOk(
    await decodeStatusList('uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'),
  );
  assert.equal(bits.length, 16_384);
  assert.ok(bits.every((byte) => byte === 0));
});

test('index 0 is the left-most bit', () => {
  const bits = expectOk(setStatus(createStatusList(), 0, true));
  assert.equal(bits[0], 0x80);
  assert.equal(expectOk(setStatus(bits, 7, true))[0], 0x81);
  assert.equal(expectOk(setStatus(bits, 0, false))[0], 0);
});

test('property: exactly the bits that were set are read, also after publishing', async () => {
  const indexes = fc.uniqueArray(fc.nat({ max: MINIMUM_ENTRIES - 1 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(indexes, fc.nat({ max: MINIMUM_ENTRIES - 1 }), async (set, probe) => {
      const bits = set.reduce((list, index) => expectOk(setStatus(list, index, true)), createStatusList());
      const read = expectOk(await decodeStatusList(await encodeStatusList(bits)));
      for (const index of set) assert.equal(expectOk(readStatus(read, index)), true);
      assert.equal(expectOk(readStatus(read, probe)), set.includes(probe));
    }),
    { numRuns: 25 },
  );
});

test('indexes outside the list are refused, and lists below the minimum not made', () => {
  const bits = createStatusList();
  for (const index of [-1, MINIMUM_ENTRIES, 0.5, Number.NaN, 1e20]) {
    assert.equal(codeOf(readStatus(bits, index)), 'CRED_STATUS_INDEX');
    assert.equal(codeOf(setStatus(bits, index, true)), 'CRED_STATUS_INDEX');
  }
  assert.throws(() => createStatusList(8), RangeError);
  assert.throws(() => createStatusList(MINIMUM_ENTRIES + 1), RangeError);
});

test('a small list that unpacks to a gigabyte is stopped', async () => {
  const bomb = gzipped(new Uint8Array(64 * 1024 * 1024));
  assert.ok(bomb.length < 100_000);
  assert.equal(codeOf(await decodeStatusList(bomb)), 'CRED_STATUS_LIST_TOO_LARGE');
  assert.equal(codeOf(await decodeStatusList(`u${'A'.repeat(3_000_000)}`)), 'CRED_STATUS_LIST_TOO_LARGE');
});

test('short lists and broken encodings are refused', async () => {
  assert.equal(codeOf(await decodeStatusList(gzipped(new Uint8Array(16_383)))), 'CRED_STATUS_LIST_SHORT');
  const whole = gzipped(new Uint8Array(16_384));
  assert.equal(codeOf(await decodeStatusList(whole)), 'ok');
  for (const broken of ['', 'z11', 'uA', 'u!!!', 'uAAAA', whole.slice(1), whole.slice(0, -8)])
    assert.equal(codeOf(await decodeStatusList(broken)), 'CRED_STATUS_LIST_MALFORMED', broken.slice(0, 20));
});

async function signedList(changes: JsonObject = {}, subject: JsonObject = {}) {
  const validUntil = addSeconds(NOW, 3600);
  const options = {
    url,
    issuer: mill.did,
    purpose: 'revocation',
    bits: createStatusList(),
    validFrom: NOW,
    validUntil,
  } as const;
  const list = await statusListCredential({ ...options, ttl: 60_000 });
  const credentialSubject = { ...list.credentialSubject, ...subject };
  return issueCredential({ ...list, credentialSubject, ...changes }, mill, nodeCrypto, { created: NOW });
}

test('a signed list becomes a snapshot with its freshness', async () => {
  const snapshot = expectOk(await verifyStatusList(await signedList(), url, trust));
  const { bits, digest, ...rest } = snapshot;
  assert.equal(bits.length * 8, MINIMUM_ENTRIES);
  assert.match(digest, /^sha256:/);
  const freshUntil = addSeconds(NOW, 60);
  assert.deepEqual(rest, { url, issuer: mill.did, purposes: ['revocation'], validFrom: NOW, freshUntil });
});

test('lists that are altered, misplaced or of another shape are refused', async () => {
  const list = await signedList();
  const cases: [unknown, string][] = [
    [{ ...list, validUntil: '2030-01-01T00:00:00.000Z' }, 'CRED_SIGNATURE_INVALID'],
    [{ ...list, issuer: actor('other').did }, 'CRED_ISSUER_MISMATCH'],
    [await signedList({ id: `${url}/2` }), 'CRED_STATUS_LIST_MALFORMED'],
    [await signedList({ type: ['VerifiableCredential'] }), 'CRED_STATUS_LIST_MALFORMED'],
    [await signedList({}, { type: 'Other' }), 'CRED_STATUS_LIST_MALFORMED'],
    [await signedList({}, { ttl: -1 }), 'CRED_STATUS_LIST_MALFORMED'],
    [await signedList({}, { encodedList: 'u' }), 'CRED_STATUS_LIST_MALFORMED'],
    [await signedList({ validFrom: 'soon' }), 'KERNEL_INSTANT_INVALID'],
    [{}, 'CRED_MALFORMED'],
  ];
  for (const [value, code] of cases) assert.equal(codeOf(await verifyStatusList(value, url, trust)), code);
});

test('a list signed with a revoked key is refused: a stolen key cannot reinstate', async () => {
  const key = { id: mill.verificationMethod, publicKeyMultibase: toMultikey(mill.publicKey), revoked: NOW };
  const resolveDid = () => didDocumentOf(mill.did, [key]);
  assert.equal(
    codeOf(await verifyStatusList(await signedList(), url, { ...trust, resolveDid })),
    'CRED_KEY_REVOKED',
  );
});
