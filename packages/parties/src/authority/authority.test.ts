import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Digest, instant } from '@portolan/kernel';
import fc from 'fast-check';
import type { PowerUse } from './act.ts';
import { authorityFor } from './chain.ts';
import { stoppedDrafts } from './drafts.ts';
import { type PersonLink, signingAuthority } from './person.ts';
import type { SignedPower } from './power.ts';

const [IMPORTER, BROKER, AGENT, THIEF, PERSON] = ['zImporter', 'zBroker', 'zAgent', 'zThief', 'zPerson'].map(
  (name) => `did:key:${name}`,
) as [string, string, string, string, string];
const digest = (letter: string) => `sha256:${letter.repeat(64)}` as Digest;
const AT = instant('2026-06-12T14:30:00Z');

function power(changes: Partial<SignedPower> = {}): SignedPower {
  return {
    digest: digest('a'),
    number: 'POA-1',
    issuer: changes.grantor ?? IMPORTER,
    grantor: IMPORTER,
    grantee: BROKER,
    powers: ['file-entry', 'claim-preference', 'sub-delegate'],
    limits: { ports: ['2604', '2605'], maximumEntryValue: { amount: '100000', currency: 'USD' } },
    from: '2026-01-01',
    until: '2026-12-31',
    signedAt: instant('2026-01-01T00:00:00Z'),
    changes: [],
    faults: [],
    ...changes,
  };
}

const passedOn = (changes: Partial<SignedPower> = {}) =>
  power({
    ...{ digest: digest('b'), number: 'SUB-1', parent: digest('a'), grantor: BROKER, grantee: AGENT },
    ...{ powers: ['file-entry'], limits: { ports: ['2604'] } },
    ...changes,
  });

const use = (changes: Partial<PowerUse> = {}): PowerUse => ({
  ...{ power: 'file-entry', principal: IMPORTER, actor: BROKER, at: AT, port: '2604', entryType: '01' },
  enteredValue: { amount: '9120.00', currency: 'USD' },
  ...changes,
});

const codes = (asked: PowerUse, powers: readonly SignedPower[]) => {
  const result = authorityFor(asked, powers);
  return result.ok ? [] : result.refusals.map(({ code }) => code);
};

describe('a power of attorney', () => {
  test('lets its grantee act within its limits (19 CFR 141.31 to 141.46)', () => {
    assert.deepEqual(codes(use(), [power()]), []);
    assert.deepEqual(codes(use({ port: '5301' }), [power()]), ['PARTY_AUTHORITY_LIMIT']);
    assert.deepEqual(codes(use({ power: 'certify-origin' }), [power()]), ['PARTY_AUTHORITY_LIMIT']);
    const tooMuch = { amount: '100000.01', currency: 'USD' as const };
    assert.deepEqual(codes(use({ enteredValue: tooMuch as never }), [power()]), ['PARTY_AUTHORITY_LIMIT']);
  });

  const cases: readonly [string, Partial<SignedPower>, string][] = [
    ['was altered', { faults: ['CRED_SIGNATURE_INVALID'] }, 'PARTY_AUTHORITY_UNSOUND'],
    ['was signed by its grantee', { issuer: BROKER }, 'PARTY_AUTHORITY_GRANTOR'],
    ['was signed after the act', { signedAt: instant('2026-06-13T00:00:00Z') }, 'PARTY_AUTHORITY_LATER'],
    ['has ended', { until: '2026-06-11' }, 'PARTY_AUTHORITY_TIME'],
    [
      'was revoked a second before',
      { changes: [{ purpose: 'revocation', from: instant('2026-06-12T14:29:59Z') }] },
      'PARTY_AUTHORITY_REVOKED',
    ],
  ];
  for (const [how, changes, code] of cases)
    test(`does not count when it ${how}`, () => assert.deepEqual(codes(use(), [power(changes)]), [code]));

  test('between others leads nowhere', () => {
    assert.deepEqual(codes(use({ actor: THIEF }), [power()]), ['PARTY_AUTHORITY_NONE']);
    assert.deepEqual(codes(use({ principal: THIEF }), [power()]), ['PARTY_AUTHORITY_NONE']);
  });
});

