import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal, expectOk, sumDecimals } from '@portolan/kernel';
import fc from 'fast-check';
import type { Measure } from '../layer/layer.ts';
import { holdsOn } from '../reference/dated.ts';
import { inputOf, reference } from '../testing/compute.ts';
import { computeDuty } from './compute.ts';
import type { DutyLineInput, MetalContent } from './input.ts';
import type { DutyResult } from './result.ts';

/** Numbers on which layers meet: lists of sections 301, 232 and 122, free and dutiable, and one without any. */
const NUMBERS = [
  '7326908688',
  '8426200000',
  '8477902540',
  '9506628060',
  '8703230140',
  '8708704530',
  '8541420010',
  '2501000000',
  '0904218000',
];
const ORIGINS = ['CN', 'DE', 'JP', 'GB', 'MX', 'CA', 'CH', 'IN', 'BR', 'VN', 'TH', 'US'];
const DAYS = ['2025-12-05', '2025-12-17', '2025-12-31', '2026-06-08', '2026-06-30'];
const KNOWN = [
  '2025-12-05',
  '2025-12-18',
  '2026-01-31',
  '2026-02-23',
  '2026-02-24',
  '2026-06-08',
  '2026-11-22',
];

const metals = fc.option(
  fc
    .record({
      metal: fc.constantFrom<MetalContent['metal']>('steel', 'aluminum', 'copper'),
      weightPercent: fc.integer({ min: 0, max: 100 }).map(String),
      value: fc.integer({ min: 0, max: 2_000_000 }).map((cents) => (cents / 100).toFixed(2)),
      meltedIn: fc.constantFrom('US', 'GB', 'CN', 'RU'),
      smeltedIn: fc.constantFrom('US', 'GB', 'CN', 'RU'),
      castIn: fc.constantFrom('US', 'GB', 'CN', 'RU'),
      percentFrom: fc.constantFrom('100', '95', '94.99', '0'),
    })
    .map((content) => [content]),
  { nil: undefined },
);
const goods = fc
  .record({
    hts: fc.constantFrom(...NUMBERS),
    originCountry: fc.constantFrom(...ORIGINS),
    value: fc.integer({ min: 1, max: 5_000_000 }),
    metals,
  })
  .map(({ value, metals: given, ...rest }) => ({
    ...rest,
    enteredValue: String(value),
    ...(given === undefined ? {} : { metals: given }),
  }));

function compute(line: Partial<DutyLineInput>, date: string, knownAt: string): DutyResult | undefined {
  const result = computeDuty(
    inputOf(line, date, { knownAt, modeOfTransport: '11', explain: 'full' }),
    reference,
  );
  if (result.ok) return result.value;
  const [first] = result.refusals;
  assert.ok(
    ['TARIFF_NOT_CURRENT', 'TARIFF_NOT_KNOWN_YET', 'TARIFF_CODE_UNKNOWN'].includes(first?.code ?? ''),
    first?.code,
  );
  return undefined;
}
const sum = (amounts: readonly string[]) =>
  sumDecimals(amounts.map((amount) => Decimal.of(amount))).toFixed(2);

test('layers sum to the duty of the line, lines and fees to the total, to the cent', () => {
  fc.assert(
    fc.property(goods, fc.constantFrom(...DAYS), fc.constantFrom(...KNOWN), (line, day, known) => {
      const result = compute(line, day, known);
      if (result === undefined) return;
      const [first] = result.lines;
      assert.equal(sum((first?.layers ?? []).map(({ amount }) => amount)), first?.duty);
      assert.equal(sum([result.totals.duty, result.totals.fees, result.totals.tax]), result.totals.total);
      for (const { applied, amount } of first?.layers ?? []) assert.ok(applied || amount === '0.00');
    }),
    { numRuns: 400 },
  );
});

/** Rows of a layer that stand under a heading. */
function rowsUnder(layer: string, heading: string): readonly Measure[] {
  const rows = reference.dutyLayers.find(({ id }) => id === layer)?.rows ?? [];
  return rows.filter((row) => row.heading === heading || row.headingIfNothing === heading);
}

