import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkPolicy } from '../policy/check.ts';
import {
  accredit,
  acts,
  anchored,
  attestation,
  discounts,
  established,
  findingCodes,
  ownership,
  policy,
  SUBJECT,
  standingWith,
} from '../testing/world.ts';

const extra = (said: Parameters<typeof attestation>[0]) => [...established, attestation(said)];
const A = 'did:key:zA';
const B = 'did:key:zB';

describe('a standing', () => {
  test('tells every part: what is there, what is needed, what is missing', () => {
    const standing = standingWith(established);
    assert.equal(standing.level, 'established');
    const trusted = standing.levels.find(({ name }) => name === 'trusted');
    assert.deepEqual(
      trusted?.parts.map(({ asks, met, have, need }) => [asks, met, have, need]),
      [
        ['quorum', false, '3', '5'],
        ['kind', true, 'company register', 'company register'],
        ['kind', true, 'bank', 'bank'],
        ['weight', false, '30', '50'],
        ['age', true, '4176 days', '730 days'],
        ['nothing-against', true, 'nothing', 'nothing'],
      ],
    );
    assert.deepEqual(
      standing.wouldRaise.map(({ code }) => code),
      ['PARTY_QUORUM_SHORT', 'PARTY_WEIGHT_SHORT'],
    );
    assert.match(standing.wouldRaise[0]?.mend ?? '', /LEI issuer/);
  });

  test('says when it lapses and on which single attestation it rests', () => {
    const { wouldLower } = standingWith(established);
    assert.deepEqual(
      wouldLower.map(({ on, level, because }) => [on, level, because.length]),
      [
        ['2027-05-02', 'none', 3],
        [undefined, 'known', 1],
        [undefined, 'known', 1],
        [undefined, 'known', 1],
      ],
    );
    const { wouldLower: two } = standingWith(extra({ kind: 'gs1' }));
    // With a fourth the register alone is what it rests on.
    assert.equal(two.filter(({ on }) => on === undefined).length, 1);
  });

  test('is none where nobody says anything', () => {
    const { level, levels } = standingWith([]);
    assert.equal(level, 'none');
    assert.equal(levels[0]?.parts[0]?.missing?.code, 'PARTY_QUORUM_SHORT');
  });

  test('two kinds of one attester count once', () => {
    const both = 'did:key:z-company-register';
    const standing = standingWith(
      [attestation(), attestation({ kind: 'chamber', by: both }), attestation({ kind: 'bank' })],
      { acts: [accredit(both, 'ChamberMembershipAffirmation')] },
    );
    assert.equal(standing.level, 'known');
    assert.equal(standing.levels[1]?.parts[0]?.have, '2');
  });

  test('as of an earlier day it knows nothing of what was signed later', () => {
    assert.equal(standingWith(established, { asOf: '2026-04-30T23:59:59.000Z' }).level, 'none');
    assert.equal(standingWith(established, { asOf: '2026-05-01T00:00:00.000Z' }).level, 'established');
  });

  test('two agencies come to different standings over the same evidence', () => {
    const strict = { ...policy, kinds: policy.kinds.map((kind) => ({ ...kind, freshForDays: 30 })) };
    assert.equal(standingWith(established, { policy: strict }).level, 'none');
    // Another agency that does not recognize the accreditations of the first.
    assert.equal(standingWith(established, { policy: { publisher: 'did:key:zOther' } }).level, 'none');
    const recognizing = { publisher: 'did:key:zOther', recognizes: [policy.publisher] };
    assert.equal(standingWith(established, { policy: recognizing }).level, 'established');
  });
});

