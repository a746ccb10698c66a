import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { amountOf, textOf } from '../amount/amount.ts';
import type { TraceEvent } from '../event/event.ts';
import { flow, stock, transfer, voided } from '../testing/events.ts';
import { holderAt } from './lot.ts';
import { replay } from './replay.ts';

const heat = flow({ id: 'pour', kind: 'produce', at: 0, outputs: [{ lot: 'heat', quantity: '100' }] });
const half = (id: string, lot: string, at: number, knownAt = at, quantity = '60') =>
  flow({ id, kind: 'split', at, knownAt, inputs: [{ lot: 'heat', quantity }], outputs: [{ lot, quantity }] });

function codes(events: readonly TraceEvent[]): Record<string, string> {
  const { refused, waiting } = replay(events);
  const entries = [...refused, ...waiting].map(([id, [first]]) => [id, `${first?.code} ${first?.path}`]);
  return Object.fromEntries(entries);
}

test('a lot is made, split and used up', () => {
  const state = replay([
    heat,
    half('cut 1', 'a', 10),
    half('cut 2', 'b', 20, 20, '40'),
    flow({ id: 'used', kind: 'consume', at: 30, inputs: [{ lot: 'b', quantity: '40' }] }),
  ]);
  assert.equal(state.refused.size + state.waiting.size, 0);
  const left = [...state.lots.values()].map(({ id, produced, drawn }) => `${id} ${textOf(produced - drawn)}`);
  assert.deepEqual(left, ['heat 0', 'a 60', 'b 0']);
});

test('more than was poured is refused: the claim that the log knew first stands, whatever its own date', () => {
  assert.deepEqual(codes([heat, half('first', 'a', 20, 30), half('backdated', 'b', 10, 40)]), {
    backdated: 'TRACE_OVERDRAWN /inputs/0/quantity',
  });
});

test('what builds on a refused step is refused for that reason', () => {
  const built = flow({
    id: 'coat',
    kind: 'transform',
    at: 50,
    inputs: [{ lot: 'b', quantity: '60' }],
    outputs: [{ lot: 'c', quantity: '60', commodity: 'coated' }],
  });
  assert.equal(
    codes([heat, half('first', 'a', 20), half('second', 'b', 30), built]).coat,
    'TRACE_SOURCE_REFUSED /inputs/0/lot',
  );
});

test('a lot nobody told of leaves its steps waiting, not refused', () => {
  const state = replay([half('early', 'a', 10)]);
  assert.deepEqual([state.refused.size, [...state.waiting.keys()]], [0, ['early']]);
});

test('nothing is taken of a lot before it existed', () => {
  const late = flow({ id: 'pour', kind: 'produce', at: 60, outputs: [{ lot: 'heat', quantity: '100' }] });
  assert.deepEqual(codes([late, half('cut', 'a', 10)]), { cut: 'TRACE_BEFORE_EXISTED /inputs/0/lot' });
});

test('a lot is made once', () => {
  const again = flow({
    id: 'again',
    kind: 'produce',
    at: 5,
    knownAt: 9,
    outputs: [{ lot: 'heat', quantity: '1' }],
  });
  assert.deepEqual(codes([again, heat]), { again: 'TRACE_LOT_EXISTS /outputs/0/lot' });
});

test('lots that are made of each other are refused', () => {
  const turn = (id: string, from: string, to: string) =>
    flow({
      id,
      kind: 'transform',
      at: 5,
      inputs: [{ lot: from, quantity: '1' }],
      outputs: [{ lot: to, quantity: '1' }],
    });
  assert.deepEqual(codes([turn('one', 'x', 'y'), turn('two', 'y', 'x')]), {
    one: 'TRACE_CYCLE ',
    two: 'TRACE_CYCLE ',
  });
});

test('what goes in comes out, to the last gram, or the loss is stated', () => {
  const roll = (losses: { quantity: string; reason: string }[]) =>
    flow({
      id: 'roll',
      kind: 'transform',
      at: 9,
      inputs: [{ lot: 'heat', quantity: '100' }],
      outputs: [{ lot: 'coil', quantity: '97.5', commodity: 'coil' }],
      losses,
    });
  assert.deepEqual(codes([heat, roll([{ quantity: '2.5', reason: 'mill scale' }])]), {});
  assert.deepEqual(codes([heat, roll([{ quantity: '2.499', reason: 'mill scale' }])]), {
    roll: 'TRACE_NOT_CONSERVED /outputs',
  });
});

