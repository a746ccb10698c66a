import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addSeconds, expectOk, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { issueCredential } from '../credential/issue.ts';
import { createStatusList, setStatus } from '../status/bitstring.ts';
import { type StatusPurpose, statusEntry } from '../status/entry.ts';
import { statusListCredential } from '../status/list-credential.ts';
import { type StatusSnapshot, verifyStatusList } from '../status/snapshot.ts';
import { type Actor, actor, NOW, trustWith, unsignedOrder } from '../testing/actors.ts';
import { checkStatus } from './status.ts';
import { fragmentOf } from './verdict.ts';
import { verifyCredential } from './verify-credential.ts';

const grower = actor('grower');
const INDEX = 94_567;
const urlOf = (purpose: StatusPurpose) => `https://sample.portolan.example/status/grower/${purpose}`;
const proofTrust = {
  crypto: nodeCrypto,
  signedAt: { instant: NOW, source: 'first-receipt' as const },
  resolveDid: () => undefined,
};

interface ListOptions {
  readonly set?: readonly number[];
  readonly signer?: Actor;
  readonly validFrom?: typeof NOW;
  readonly ttl?: number;
}

async function snapshot(purpose: StatusPurpose, options: ListOptions = {}): Promise<StatusSnapshot> {
  const { set = [], signer = grower, validFrom = NOW, ttl } = options;
  const bits = set.reduce((list, index) => expectOk(setStatus(list, index, true)), createStatusList());
  const url = urlOf(purpose);
  const validUntil = addSeconds(validFrom, 86_400);
  const list = {
    url,
    issuer: signer.did,
    purpose,
    bits,
    validFrom,
    validUntil,
    ...(ttl === undefined ? {} : { ttl }),
  };
  const signed = await issueCredential(await statusListCredential(list), signer, nodeCrypto, {
    created: validFrom,
  });
  return expectOk(await verifyStatusList(signed, url, proofTrust));
}

const entry = (purpose: StatusPurpose, index = INDEX) =>
  statusEntry({ purpose, list: urlOf(purpose), index });

/** Outcome and codes of the status of a credential with both entries. */
function judge(
  lists: readonly StatusSnapshot[],
  changes: { at?: typeof NOW; status?: JsonObject | JsonObject[] } = {},
) {
  const { at = NOW, status = [entry('revocation'), entry('suspension')] } = changes;
  const fragment = checkStatus({ credentialStatus: status }, grower.did, trustWith({ at }, lists));
  return [fragment.outcome, ...fragment.refusals.map(({ code }) => code)];
}

const good = await Promise.all([
  snapshot('revocation', { set: [INDEX + 1, INDEX - 1] }),
  snapshot('suspension'),
]);

test('neither bit set passes, for the whole credential', async () => {
  assert.deepEqual(judge(good), ['passed']);
  const status = [entry('revocation'), entry('suspension')];
  const credential = await issueCredential(
    unsignedOrder(grower.did, { credentialStatus: status }),
    grower,
    nodeCrypto,
    { created: NOW },
  );
  const verdict = await verifyCredential(credential, trustWith({}, good));
  assert.equal(verdict.verified, true);
  assert.equal(fragmentOf(verdict, 'status')?.outcome, 'passed');
});

test('revoked and suspended fail, each by its name', async () => {
  const [revocation, suspension] = await Promise.all([
    snapshot('revocation', { set: [INDEX] }),
    snapshot('suspension', { set: [INDEX] }),
  ]);
  assert.deepEqual(judge([revocation, good[1]]), ['failed', 'CRED_REVOKED']);
  assert.deepEqual(judge([good[0], suspension]), ['failed', 'CRED_SUSPENDED']);
  assert.deepEqual(judge([revocation, suspension]), ['failed', 'CRED_REVOKED', 'CRED_SUSPENDED']);
});

test('no list at hand leaves it open', () => {
  assert.deepEqual(judge([good[0]]), ['undetermined', 'CRED_STATUS_UNKNOWN']);
  assert.deepEqual(judge([]), ['undetermined', 'CRED_STATUS_UNKNOWN', 'CRED_STATUS_UNKNOWN']);
});

test('a list of another issuer says nothing, even when it says all is well', async () => {
  const foreign = await snapshot('revocation', { signer: actor('somebody else') });
  assert.deepEqual(judge([foreign, good[1]]), ['failed', 'CRED_STATUS_ISSUER']);
});

test('a list of the other purpose fails', async () => {
  const [revocation] = good;
  const posing = { ...revocation, url: urlOf('suspension') };
  assert.deepEqual(judge([revocation, posing]), ['failed', 'CRED_STATUS_PURPOSE']);
});

test('an old list leaves it open; one second before its end it still speaks', async () => {
  const until = addSeconds(NOW, 86_400);
  assert.deepEqual(judge(good, { at: until }), ['passed']);
  assert.deepEqual(judge(good, { at: addSeconds(until, 1) }), [
    'undetermined',
    'CRED_STATUS_STALE',
    'CRED_STATUS_STALE',
  ]);
  const hour = await snapshot('revocation', { ttl: 3_600_000 });
  assert.deepEqual(judge([hour, good[1]], { at: addSeconds(NOW, 3600) }), ['passed']);
  assert.deepEqual(judge([hour, good[1]], { at: addSeconds(NOW, 3601) }), [
    'undetermined',
    'CRED_STATUS_STALE',
  ]);
});

test('a list from the future leaves it open', () => {
  assert.deepEqual(judge(good, { at: addSeconds(NOW, -1) }), [
    'undetermined',
    'CRED_STATUS_STALE',
    'CRED_STATUS_STALE',
  ]);
});

test('an old list still proves a revocation, but not a suspension', async () => {
  const old = { set: [INDEX], validFrom: instant('2026-01-01T00:00:00Z') };
  const [revocation, suspension] = await Promise.all([
    snapshot('revocation', old),
    snapshot('suspension', old),
  ]);
  assert.deepEqual(judge([revocation, good[1]]), ['failed', 'CRED_REVOKED']);
  assert.deepEqual(judge([good[0], suspension]), ['undetermined', 'CRED_STATUS_STALE']);
});

test('an index outside the list fails', () => {
  assert.deepEqual(judge(good, { status: entry('revocation', 131_071) }), ['passed']);
  assert.deepEqual(judge(good, { status: entry('revocation', 131_072) }), ['failed', 'CRED_STATUS_INDEX']);
});

test('entries that cannot be read fail; informative ones do not matter', () => {
  const whole = entry('revocation');
  for (const bad of [
    { ...whole, type: 'StatusList2021Entry' },
    { ...whole, statusPurpose: 'something' },
    { ...whole, statusListIndex: '-1' },
    { ...whole, statusListIndex: '01' },
    { ...whole, statusListIndex: '1e3' },
    { ...whole, statusListIndex: '9'.repeat(30) },
    { ...whole, statusListIndex: 7 },
    { ...whole, statusListCredential: '' },
    { ...whole, statusSize: 2 },
  ])
    assert.deepEqual(judge(good, { status: bad }), ['failed', 'CRED_STATUS_FORM'], JSON.stringify(bad));
  assert.deepEqual(judge([], { status: { ...whole, statusPurpose: 'refresh' } }), ['passed']);
});

test('a credential without status entry has none to check', () => {
  assert.deepEqual(judge([], { status: [] }), ['not-applicable']);
});