describe('an attestation is discounted', () => {
  const cases: readonly [string, Parameters<typeof attestation>[0], string][] = [
    ['altered', { kind: 'gs1', changes: { faults: ['CRED_SIGNATURE_INVALID'] } }, 'PARTY_UNSOUND'],
    [
      'revoked',
      {
        kind: 'gs1',
        changes: { changes: [{ purpose: 'revocation', from: '2026-06-01T00:00:00.000Z' as never }] },
      },
      'PARTY_REVOKED',
    ],
    ['expired', { kind: 'gs1', changes: { until: '2026-06-01' as never } }, 'PARTY_EXPIRED'],
    ['stale', { kind: 'gs1', signedAt: '2025-06-01T00:00:00Z' }, 'PARTY_STALE'],
    ['backdated', { kind: 'gs1', changes: { from: '2020-01-01' as never } }, 'PARTY_BACKDATED'],
    [
      'dated back by its proof',
      { kind: 'gs1', changes: { claimedAt: '2020-01-01T00:00:00.000Z' as never } },
      'PARTY_BACKDATED',
    ],
    [
      'of a lapsed LEI',
      { kind: 'lei-issuer', facts: { renewalDue: '2026-06-11' as never } },
      'PARTY_LEI_LAPSED',
    ],
    [
      'of a suspended CTPAT member',
      { kind: 'trusted-trader', facts: { state: 'suspended' } },
      'PARTY_TRUSTED_TRADER_SUSPENDED',
    ],
    ['by somebody unknown', { kind: 'gs1', by: 'did:key:zNobody' }, 'PARTY_ATTESTER_UNKNOWN'],
    [
      'by somebody accredited for another type',
      { kind: 'gs1', by: 'did:key:z-bank' },
      'PARTY_ATTESTER_NOT_ACCREDITED',
    ],
    ['by the organization itself', { kind: 'trading-partner', by: SUBJECT }, 'PARTY_SELF_ATTESTED'],
    ['by a trading partner nobody knows', { kind: 'trading-partner', by: A }, 'PARTY_UNANCHORED'],
  ];
  for (const [how, said, code] of cases)
    test(how, () => {
      const standing = standingWith(extra(said));
      assert.deepEqual(discounts(standing), [code]);
      assert.equal(standing.level, 'established');
      assert.equal(standing.attestations.filter(({ outcome }) => outcome === 'counts').length, 3);
    });

  test('when its attester was suspended at signing, or since', () => {
    const [, , , , gs1] = acts;
    const suspend = (at: string) => [
      {
        act: 'suspend',
        id: `s-${at}`,
        at,
        agency: policy.publisher,
        by: 'Sample Lead',
        reason: 'Bought word.',
        accreditation: gs1?.id ?? '',
      } as const,
    ];
    const with4 = extra({ kind: 'gs1' });
    assert.deepEqual(discounts(standingWith(with4, { acts: suspend('2026-04-01T00:00:00.000Z') })), [
      'PARTY_ATTESTER_SUSPENDED',
    ]);
    const since = { acts: suspend('2026-06-01T00:00:00.000Z') };
    assert.deepEqual(discounts(standingWith(with4, since)), ['PARTY_ATTESTER_SUSPENDED_SINCE']);
    assert.deepEqual(discounts(standingWith(with4, { ...since, policy: { suspendedAttester: 'keep' } })), []);
    // What the agency knew on the day before.
    assert.deepEqual(discounts(standingWith(with4, { ...since, asOf: '2026-05-31T00:00:00.000Z' })), []);
  });

  test('when its attester stands under the owner of the organization', () => {
    const evidence = [...extra({ kind: 'gs1' }), ownership(SUBJECT, A), ownership('did:key:z-gs1', A)];
    const standing = standingWith(evidence);
    assert.deepEqual(discounts(standing), ['PARTY_COMMON_OWNER']);
    const [finding] = standing.findings;
    assert.deepEqual(finding?.picture?.edges.map(({ from, relation }) => `${from} ${relation}`).sort(), [
      'did:key:z-gs1 attests',
      'did:key:zA controls',
      'did:key:zA controls',
    ]);
  });

  test('once only when several attesters have one owner, however high up', () => {
    const evidence = [
      ...established,
      ownership('did:key:z-bank', A),
      ownership(A, B),
      ownership('did:key:z-tax-authority', B),
    ];
    const standing = standingWith(evidence);
    assert.equal(standing.level, 'known');
    assert.ok(findingCodes(standing).includes('PARTY_POOLED_OWNER'));
  });

  test('when trading partners vouch for each other, directly, in a ring or through a sister', () => {
    const refers = (by: string, about: string) => attestation({ kind: 'trading-partner', by, about });
    const partner = [...anchored(A), ...anchored(B), ...established, refers(A, SUBJECT)];
    assert.deepEqual(discounts(standingWith(partner)), []);
    assert.deepEqual(discounts(standingWith([...partner, refers(SUBJECT, A)])), ['PARTY_MUTUAL_VOUCHING']);
    const ring = standingWith([...partner, refers(SUBJECT, B), refers(B, A)]);
    assert.deepEqual(discounts(ring), ['PARTY_RING']);
    assert.equal(ring.findings[0]?.picture?.edges.length, 3);
    const sisters = [ownership(A, 'did:key:zOwner'), ownership(B, 'did:key:zOwner')];
    assert.deepEqual(discounts(standingWith([...partner, refers(SUBJECT, B), ...sisters])), ['PARTY_RING']);
  });

  test('after a change of control, once the time to attest anew is over', () => {
    const sold = attestation({
      facts: { controlChangedOn: '2026-02-01' as never },
      signedAt: '2026-02-02T00:00:00Z',
    });
    const bank = attestation({ kind: 'bank', signedAt: '2026-01-10T00:00:00Z' });
    const evidence = [sold, bank, attestation({ kind: 'tax-authority' })];
    const before = standingWith(evidence, { asOf: '2026-05-01T12:00:00Z' });
    assert.deepEqual(discounts(before), []);
    const after = standingWith(evidence);
    assert.deepEqual(discounts(after), ['PARTY_BEFORE_CHANGE_OF_CONTROL']);
    // A shelf company is as old as its owners' purchase.
    assert.deepEqual(after.age, { since: '2026-02-01', days: 131, because: 'change of control' });
  });
});