test('a tolerance is a dated row: it covers the day it names and no other', () => {
  const roll = flow({
    id: 'roll',
    kind: 'transform',
    at: 9,
    inputs: [{ lot: 'heat', quantity: '100' }],
    outputs: [{ lot: 'coil', quantity: '99.5' }],
  });
  const row = {
    applies: 'transform',
    commodity: 'ore',
    share: '0.005',
    source: 'test',
    certainty: 'test',
  } as const;
  const rows = (from: string, until: string) => ({
    policy: { tolerances: [{ ...row, from: from as never, until: until as never }] },
  });
  assert.equal(replay([heat, roll], rows('2026-06-01', '2026-06-01')).refused.size, 0);
  assert.equal(replay([heat, roll], rows('2026-06-02', '2026-06-30')).refused.size, 1);
});

test('only who holds a lot says what became of it', () => {
  const theft = { ...half('theft', 'a', 10), by: 'did:example:stranger' };
  assert.deepEqual(codes([heat, theft]), { theft: 'TRACE_NOT_HOLDER /inputs/0/lot' });
  const handed = transfer({
    id: 'hand',
    at: 5,
    lot: 'heat',
    from: 'did:example:mill',
    to: 'did:example:stranger',
    kind: 'custody',
  });
  assert.deepEqual(codes([theft, handed, heat]), {});
});

test('title is sold once: the second sale, and the one dated before a sale already logged, are refused', () => {
  const sale = (id: string, to: string, at: number, knownAt = at) =>
    transfer({ id, at, knownAt, lot: 'heat', from: 'did:example:mill', to: `did:example:${to}` });
  assert.deepEqual(codes([heat, sale('one', 'buyer', 10), sale('two', 'other', 20)]), {
    two: 'TRACE_NOT_YOURS_TO_GIVE /from',
  });
  assert.deepEqual(codes([heat, sale('one', 'buyer', 10), sale('backdated', 'other', 5, 30)]), {
    backdated: 'TRACE_BACKDATED /at',
  });
  const signedByTaker = { ...sale('three', 'buyer', 10), by: 'did:example:buyer' };
  assert.deepEqual(codes([heat, signedByTaker]), { three: 'TRACE_TRANSFER_SIGNER /by' });
});

test('a trade signed later counts from its own time while nothing contradicts it', () => {
  const first = transfer({
    id: 'a',
    at: 10,
    knownAt: 90,
    lot: 'heat',
    from: 'did:example:mill',
    to: 'did:example:b',
  });
  const second = transfer({
    id: 'b',
    at: 20,
    knownAt: 80,
    lot: 'heat',
    from: 'did:example:b',
    to: 'did:example:c',
  });
  const state = replay([second, heat, first]);
  const lot = state.lots.get('heat') as NonNullable<ReturnType<typeof state.lots.get>>;
  const at = (minutes: number) => holderAt(lot, 'title', flow({ ...told, id: 'x', at: minutes }).at);
  const told = { kind: 'consume' as const, inputs: [{ lot: 'heat', quantity: '1' }] };
  assert.deepEqual([9, 10, 19, 20].map(at), [
    'did:example:mill',
    'did:example:b',
    'did:example:b',
    'did:example:c',
  ]);
});

test('a lot that is gone can’t be sold any more', () => {
  const used = flow({ id: 'used', kind: 'consume', at: 30, inputs: [{ lot: 'heat', quantity: '100' }] });
  const sale = transfer({ id: 'sale', at: 31, lot: 'heat', from: 'did:example:mill', to: 'did:example:b' });
  assert.deepEqual(codes([heat, used, sale]), { sale: 'TRACE_LOT_GONE /lot' });
});

test('a tank is drawn at any moment only of what is in it at that moment', () => {
  const into = (id: string, at: number, quantity: string) =>
    flow({ id, kind: 'produce', at, outputs: [{ lot: 'tank', quantity, pool: true }] });
  const out = (id: string, at: number, quantity: string, knownAt = at) =>
    flow({
      id,
      kind: 'split',
      at,
      knownAt,
      inputs: [{ lot: 'tank', quantity }],
      outputs: [{ lot: id, quantity }],
    });
  assert.deepEqual(codes([into('i1', 0, '50'), into('i2', 20, '50'), out('o1', 10, '60')]), {
    o1: 'TRACE_OVERDRAWN /inputs/0/quantity',
  });
  const tickets = [into('i1', 0, '50'), into('i2', 20, '50'), out('o2', 30, '90'), out('o3', 10, '20', 40)];
  assert.deepEqual(codes(tickets), { o3: 'TRACE_OVERDRAWN /inputs/0/quantity' });
  assert.deepEqual(codes([...tickets.slice(0, 3), out('o4', 10, '10', 40)]), {});
});