describe('a delegation', () => {
  const agent = use({ actor: AGENT });

  test('carries on what was given, narrowed', () => {
    const result = authorityFor(agent, [passedOn(), power()]);
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.chain.map(({ number }) => number),
      ['POA-1', 'SUB-1'],
    );
    // The port is its own, the highest value inherited.
    assert.deepEqual(result.value.reach.limits, {
      ports: ['2604'],
      maximumEntryValue: { amount: '100000', currency: 'USD' },
    });
    assert.deepEqual(codes(use({ actor: AGENT, port: '2605' }), [power(), passedOn()]), [
      'PARTY_AUTHORITY_LIMIT',
    ]);
  });

  const cases: readonly [string, readonly SignedPower[], string][] = [
    [
      'gives a power its giver has not',
      [power(), passedOn({ powers: ['certify-origin'] })],
      'PARTY_AUTHORITY_WIDENED',
    ],
    ['gives another port', [power(), passedOn({ limits: { ports: ['5301'] } })], 'PARTY_AUTHORITY_WIDENED'],
    ['lasts longer', [power(), passedOn({ until: '2027-12-31' })], 'PARTY_AUTHORITY_WIDENED'],
    [
      'gives a higher value',
      [power(), passedOn({ limits: { maximumEntryValue: { amount: '100001', currency: 'USD' } } })],
      'PARTY_AUTHORITY_WIDENED',
    ],
    [
      'comes from a power that may not be passed on',
      [power({ powers: ['file-entry'] }), passedOn()],
      'PARTY_AUTHORITY_NO_SUBDELEGATION',
    ],
    [
      'is given by somebody who does not hold it',
      [power(), passedOn({ grantor: THIEF, issuer: THIEF })],
      'PARTY_AUTHORITY_GRANTOR',
    ],
    [
      'comes from a power revoked since',
      [power({ changes: [{ purpose: 'revocation', from: instant('2026-06-01T00:00:00Z') }] }), passedOn()],
      'PARTY_AUTHORITY_REVOKED',
    ],
  ];
  for (const [how, powers, code] of cases)
    test(`does not count when it ${how}`, () => assert.ok(codes(agent, powers).includes(code)));

  test('never reaches further than what it comes from', () => {
    const some = fc.subarray([
      'file-entry',
      'claim-preference',
      'certify-origin',
      'answer-requests',
      'sub-delegate',
    ] as const);
    const ports = fc.option(fc.subarray(['2604', '2605', '5301'], { minLength: 1 }), { nil: undefined });
    const limits = ports.map((list) => (list ? { ports: list } : {}));
    const link = fc.record({ powers: some, limits, until: fc.constantFrom('2026-06-30', '2026-12-31') });
    fc.assert(
      fc.property(
        fc.array(link, { minLength: 2, maxLength: 5 }),
        fc.constantFrom('2604', '5301'),
        (links, port) => {
          const names = links.map((_, index) => `did:key:zHolder${index}`);
          const chain = links.map((one, index) =>
            power({
              ...one,
              digest: digest('0123456789'[index] ?? ''),
              ...(index === 0 ? {} : { parent: digest('0123456789'[index - 1] ?? '') }),
              grantor: names[index - 1] ?? IMPORTER,
              grantee: names[index] ?? '',
            }),
          );
          const result = authorityFor(use({ actor: names.at(-1) ?? '', port }), chain);
          if (!result.ok) return;
          for (const { powers, limits } of chain) {
            assert.ok(powers.includes('file-entry'));
            assert.ok(limits.ports === undefined || limits.ports.includes(port));
          }
        },
      ),
    );
  });
});

describe('a person', () => {
  const employee: PersonLink = {
    digest: digest('c'),
    ...{ person: PERSON, organization: BROKER, issuer: BROKER, as: 'employee', powers: ['file-entry'] },
    ...{
      signsAlone: false,
      from: '2026-01-01',
      signedAt: instant('2026-01-01T00:00:00Z'),
      changes: [],
      faults: [],
    },
  };
  const evidence = (persons: readonly PersonLink[], powers = [power()]) => ({
    ...{ persons, powers },
    mayNameOfficers: (issuer: string) => issuer === 'did:key:zRegister',
  });
  const signs = use({ person: PERSON });

  test('signs as employee with the power, or as officer a register names', () => {
    assert.ok(signingAuthority(signs, evidence([employee])).ok);
    const officer = {
      ...employee,
      as: 'officer',
      issuer: 'did:key:zRegister',
      signsAlone: true,
      powers: [],
    } as const;
    assert.ok(signingAuthority(signs, evidence([officer])).ok);
    for (const bad of [
      { ...employee, powers: [] },
      { ...employee, issuer: THIEF },
      { ...employee, until: '2026-06-11' },
      { ...officer, issuer: THIEF },
      { ...officer, signsAlone: false },
    ]) {
      const result = signingAuthority(signs, evidence([bad]));
      assert.deepEqual(!result.ok && result.refusals.map(({ code }) => code), ['PARTY_AUTHORITY_PERSON']);
    }
  });

  test('of an importer that files for itself needs no power of attorney', () => {
    const own = use({ principal: BROKER, person: PERSON });
    assert.ok(signingAuthority(own, evidence([employee], [])).ok);
  });

  test('loses a draft in flight at the moment the power is revoked', () => {
    const revoked = power({ changes: [{ purpose: 'revocation', from: instant('2026-06-12T12:00:00Z') }] });
    const at = (time: string) => ({ id: time, use: { ...signs, at: instant(time) } });
    const drafts = [at('2026-06-12T11:59:59Z'), at('2026-06-12T12:00:00Z')];
    const stopped = stoppedDrafts(drafts, evidence([employee], [revoked]));
    assert.deepEqual(
      stopped.map(({ id, refusals }) => [id, refusals[0]?.code]),
      [['2026-06-12T12:00:00Z', 'PARTY_AUTHORITY_REVOKED']],
    );
  });
});
