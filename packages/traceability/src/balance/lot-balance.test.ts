import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk, parseInstant } from '@portolan/kernel';
import { textOf } from '../amount/amount.ts';
import { replay } from '../replay/replay.ts';
import { flow, minute, stock } from '../testing/events.ts';
import { lotBalance, stockFindings } from './lot-balance.ts';

const tank = (quantity: string) => [{ lot: 'tank', quantity, pool: true }];
const state = replay([
  flow({ id: 'in 1', kind: 'produce', at: 0, outputs: tank('100') }),
  flow({ id: 'in 2', kind: 'produce', at: 60, outputs: tank('50') }),
  flow({ id: 'out', kind: 'consume', at: 70, inputs: [{ lot: 'tank', quantity: '30' }] }),
  flow({ id: 'leak', kind: 'lose', at: 80, inputs: [{ lot: 'tank', quantity: '1' }] }),
  stock({ id: 'dip 1', at: 90, lot: 'tank', quantity: '118.5' }),
  stock({ id: 'dip 2', at: 10, lot: 'tank', quantity: '100' }),
]);
const lot = state.lots.get('tank') as NonNullable<ReturnType<typeof state.lots.get>>;
const at = (minutes: number) => expectOk(parseInstant(minute(minutes)));

test('opening and received less dispatched and lost is closing; a movement counts at its moment', () => {
  const balance = lotBalance(state, lot, at(60), at(120));
  const { opening, received, dispatched, lost, closing } = balance;
  assert.deepEqual([opening, received, dispatched, lost, closing].map(textOf), [
    '100',
    '50',
    '30',
    '1',
    '119',
  ]);
  assert.equal(opening + received - dispatched - lost, closing);
  assert.equal(textOf(lotBalance(state, lot, at(0), at(60)).received), '100');
});

test('a measured stock stands beside the book; what lies apart beyond the policy is a finding', () => {
  const [dip] = lotBalance(state, lot, at(60), at(120)).stocks;
  assert.deepEqual([textOf(dip?.difference ?? 0n), dip?.within], ['-0.5', false]);
  assert.deepEqual(
    stockFindings(state).map(({ code, params }) => `${code} ${params?.event} ${params?.difference}`),
    ['TRACE_STOCK_DIFFERS dip 1 -0.5'],
  );
  const row = {
    applies: 'measure',
    commodity: '',
    share: '0.005',
    source: 'test',
    certainty: 'test',
  } as const;
  const from = '2026-01-01' as never;
  assert.deepEqual(stockFindings(state, { tolerances: [{ ...row, from }] }), []);
});
