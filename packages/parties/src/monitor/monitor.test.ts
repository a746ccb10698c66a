import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeCrypto } from '@portolan/kernel/node';
import { EvidenceIndex } from '../attestation/source.ts';
import { checkPartyDocument } from '../schema/check.ts';
import { policyOn, standingAsOf } from '../standing/as-of.ts';
import { bundleOf, recompute } from '../standing/bundle.ts';
import { standingDigest } from '../standing/evaluate.ts';
import { compareStandings, holderFaults, standingStatement } from '../standing/statement.ts';
import {
  AS_OF,
  acts,
  anchored,
  attestation,
  established,
  policy,
  SUBJECT,
  standingWith,
} from '../testing/world.ts';
import { foldRegister } from '../trust/register.ts';
import { changeBetween } from './change.ts';
import { dependantsOf } from './dependants.ts';
import { simulatePolicy } from './simulate.ts';

const source = new EvidenceIndex([...established, ...anchored('did:key:zA')]);
const register = foldRegister(acts, AS_OF, nodeCrypto);
const ground = { role: 'importer', asOf: AS_OF, policy, register, source, crypto: nodeCrypto };

test('a policy is tried before it is published: which standings would change, and why', () => {
  const [rule] = policy.roles;
  const proposed = {
    ...policy,
    version: '2',
    roles: [
      {
        role: 'any',
        levels: (rule?.levels ?? []).map((level) => ({ ...level, atLeast: level.atLeast + 1 })),
      },
    ],
  };
  const { compared, changes, levels } = simulatePolicy([SUBJECT, 'did:key:zA'], ground, proposed);
  assert.equal(compared, 2);
  assert.deepEqual(
    changes.map(({ subject, from, to, direction }) => [subject, from, to, direction]),
    [
      [SUBJECT, 'established', 'known', 'lowered'],
      ['did:key:zA', 'known', 'none', 'lowered'],
    ],
  );
  assert.ok(changes[0]?.reasons.some(({ code }) => code === 'PARTY_QUORUM_SHORT'));
  assert.deepEqual(levels, [
    { level: 'established', before: 1, after: 0 },
    { level: 'known', before: 1, after: 1 },
    { level: 'none', before: 0, after: 1 },
  ]);
});

test('a revocation lowers, and the reason is the revocation', () => {
  const revoked = attestation({
    kind: 'bank',
    changes: { changes: [{ purpose: 'revocation', from: '2026-06-01T00:00:00.000Z' as never }] },
  });
  const [register_, , tax] = established;
  assert.ok(register_ && tax);
  const change = changeBetween(standingWith(established), standingWith([register_, revoked, tax]));
  assert.equal(change?.direction, 'lowered');
  assert.equal(change?.reasons[0]?.code, 'PARTY_REVOKED');
});

test('a change touches its subject, whom the subject attests, and those whose ring it may close', () => {
  const refers = (by: string, about: string) => attestation({ kind: 'trading-partner', by, about });
  const [A, B, C] = ['did:key:zA', 'did:key:zB', 'did:key:zC'];
  const index = new EvidenceIndex([refers(A, B), refers(B, C)]);
  const dependence = {
    attestedBy: (did: string) => index.referencesBy(did).map(({ subject }) => subject),
    controlledBy: () => [],
  };
  const touched = dependantsOf(refers(C, A), dependence, index, 4);
  assert.deepEqual([...touched].sort(), [A, B, C]);
  assert.deepEqual([...dependantsOf(attestation({ about: C }), dependence, index, 4)], [C]);
});

test('a second node recomputes a bundle to the same bytes, and an altered one differs', () => {
  const bundle = bundleOf({ ...ground, subject: SUBJECT }, acts);
  const again = recompute(JSON.parse(JSON.stringify(bundle)), nodeCrypto);
  assert.equal(standingDigest(nodeCrypto, again), standingDigest(nodeCrypto, bundle.standing));
  const statement = standingStatement(nodeCrypto, bundle.standing);
  assert.equal(checkPartyDocument('StandingStatement', statement).ok, true);
  assert.equal(compareStandings(nodeCrypto, statement, again).ok, true);
  const less = recompute({ ...bundle, attestations: bundle.attestations.slice(1) }, nodeCrypto);
  const differs = compareStandings(nodeCrypto, statement, less);
  assert.match((!differs.ok && differs.refusals[0]?.mend) || '', /the evidence/);
});

test('as of a time, the policy then in force decides', () => {
  const later = { ...policy, version: '2', effectiveFrom: '2026-06-01', publisher: 'did:key:zNobody' };
  const records = { source, acts, policies: [later, policy], crypto: nodeCrypto };
  assert.equal(policyOn(records.policies, AS_OF)?.version, '2');
  assert.equal(standingAsOf(records, SUBJECT, 'importer', AS_OF)?.level, 'none');
  assert.equal(
    standingAsOf(records, SUBJECT, 'importer', '2026-05-31T12:00:00.000Z' as never)?.level,
    'established',
  );
  assert.equal(standingAsOf(records, SUBJECT, 'importer', '2020-01-01T00:00:00.000Z' as never), undefined);
});

test('a stolen credential fails: who presents it is not whom it is about', () => {
  const credential = { credentialSubject: { organization: { did: SUBJECT, name: 'Sample' } } };
  assert.deepEqual(holderFaults(SUBJECT, [credential]), []);
  assert.deepEqual(
    holderFaults('did:key:zThief', [credential]).map(({ code }) => code),
    ['PARTY_HOLDER'],
  );
});
