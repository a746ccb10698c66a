import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeCrypto } from '@portolan/kernel/node';
import { reference, refusedFor, resultOf } from '../testing/compute.ts';
import { parseTradeCases, type TradeCase } from './case.ts';
import { withCases } from './with-cases.ts';

const cases: TradeCase[] = [
  {
    case: 'A-570-999',
    kind: 'antidumping',
    name: 'Steel brackets of China (sample)',
    origin: 'CN',
    rates: [
      { rate: '25.29%', from: '2020-01-01', source: 'sample notice 1' },
      { rate: '30%', from: '2026-01-01', knownAt: '2026-03-01', source: 'sample notice 2' },
      { exporter: 'Sample Brackets Ltd.', rate: '4.5%', from: '2020-01-01', source: 'sample notice 1' },
    ],
    cite: '19 U.S.C. 1673e',
    certainty: 'unverified',
  },
  {
    case: 'C-570-998',
    kind: 'countervailing',
    name: 'Steel brackets of China (sample)',
    origin: 'CN',
    rates: [{ rate: '$0.1234/kg', from: '2020-01-01', source: 'sample notice 3' }],
    cite: '19 U.S.C. 1671e',
    certainty: 'unverified',
  },
];
const tables = withCases(reference, cases, nodeCrypto);
const STEEL = { hts: '7326.90.86.88', originCountry: 'CN', enteredValue: '10000' };
const TYPE_03 = { entryType: '03' };

test('deposits stand apart from duty, in the total, and settle their kind', () => {
  const goods = {
    ...STEEL,
    quantities: [{ value: '1000', unit: 'KGM' }],
    cases: [{ case: 'a570999' }, { case: 'C-570-998' }],
  };
  const { totals, lines, notComputed } = resultOf(goods, '2026-06-15', TYPE_03, tables);
  assert.deepEqual(
    lines[0]?.deposits?.map(({ case: number, kind, amount }) => [number, kind, amount]),
    [
      ['A570999', 'antidumping', '3000.00'],
      ['C570998', 'countervailing', '123.40'],
    ],
  );
  assert.deepEqual([totals.antidumping, totals.countervailing], ['3000.00', '123.40']);
  assert.equal(lines[0]?.duty, '7790.00', 'deposits are no layer of duty');
  assert.equal(Number(totals.total), 7790 + Number(totals.fees) + 3123.4);
  assert.deepEqual(notComputed, []);
});

test('the rate of the exporter, the latest in force, and only what was known', () => {
  const deposit = (exporter: string | undefined, knownAt = '2026-11-22') => {
    const claim = { case: 'A-570-999', ...(exporter === undefined ? {} : { exporter }) };
    const more = { ...TYPE_03, knownAt };
    return resultOf({ ...STEEL, cases: [claim] }, '2026-06-15', more, tables).lines[0]?.deposits?.[0]?.amount;
  };
  assert.equal(deposit('Sample Brackets Ltd.'), '450.00');
  assert.equal(deposit('Sample Other Ltd.'), '3000.00');
  assert.equal(deposit(undefined), '3000.00');
});

test('refused: unknown case, other origin, no rate on the date, entry type, both in and out', () => {
  const refusal = (more: object, type = '03') =>
    refusedFor({ ...STEEL, ...more }, '2026-06-15', { entryType: type }, tables);
  const claim = { cases: [{ case: 'A-570-999' }] };
  assert.deepEqual(refusal({ cases: [{ case: 'A-570-111' }] }), ['TARIFF_CASE_UNKNOWN /lines/0/cases/0']);
  assert.deepEqual(refusal({ ...claim, originCountry: 'VN' }), ['TARIFF_CASE_ORIGIN /lines/0/cases/0']);
  assert.deepEqual(refusal(claim, '01'), ['TARIFF_CASE_ENTRY_TYPE /lines/0/cases']);
  assert.deepEqual(refusal({ ...claim, outsideCases: 'scope ruling' }), [
    'TARIFF_CLAIMS_CONFLICT /lines/0/outsideCases',
  ]);
  const [first] = cases;
  assert.ok(first);
  const later = withCases(
    reference,
    [{ ...first, rates: [{ rate: '1%', from: '2027-01-01', source: 'x' }] }],
    nodeCrypto,
  );
  assert.deepEqual(refusedFor({ ...STEEL, ...claim }, '2026-06-15', TYPE_03, later), [
    'TARIFF_CASE_RATE_UNKNOWN /lines/0/cases/0',
  ]);
});

test('a list of cases is read or refused, and changes the digest of the reference', () => {
  assert.ok(parseTradeCases(cases).ok);
  const wrong = parseTradeCases([{ ...cases[0], case: 'X-1' }]);
  assert.deepEqual(wrong.ok || wrong.refusals.map(({ code }) => code), ['TARIFF_CASES_UNREADABLE']);
  assert.notEqual(tables.digest, reference.digest);
  assert.equal(withCases(reference, [], nodeCrypto), reference);
});
