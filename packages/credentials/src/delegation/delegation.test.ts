import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addSeconds, expectOk, type Result } from '@portolan/kernel';
import { generateKey } from '../forms/keys/local-key.ts';
import { NOW } from '../testing/actors.ts';
import type { Capability, Invocation } from './capability.ts';
import { type Delegation, delegateCapability } from './delegate.ts';
import { authorizeInvocation, type DelegationTrust, verifyCapability } from './verify.ts';

const [importer, broker, clerk, thief] = await Promise.all(
  Array.from({ length: 4 }, () => generateKey('Ed25519')),
);
assert.ok(importer && broker && clerk && thief);
const target = 'https://node.example/t/importer';
const trust: DelegationTrust = {
  at: NOW,
  signedAt: { instant: NOW, source: 'first-receipt' },
  resolveDid: () => undefined,
  ownerOf: (of) => (of === target ? importer.did : undefined),
};
const toBroker: Delegation = {
  id: 'urn:uuid:a',
  controller: broker.did,
  target,
  actions: ['file', 'read'],
  expires: addSeconds(NOW, 86_400),
  caveat: { entryTypes: ['01', '11'] },
  created: NOW,
};
const first = expectOk(await delegateCapability(toBroker, importer));
const toClerk: Delegation = {
  id: 'urn:uuid:b',
  controller: clerk.did,
  target: `${target}/entries`,
  actions: ['file'],
  expires: addSeconds(NOW, 3600),
  caveat: { entryTypes: ['01'], ports: ['2704'] },
  created: NOW,
  parent: first,
};
const second = expectOk(await delegateCapability(toClerk, broker));
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code));
const filing: Invocation = {
  action: 'file',
  target: `${target}/entries/B76-0324527-8`,
  invoker: clerk.did,
  at: NOW,
  entryType: '01',
  port: '2704',
};

test('a chain of two holds up to the owner', async () => {
  assert.deepEqual(
    expectOk(await verifyCapability(first, trust)).map(({ id }) => id),
    ['urn:uuid:a'],
  );
  assert.deepEqual(
    expectOk(await verifyCapability(second, trust)).map(({ id }) => id),
    ['urn:uuid:a', 'urn:uuid:b'],
  );
});

describe('a delegation only narrows', () => {
  const wider: [string, Partial<Delegation>][] = [
    ['another action', { actions: ['issue'] }],
    ['a target beside', { target: 'https://node.example/t/other' }],
    ['a target that climbs', { target: `${target}/../other` }],
    ['a target with the same beginning', { target: `${target}2` }],
    ['a later end', { expires: addSeconds(NOW, 90_000) }],
    ['a caveat with more in it', { caveat: { entryTypes: ['01', '06'] } }],
    ['a caveat left out', { caveat: {} }],
  ];
  for (const [name, change] of wider)
    test(`${name} is refused when it is made, and when somebody made it all the same`, async () => {
      assert.deepEqual(codes(await delegateCapability({ ...toClerk, ...change }, broker)), [
        'CRED_ZCAP_WIDENED',
      ]);
      const { parent: _parent, ...rootless } = { ...toClerk, ...change };
      const forged = expectOk(await delegateCapability(rootless, broker));
      const chained = {
        ...forged,
        parentCapability: first.id,
        proof: { ...forged.proof, capabilityChain: second.proof.capabilityChain },
      };
      assert.ok(codes(await verifyCapability(chained, trust)).includes('CRED_ZCAP_WIDENED'));
    });
});

test('altered, signed by somebody else, without an owner, ended, taken back', async () => {
  const altered = { ...second, controller: thief.did };
  assert.deepEqual(codes(await verifyCapability(altered, trust)), ['CRED_ZCAP_INVALID']);
  assert.deepEqual(
    codes(await verifyCapability(expectOk(await delegateCapability(toBroker, thief)), trust)),
    ['CRED_ZCAP_INVALID'],
  );
  assert.deepEqual(codes(await verifyCapability(expectOk(await delegateCapability(toClerk, thief)), trust)), [
    'CRED_ZCAP_INVALID',
  ]);
  assert.deepEqual(codes(await verifyCapability(second, { ...trust, ownerOf: () => undefined })), [
    'CRED_ZCAP_INVALID',
  ]);
  const later = addSeconds(NOW, 3600);
  assert.deepEqual(codes(await verifyCapability(second, { ...trust, at: later })), ['CRED_ZCAP_EXPIRED']);
  const isRevoked = (id: string) => id === first.id;
  assert.deepEqual(codes(await verifyCapability(second, { ...trust, isRevoked })), ['CRED_ZCAP_INVALID']);
});

test('what is no capability', async () => {
  for (const value of [
    null,
    {},
    'text',
    { ...second, allowedAction: ['delete'] },
    { ...second, caveat: { days: ['1'] } },
    { ...second, proof: 7 },
  ])
    assert.ok(codes(await verifyCapability(value, trust)).every((code) => code === 'CRED_ZCAP_MALFORMED'));
});

test('an invocation is covered by action, target, invoker and every caveat', async () => {
  const ask = async (change: Partial<Invocation>, capability: Capability = second) =>
    codes(await authorizeInvocation(capability, { ...filing, ...change }, trust));
  assert.deepEqual(await ask({}), []);
  const { port: _port, ...portless } = filing;
  assert.deepEqual(codes(await authorizeInvocation(second, portless, trust)), ['CRED_ZCAP_SCOPE']);
  for (const change of [
    { action: 'read' },
    { invoker: thief.did },
    { target },
    { entryType: '11' },
    { port: '1001' },
  ] as const)
    assert.deepEqual(await ask(change), ['CRED_ZCAP_SCOPE']);
});
