import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { AGENCY, AS_OF, accredit } from '../testing/world.ts';
import type { OversightAct } from './act.ts';
import { checkAct } from './check-act.ts';
import { foldRegister, isPublicAct } from './register.ts';

const base = { agency: AGENCY, by: 'Sample Lead', reason: 'Said why.' };
const granted = accredit('did:key:zBank', 'BankAccountHolderAffirmation');
const suspended: OversightAct = {
  ...base,
  act: 'suspend',
  id: 's1',
  at: '2026-05-01T00:00:00.000Z',
  accreditation: granted.id,
};
const appeal: OversightAct = {
  ...{
    ...base,
    act: 'appeal',
    id: 'p1',
    at: '2026-05-02T00:00:00.000Z',
    by: 'Sample Bank',
    subject: 'did:key:zBank',
  },
  against: 's1',
};
const restored: OversightAct = {
  ...base,
  act: 'restore',
  id: 'r1',
  at: '2026-05-20T00:00:00.000Z',
  accreditation: granted.id,
};

const fold = (acts: readonly OversightAct[], at = AS_OF) => foldRegister(acts, at, nodeCrypto);
const codes = (acts: readonly OversightAct[], next: unknown) => {
  const result = checkAct(fold(acts), next);
  return result.ok ? [] : result.refusals.map(({ code }) => code);
};

test('acts add up to the register, at every time that is asked', () => {
  const acts = [restored, granted, suspended];
  const at = (time: string) =>
    fold(acts, instant(time)).accreditations.get('did:key:zBank')?.[0]?.suspensions;
  assert.deepEqual(at('2026-04-30T00:00:00Z'), []);
  assert.deepEqual(at('2026-05-10T00:00:00Z'), [{ from: suspended.at, reason: 'Said why.' }]);
  assert.deepEqual(at('2026-06-01T00:00:00Z'), [
    { from: suspended.at, until: restored.at, reason: 'Said why.' },
  ]);
  assert.equal(fold(acts).digest, fold([granted, suspended, restored]).digest);
  assert.notEqual(fold(acts).digest, fold([granted, suspended]).digest);
});

test('an act that refers to nothing, changes nothing or meddles is refused', () => {
  assert.deepEqual(codes([granted], suspended), []);
  assert.deepEqual(codes([], suspended), ['PARTY_ACT_REFERS']);
  assert.deepEqual(codes([granted, suspended], { ...suspended, id: 's2' }), ['PARTY_ACT_STATE']);
  assert.deepEqual(codes([granted], restored), ['PARTY_ACT_STATE']);
  assert.deepEqual(codes([granted], granted), ['PARTY_ACT_REPEATED']);
  assert.deepEqual(codes([granted], { ...suspended, agency: 'did:key:zOther' }), ['PARTY_ACT_FOREIGN']);
  assert.deepEqual(codes([granted], { ...suspended, act: 'pardon' }), ['PARTY_ACT_UNKNOWN']);
  assert.deepEqual(codes([granted], { ...suspended, reason: undefined }), ['DOC_FIELD_KIND']);
});

test('an appeal is decided once, and not by whoever did what it is against', () => {
  const acts = [granted, suspended, appeal];
  const decide = {
    ...base,
    act: 'decide-appeal',
    id: 'd1',
    at: '2026-05-10T00:00:00.000Z',
    appeal: 'p1',
    outcome: 'upheld',
  } as const;
  assert.deepEqual(codes(acts, decide), ['PARTY_APPEAL_OWN_CAUSE']);
  const other: OversightAct = { ...decide, by: 'Sample Second Lead' };
  assert.deepEqual(codes(acts, other), []);
  assert.deepEqual(codes([...acts, other], { ...other, id: 'd2' }), ['PARTY_ACT_STATE']);
  assert.equal(fold([...acts, other]).appeals.get('p1')?.decided?.by, 'Sample Second Lead');
});

test('an override is public only where the agency publishes it, and counts in the digest of the register then', () => {
  const override: OversightAct = {
    ...{ ...base, act: 'override', id: 'o1', at: '2026-05-02T00:00:00.000Z' },
    ...{ subject: 'did:key:zFirm', effect: 'bar' },
  };
  const shown: OversightAct = { ...override, isPublic: true };
  assert.deepEqual([isPublicAct(override), isPublicAct(shown), isPublicAct(granted)], [false, true, true]);
  assert.equal(fold([granted, override]).digest, fold([granted]).digest);
  assert.notEqual(fold([granted, shown]).digest, fold([granted]).digest);
  assert.deepEqual(codes([granted], shown), []);
});