describe('against an organization stands', () => {
  test('that it is dissolved, though its key still signs', () => {
    const gone = attestation({
      by: 'did:key:z-registry2',
      facts: { state: 'dissolved', stateSince: '2026-06-01' as never },
    });
    const change = { acts: [accredit('did:key:z-registry2', 'BusinessRegistrationAffirmation')] };
    const standing = standingWith([...established, gone], change);
    assert.equal(standing.barred, true);
    assert.equal(standing.level, 'none');
    assert.deepEqual(findingCodes(standing), ['PARTY_DISSOLVED']);
    assert.equal(standingWith([...established, gone]).barred, false, 'word of somebody unknown bars nobody');
  });

  test('that it was merged: the successor is named', () => {
    const merged = attestation({
      signedAt: '2026-05-20T00:00:00Z',
      facts: { state: 'merged', successor: { name: 'Sample Successor', did: B } },
    });
    const standing = standingWith([...established, merged]);
    assert.deepEqual(standing.successor, { name: 'Sample Successor', did: B });
    assert.deepEqual(findingCodes(standing), ['PARTY_MERGED']);
  });

  test('a name with letters in disguise; a name in common is only said', () => {
    const real = attestation({ about: A, party: { name: 'Sample Harbor' } });
    const spoof = [attestation({ party: { name: 'S\u0430mple Harbor' } }), real];
    const standing = standingWith(spoof);
    assert.deepEqual(findingCodes(standing), ['PARTY_NAME_DISGUISED']);
    assert.equal(standing.barred, true);
    assert.match(standing.findings[0]?.reason.message ?? '', /U\+0430/);
    const victim = standingWith(spoof, { subject: A });
    assert.deepEqual([victim.barred, findingCodes(victim)], [false, ['PARTY_NAME_IMITATED']]);
    const collision = standingWith([attestation({ party: { name: 'SAMPLE HARBOR, INC.' } }), real]);
    assert.deepEqual([collision.barred, findingCodes(collision)], [false, ['PARTY_NAME_SHARED']]);
  });

  test('an identifier that somebody else was attested before', () => {
    const lei = { identifiers: [{ scheme: 'lei' as const, value: '506700GE1G29325QX363' }] };
    const evidence = [
      attestation({ about: A, party: lei, signedAt: '2026-01-01T00:00:00Z' }),
      attestation({ party: lei }),
    ];
    const later = standingWith(evidence);
    assert.deepEqual(findingCodes(later), ['PARTY_IDENTIFIER_SHARED']);
    assert.equal(later.barred, true);
    assert.equal(later.identifiers[0]?.state, 'conflict');
    const first = standingWith(evidence, { subject: A });
    assert.equal(first.barred, false);
    assert.deepEqual(findingCodes(first), ['PARTY_IDENTIFIER_SHARED']);
  });

  test('two values of one identifier, and a MID that the rules do not make', () => {
    const lei = (value: string) => ({ identifiers: [{ scheme: 'lei' as const, value }] });
    const two = [
      attestation({ party: lei('506700GE1G29325QX363') }),
      attestation({ kind: 'bank', party: lei('5493001KJTIIGC8Y1R12') }),
    ];
    assert.deepEqual(findingCodes(standingWith(two)), ['PARTY_IDENTIFIER_TWO_VALUES']);
    const mid = attestation({
      party: {
        name: 'A.B.C. Company',
        city: 'Nogales',
        identifiers: [{ scheme: 'mid', value: 'MXXYZCOM12NOG' }],
      },
    });
    const standing = standingWith([mid]);
    assert.deepEqual(findingCodes(standing), ['PARTY_MID_DIFFERS']);
    // 19 CFR part 102, appendix: "A.B.C. Company" is ABCCOM.
    assert.ok(
      standing.identifiers.some(({ value, state }) => value === 'MXABCCOMNOG' && state === 'constructed'),
    );
  });
});

