import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@portolan/kernel';
import { type LotTitleInput, settleTitle } from './settle-title.ts';
import { stepAt, type TitleDeposit, type TitleMove, type TitleWithdrawal } from './title.ts';

const day = (number: number) => instant(`2026-08-${String(number).padStart(2, '0')}T00:00:00Z`);

function deposit(owner: string, amount: bigint, at = 1, id = `${owner} ${at}`): TitleDeposit {
  return { id, lot: 'b', at: day(at), knownAt: day(at), owners: new Map([[owner, amount]]) };
}
function withdrawal(at: number, amount: bigint, owner?: string, knownAt = at): TitleWithdrawal {
  const named = owner === undefined ? {} : { owner };
  return { id: `out ${at}`, lot: 'b', at: day(at), knownAt: day(knownAt), amount, ...named };
}
function move(id: string, from: string, to: string, at: number, knownAt: number, amount?: bigint): TitleMove {
  return {
    id,
    lot: 'b',
    at: day(at),
    knownAt: day(knownAt),
    from,
    to,
    ...(amount === undefined ? {} : { amount }),
  };
}
function settle(more: Partial<LotTitleInput>) {
  return settleTitle({ lot: 'b', deposits: [deposit('a', 100n)], withdrawals: [], moves: [], ...more });
}
const faults = (more: Partial<LotTitleInput>) =>
  settle(more).refused.map(({ available, fault, move: { id } }) => `${id} ${fault} ${available}`);
const owners = (title: ReturnType<typeof settle>, at: number) =>
  Object.fromEntries(stepAt(title, day(at))?.entitled ?? []);

test('a part passes, and what was held stays with the others', () => {
  const title = settle({
    deposits: [deposit('a', 100n), deposit('b', 50n)],
    moves: [move('1', 'a', 'c', 5, 5, 40n)],
  });
  assert.deepEqual(owners(title, 4), { a: 100n, b: 50n });
  assert.deepEqual(owners(title, 5), { a: 60n, b: 50n, c: 40n });
  assert.equal(stepAt(title, day(5))?.basis.get('c'), '1');
});

test('without an amount everything passes that the seller has at that moment', () => {
  const title = settle({ moves: [move('1', 'a', 'c', 5, 9, undefined)] });
  assert.deepEqual(owners(title, 6), { c: 100n });
  assert.equal(title.accepted[0]?.amount, 100n);
});

test('the same volume sold twice: the sale that the log knew first stands, whichever took effect first', () => {
  const early = move('early', 'a', 'b', 3, 9, 60n);
  const late = move('late', 'a', 'c', 5, 5, 60n);
  assert.deepEqual(faults({ moves: [early, late] }), ['early sold-on 40']);
  assert.deepEqual(faults({ moves: [late, move('again', 'a', 'd', 6, 6, 60n)] }), ['again sold-twice 40']);
});

test('a sale that was known before the seller had bought is taken once the purchase is known', () => {
  const onwards = move('onwards', 'b', 'c', 5, 4, 30n);
  const bought = move('bought', 'a', 'b', 4, 7, 30n);
  assert.deepEqual(owners(settle({ moves: [onwards, bought] }), 5), { a: 70n, c: 30n });
  assert.deepEqual(faults({ moves: [onwards] }), ['onwards never-owned 0']);
});

test('more than there is, after it was delivered, or never owned: each for its own reason', () => {
  assert.deepEqual(faults({ moves: [move('1', 'a', 'b', 5, 5, 101n)] }), ['1 overdrawn 100']);
  assert.deepEqual(faults({ withdrawals: [withdrawal(4, 100n, 'a')], moves: [move('1', 'a', 'b', 5, 5)] }), [
    '1 after-delivery 0',
  ]);
  assert.deepEqual(faults({ moves: [move('1', 'z', 'b', 5, 5)] }), ['1 never-owned 0']);
});

test('a delivery that came after a sale and was not known then does not undo the sale: it is what is overdrawn', () => {
  const title = settle({ withdrawals: [withdrawal(6, 100n, 'a')], moves: [move('1', 'a', 'b', 5, 5)] });
  assert.equal(title.refused.length, 0);
  assert.deepEqual(
    title.overdrawn.map(({ by, owner }) => `${owner} ${by}`),
    ['a 100'],
  );
});

test('what is on its way belongs by title, whoever takes his part out first', () => {
  const title = settle({
    deposits: [deposit('a', 100n), deposit('b', 100n)],
    withdrawals: [withdrawal(5, 100n, 'a')],
  });
  assert.deepEqual(owners(title, 6), { a: 100n, b: 100n });
  assert.deepEqual(Object.fromEntries(stepAt(title, day(6))?.held ?? []), { b: 100n });
});

test('after a lot was emptied its owners are those of what comes in anew', () => {
  const title = settle({
    deposits: [deposit('a', 100n), deposit('b', 10n, 7)],
    withdrawals: [withdrawal(5, 100n, 'a')],
  });
  assert.deepEqual(owners(title, 6), { a: 100n });
  assert.deepEqual(owners(title, 7), { b: 10n });
});

test('an objection refuses what the accounts would allow', () => {
  const { refused } = settleTitle(
    { lot: 'b', deposits: [deposit('a', 100n)], withdrawals: [], moves: [move('1', 'a', 'b', 5, 5)] },
    () => 'entry 7',
  );
  assert.deepEqual(
    refused.map(({ against, fault }) => `${fault} ${against}`),
    ['objected entry 7'],
  );
});
