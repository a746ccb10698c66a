import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '@portolan/kernel';
import fc from 'fast-check';
import { sumOf } from '../amount/apportion.ts';
import { type LotTitle, stepAt } from './title.ts';
import { type TitleFlow, type TitleInput, titleAccounts } from './title-accounts.ts';

const at = (hours: number) => instant(Date.UTC(2026, 7, 1, hours));
const END = at(10_000);
const shown = (title: LotTitle | undefined) => Object.fromEntries((title && stepAt(title, END)?.held) ?? []);

function deposit(lot: string, owners: Record<string, bigint>, hours = 0) {
  return {
    id: `${lot} ${hours}`,
    lot,
    at: at(hours),
    knownAt: at(hours),
    owners: new Map(Object.entries(owners)),
  };
}
function flow(
  id: string,
  from: readonly [string, bigint][],
  to: readonly [string, bigint][],
  hours: number,
  owner?: string,
): TitleFlow {
  const side = (list: readonly [string, bigint][]) =>
    list.map(([lot, amount]) => ({ lot, amount, at: at(hours) }));
  return {
    id,
    knownAt: at(hours),
    from: side(from),
    to: side(to),
    ...(owner === undefined ? {} : { owner }),
  };
}
const settle = (more: Partial<TitleInput>) => titleAccounts({ deposits: [], flows: [], moves: [], ...more });

describe('title through flows', () => {
  it('owners go with their goods, by the shares that they have when the goods go', () => {
    const lots = settle({
      deposits: [deposit('tank', { a: 60n, b: 40n })],
      flows: [flow('blend', [['tank', 50n]], [['batch', 50n]], 5)],
      moves: [{ id: 'sale', lot: 'tank', at: at(3), knownAt: at(3), from: 'a', to: 'c', amount: 20n }],
    });
    assert.deepEqual(shown(lots.get('batch')), { a: 20n, b: 20n, c: 10n });
    assert.deepEqual(shown(lots.get('tank')), { a: 20n, b: 20n, c: 10n });
  });

  it('a flow for somebody by name takes of his own, or of all where he has none there', () => {
    const own = settle({
      deposits: [deposit('tank', { a: 60n, b: 40n })],
      flows: [flow('out', [['tank', 30n]], [['batch', 30n]], 5, 'b')],
    });
    assert.deepEqual([shown(own.get('tank')), shown(own.get('batch'))], [{ a: 60n, b: 10n }, { b: 30n }]);
    const bought = settle({
      deposits: [deposit('tank', { a: 60n, b: 40n })],
      flows: [flow('out', [['tank', 50n]], [['batch', 50n]], 5, 'z')],
    });
    assert.deepEqual(
      [shown(bought.get('tank')), shown(bought.get('batch'))],
      [{ a: 30n, b: 20n }, { z: 50n }],
    );
  });

  it('lots that flow in a circle are settled all the same', () => {
    const lots = settle({
      deposits: [deposit('tank', { a: 100n })],
      flows: [
        flow('out', [['tank', 50n]], [['line', 50n]], 5),
        flow('back', [['line', 20n]], [['tank', 20n]], 6),
      ],
    });
    assert.deepEqual(shown(lots.get('line')), { a: 30n });
    assert.equal(sumOf(stepAt(lots.get('tank') as LotTitle, at(5))?.held ?? new Map()), 50n);
  });

  it('a chain of ten thousand lots', () => {
    const flows = Array.from({ length: 10_000 }, (_, index) =>
      flow(`f${index}`, [[`l${index}`, 7n]], [[`l${index + 1}`, 7n]], index + 1),
    );
    const lots = settle({ deposits: [deposit('l0', { a: 4n, b: 3n })], flows });
    assert.deepEqual(shown(lots.get('l10000')), { a: 4n, b: 3n });
  });
});

const lotNames = ['t1', 't2', 'b1', 'b2', 'end'];
const amounts = fc.bigInt(1n, 10n ** 18n);
/** Goods run down the list of lots, so that there is no circle; amounts need not be there. */
const histories = fc.record({
  deposits: fc.array(
    fc.record({ lot: fc.nat(1), owner: fc.constantFrom('a', 'b', 'c'), amount: amounts, hours: fc.nat(20) }),
    { minLength: 1, maxLength: 6 },
  ),
  flows: fc.array(
    fc.record({
      from: fc.nat(3),
      step: fc.integer({ min: 1, max: 3 }),
      amount: amounts,
      hours: fc.integer({ min: 21, max: 90 }),
    }),
    { maxLength: 8 },
  ),
  moves: fc.array(
    fc.record({
      ...{ lot: fc.nat(4), from: fc.constantFrom('a', 'b', 'c'), to: fc.constantFrom('a', 'b', 'd') },
      ...{ hours: fc.nat(100), known: fc.nat(200), amount: fc.option(amounts, { nil: undefined }) },
    }),
    { maxLength: 8 },
  ),
});

function inputOf({
  deposits,
  flows,
  moves,
}: typeof histories extends fc.Arbitrary<infer T> ? T : never): TitleInput {
  const name = (index: number) => lotNames[Math.min(index, lotNames.length - 1)] ?? 'end';
  return {
    deposits: deposits.map(({ amount, hours, lot, owner }, index) => ({
      ...deposit(name(lot), { [owner]: amount }, hours),
      id: `d${index}`,
    })),
    flows: flows.map(({ amount, from, hours, step }, index) =>
      flow(`f${index}`, [[name(from), amount]], [[name(from + step), amount]], hours),
    ),
    moves: moves.flatMap(({ amount, from, hours, known, lot, to }, index) =>
      from === to
        ? []
        : [
            {
              ...{ id: `m${index}`, lot: name(lot), at: at(hours), knownAt: at(known), from, to },
              ...(amount === undefined ? {} : { amount }),
            },
          ],
    ),
  };
}

describe('whatever happens', () => {
  it('moves change no sum: what a lot holds is what came in less what went out', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const input = inputOf(history);
        const sums = (lots: ReadonlyMap<string, LotTitle>) =>
          lotNames.map((lot) => sumOf(stepAt(lots.get(lot) ?? { steps: [] }, END)?.held ?? new Map()));
        assert.deepEqual(sums(titleAccounts(input)), sums(titleAccounts({ ...input, moves: [] })));
      }),
    );
  });

  it('the order in which it is handed in changes nothing', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { deposits, flows, moves } = inputOf(history);
        const turned = {
          deposits: deposits.toReversed(),
          flows: flows.toReversed(),
          moves: moves.toReversed(),
        };
        const told = (lots: ReadonlyMap<string, LotTitle>) =>
          [...lots.keys()].sort().map((lot) => {
            const { refused, steps } = lots.get(lot) as LotTitle;
            const held = steps.map((step) => [step.at, [...step.held].sort(), [...step.entitled].sort()]);
            return [lot, held, refused.map(({ fault, move }) => `${move.id} ${fault}`)];
          });
        assert.deepEqual(told(titleAccounts(turned)), told(titleAccounts({ deposits, flows, moves })));
      }),
    );
  });

  it('every move is either taken whole or refused, and nobody sells what he has not', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const input = inputOf({ ...history, flows: [] });
        const lots = titleAccounts(input);
        const decided = [...lots.values()].flatMap(({ accepted, refused }) =>
          [...accepted, ...refused].map(({ move }) => move.id),
        );
        assert.deepEqual(decided.sort(), input.moves.map(({ id }) => id).sort());
        for (const { steps } of lots.values())
          for (const { held } of steps) for (const amount of held.values()) assert.ok(amount > 0n);
      }),
    );
  });
});