describe('an override of the agency', () => {
  const override = (effect: 'bar' | 'set', level?: string) => ({
    ...{
      act: 'override' as const,
      id: `o-${effect}`,
      at: '2026-06-01T00:00:00.000Z',
      agency: policy.publisher,
    },
    ...{ by: 'Sample Lead', reason: 'After a visit.', subject: SUBJECT, effect, ...(level ? { level } : {}) },
  });
  test('bars or sets a level, and the computed level stays to be seen', () => {
    const barred = standingWith(established, { acts: [override('bar')] });
    assert.deepEqual([barred.level, barred.computedLevel, barred.barred], ['none', 'established', true]);
    const set = standingWith(established, { acts: [override('set', 'trusted')] });
    assert.deepEqual([set.level, set.computedLevel], ['trusted', 'established']);
    assert.equal(set.override?.reason, 'After a visit.');
  });
  test('of another agency means nothing', () => {
    const foreign = { ...override('bar'), agency: 'did:key:zOther' };
    assert.equal(standingWith(established, { acts: [foreign] }).barred, false);
  });
});

test('a policy that contradicts itself is refused', () => {
  assert.equal(checkPolicy(policy).ok, true);
  const [rule] = policy.roles;
  const level = rule?.levels[0];
  assert.ok(level);
  const impossible = { ...policy, roles: [{ role: 'any', levels: [{ ...level, atLeast: 4 }] }] };
  const result = checkPolicy(impossible);
  assert.deepEqual(!result.ok && result.refusals.map(({ code, path }) => [code, path]), [
    ['PARTY_POLICY_INVALID', '/roles/0/levels/0/atLeast'],
  ]);
});