test('a correction by its signer replaces the event, the last one counts, and both versions are kept', () => {
  const wrong = half('cut', 'a', 10, 10, '90');
  const right = { ...half('cut again', 'a', 10, 50, '9'), corrects: 'cut' };
  const last = { ...half('cut at last', 'a', 10, 60, '19'), corrects: 'cut' };
  const state = replay([last, heat, right, wrong]);
  assert.deepEqual(Object.fromEntries(state.superseded), { cut: 'cut at last', 'cut again': 'cut at last' });
  assert.equal(textOf(state.lots.get('a')?.produced ?? 0n), '19');
  const foreign = { ...right, by: 'did:example:stranger' };
  assert.equal(codes([heat, wrong, foreign])['cut again'], 'TRACE_CORRECTION_NOT_YOURS /corrects');
});

test('an event that is taken back never was', () => {
  const state = replay([heat, half('cut', 'a', 10), voided({ id: 'no', at: 60, corrects: 'cut' })]);
  assert.deepEqual([...state.lots.keys()], ['heat']);
});

test('two events under one name: the first in the log counts, and it is said', () => {
  const state = replay([half('cut', 'b', 10, 20), heat, half('cut', 'a', 10, 15)]);
  assert.deepEqual([...state.lots.keys()], ['heat', 'a']);
  assert.deepEqual(
    state.conflicts.map(({ code }) => code),
    ['TRACE_EVENT_CONFLICT'],
  );
});

test('a measured stock is always taken, also of a lot that nothing is known of', () => {
  const state = replay([stock({ id: 'dip', at: 5, lot: 'tank', quantity: '7' })]);
  assert.deepEqual([state.stocks.length, state.refused.size, state.waiting.size], [1, 0, 0]);
});

test('units convert exactly within a dimension; bases never do', () => {
  const oil = (id: string, unit: string, base: string, quantity: string) =>
    flow({ id, unit, base, kind: 'consume', at: 9, inputs: [{ lot: 'batch', quantity }] });
  const batch = flow({
    id: 'batch',
    unit: 'MTQ',
    base: '15C',
    kind: 'produce',
    at: 0,
    outputs: [{ lot: 'batch', quantity: '100' }],
  });
  // 1 bbl = 0.158987294928 m³: NIST Handbook 44, appendix C.
  assert.deepEqual(codes([batch, oil('barrels', 'BLL', '15C', '628.981')]), {});
  assert.deepEqual(codes([batch, oil('barrels', 'BLL', '15C', '628.982')]), {
    barrels: 'TRACE_OVERDRAWN /inputs/0/quantity',
  });
  assert.deepEqual(codes([batch, oil('base', 'MTQ', '60F', '1')]), {
    base: 'TRACE_BASE_MISMATCH /inputs/0/quantity/base',
  });
  const mass = flow({ id: 'mass', kind: 'consume', at: 9, inputs: [{ lot: 'batch', quantity: '1' }] });
  assert.deepEqual(
    codes([
      batch,
      { ...mass, inputs: [{ lot: 'batch', quantity: { value: '1', unit: 'KGM', base: '15C' } }] },
    ]),
    {
      mass: 'TRACE_UNIT_MISMATCH /inputs/0/quantity/unit',
    },
  );
});

test('a lot that a store knows is taken up where it stood, a tank with what moved since', () => {
  const known = replay([
    heat,
    flow({ id: 'fill', kind: 'produce', at: 0, outputs: [{ lot: 'tank', quantity: '50', pool: true }] }),
    flow({ id: 'refill', kind: 'produce', at: 20, outputs: [{ lot: 'tank', quantity: '50', pool: true }] }),
  ]);
  const tap = (id: string, at: number, quantity: string) =>
    flow({
      id,
      kind: 'split',
      at,
      inputs: [{ lot: 'tank', quantity }],
      outputs: [{ lot: id, quantity }],
    });
  const later = [{ event: 'refill', at: tap('x', 20, '1').at, amount: expectOk(amountOf('50')) }];
  const state = replay(
    [tap('early', 10, '60'), tap('fits', 10, '40'), tap('late', 30, '60'), half('cut', 'a', 5)],
    {
      known: [...known.lots.values()].map((lot) => (lot.pool ? { lot, later } : { lot })),
    },
  );
  assert.deepEqual([...state.refused.keys()], ['early']);
});
