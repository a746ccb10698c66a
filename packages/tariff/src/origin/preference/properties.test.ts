import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { OriginMaterial } from '../input.ts';
import { decide, foreign, own, question, usd } from '../testing/questions.ts';

const GOODS = ['870310', '721710', '730630', '090421', '271012'] as const;
const NUMBERS = ['720711', '721310', '720851', '850131', '090421', '070960', '271311', '320810'] as const;
const good = fc.constantFrom(...GOODS);
const value = fc.integer({ min: 1, max: 2_000 }).map((cents) => (cents / 100).toFixed(2));
const material = fc.record({ hs: fc.constantFrom(...NUMBERS), value, originating: fc.boolean() });
const bill = fc
  .array(material, { minLength: 1, maxLength: 5 })
  .map((rows): OriginMaterial[] =>
    rows.map((row, index) => ({ ...(row.originating ? own : foreign)(row.hs, row.value), id: `m${index}` })),
  );

const content = (hs: string, materials: readonly OriginMaterial[]) =>
  decide(question(hs, materials, { netCost: usd('90.00') })).rule?.alternatives.flatMap(
    (way) => way.content,
  ) ?? [];

test('the order of materials changes nothing but their rows', () => {
  fc.assert(
    fc.property(good, bill, (hs, materials) => {
      const { outcome, basis, content: shown } = decide(question(hs, materials));
      const other = decide(question(hs, materials.toReversed()));
      assert.deepEqual([other.outcome, other.basis, other.content], [outcome, basis, shown]);
    }),
  );
});

test('content never falls when a foreign material becomes originating', () => {
  fc.assert(
    fc.property(bill, fc.nat(4), (materials, at) => {
      const better = materials.map((row, index) =>
        index === at % materials.length ? { ...row, country: 'MX', originating: true } : row,
      );
      const before = content('870310', materials);
      content('870310', better).forEach(({ percent }, index) => {
        const was = before[index]?.percent;
        if (percent !== undefined && was !== undefined) assert.ok(Number(percent) >= Number(was));
      });
    }),
  );
});

test('an originating material more never loses origin', () => {
  fc.assert(
    fc.property(good, bill, value, (hs, materials, worth) => {
      if (decide(question(hs, materials)).outcome !== 'originating') return;
      const more = { ...own('853650', worth), id: 'one more' };
      assert.equal(
        decide(question(hs, [...materials, more], { value: usd('200.00') })).outcome,
        'originating',
      );
    }),
  );
});

test('an outcome never rests on an undetermined test', () => {
  fc.assert(
    fc.property(good, bill, (hs, materials) => {
      const { outcome, rule } = decide(question(hs, materials));
      const way = rule?.alternatives.find((one) => one.outcome === 'passed');
      if (outcome === 'originating' && rule) assert.ok(way?.tests.every((one) => one.outcome === 'passed'));
    }),
  );
});