test('effective and known-at never mix: what decides holds on the date and was known at the moment', () => {
  fc.assert(
    fc.property(goods, fc.constantFrom(...DAYS), fc.constantFrom(...KNOWN), (line, day, known) => {
      const result = compute(line, day, known);
      if (result === undefined) return;
      const edition = reference.editions.find(({ id }) => id === result.edition);
      assert.ok(edition && edition.effective <= day && edition.knownAt <= known);
      for (const { layer, applied, heading = '' } of result.lines[0]?.layers ?? []) {
        if (layer === 'base' || !applied) continue;
        const deciding = rowsUnder(layer, heading).filter(
          ({ from, knownAt = from, supersededAt }) =>
            knownAt <= known && (supersededAt === undefined || known < supersededAt),
        );
        assert.ok(
          deciding.some((row) => holdsOn(row, day)),
          `${layer} ${heading} on ${day} known ${known}`,
        );
      }
    }),
    { numRuns: 400 },
  );
});

test('a claim of an exemption or a program never costs more, for the same facts', () => {
  const claims: [Partial<DutyLineInput>, Partial<DutyLineInput>][] = [
    [{ hts: '7326908688', originCountry: 'CN' }, { headings: ['9903.88.69'] }],
    [{ hts: '9506628060', originCountry: 'MX' }, { spi: 'S' }],
    [{ hts: '9506628060', originCountry: 'TH' }, { headings: ['9903.03.11'] }],
    [{ hts: '8703230140', originCountry: 'TH' }, { headings: ['9903.94.04'] }],
    [{ hts: '9506628060', originCountry: 'US' }, { headings: ['9801.00.10.98'] }],
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...claims),
      fc.integer({ min: 1, max: 5_000_000 }),
      ([line, claim], value) => {
        const enteredValue = String(value);
        const total = (more: Partial<DutyLineInput>) =>
          Decimal.of(
            expectOk(computeDuty(inputOf({ ...line, enteredValue, ...more }), reference)).totals.total,
          );
        assert.ok(total(claim).lte(total({})));
      },
    ),
    { numRuns: 150 },
  );
});

test('a fact about the metal never raises the duty on it, unless it comes from Russia', () => {
  fc.assert(
    fc.property(goods, fc.constantFrom('2025-12-17', '2026-06-30'), (line, day) => {
      if (
        line.metals?.some(({ smeltedIn, castIn, meltedIn }) => [smeltedIn, castIn, meltedIn].includes('RU'))
      )
        return;
      const { metals: _metals, ...without } = line;
      const onMetal = (goodsOf: Partial<DutyLineInput>) => {
        const layers = compute(goodsOf, day, '2026-11-22')?.lines[0]?.layers ?? [];
        const amounts = layers.filter(({ layer }) => /-(metals|steel|aluminum|copper)$/.test(layer));
        return sumDecimals(amounts.map(({ amount }) => Decimal.of(amount)));
      };
      assert.ok(onMetal(line).lte(onMetal(without)));
    }),
    { numRuns: 300 },
  );
});

test('no value bears two duties that exclude one another', () => {
  fc.assert(
    fc.property(goods, fc.constantFrom(...DAYS), (line, day) => {
      const layers =
        compute(line, day, '2026-02-23')?.lines[0]?.layers ??
        compute(line, day, '2026-11-22')?.lines[0]?.layers;
      const value = Number(line.enteredValue);
      const charged = new Map(
        layers?.filter(({ applied }) => applied).map(({ layer, basis }) => [layer, Number.parseFloat(basis)]),
      );
      for (const { relation, layer, other } of reference.stacking.filter((row) => holdsOn(row, day))) {
        const [first, second] = [charged.get(layer), charged.get(other)];
        if (relation === 'excludes' && first !== undefined && second !== undefined)
          assert.ok(
            first + second <= value + 0.001,
            `${layer} and ${other}: ${first} + ${second} of ${value}`,
          );
      }
    }),
    { numRuns: 300 },
  );
});
