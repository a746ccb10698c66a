import assert from 'node:assert/strict';
import { test } from 'node:test';
import Value from 'typebox/value';
import { loadEmbeddedReference } from '../node.ts';
import { entry, line } from '../testing/entry.ts';
import { computeDuty } from './compute.ts';
import type { DutyInput, DutyLineInput } from './input.ts';
import { DutyResultSchema } from './result.ts';

const reference = loadEmbeddedReference();

function compute(lines: readonly DutyLineInput[], more: Partial<DutyInput> = {}) {
  const result = computeDuty(entry(lines, more), reference);
  assert.ok(result.ok, JSON.stringify(result.ok || result.refusals));
  return result.value;
}
const barrels = [{ value: '100000', unit: 'BLL' }];
const crude = (hts: string, originCountry: string, more: Partial<DutyLineInput> = {}) =>
  compute([line({ hts, originCountry, quantities: barrels, enteredValue: '7000000', ...more })]).lines[0]
    ?.layers[0]?.amount;

/** HTS 2709.00.10, 2709.00.20 and their column 2. */
test('crude, 100,000 barrels', () => {
  assert.equal(crude('2709.00.10.00', 'SA'), '5250.00');
  assert.equal(crude('2709.00.20.90', 'SA'), '10500.00');
  assert.equal(crude('2709.00.10.00', 'RU', { license: 'general licence 8 (sample)' }), '21000.00');
  assert.equal(crude('2709.00.20.90', 'BY'), '21000.00');
});

test('crude given in gallons or cubic metres converts exactly', () => {
  const duty = (value: string, unit: string) =>
    compute([line({ hts: '2709.00.20.90', originCountry: 'SA', quantities: [{ value, unit }] })]).lines[0]
      ?.duty;
  assert.equal(duty('4200000', 'GLL'), '10500.00');
  assert.equal(duty('15898.7294928', 'MTQ'), '10500.00');
});

/** A public filed summary: base 2.9, section 301 25 and section 232 50 percent; no exclusion is claimed. */
test('7326.90.8688 of China, 14,172 in June 2026: 11,039.99', () => {
  const steel = line({ hts: '7326.90.8688', originCountry: 'CN', enteredValue: '14172', quantities: [] });
  const result = compute([steel], { date: '2026-06-15', knownAt: '2026-11-22' });
  const [first] = result.lines;
  assert.equal(first?.duty, '11039.99');
  assert.deepEqual(
    first?.layers.filter(({ applied }) => applied).map(({ layer, amount }) => [layer, amount]),
    [
      ['base', '410.99'],
      ['section-301', '3543.00'],
      ['section-232-metals', '7086.00'],
    ],
  );
  assert.deepEqual(first?.headings, ['99038803', '99038202', '99030306', '7326908688']);
  const excluded = compute([{ ...steel, headings: ['9903.88.69'] }], { date: '2026-06-15' });
  assert.equal(excluded.lines[0]?.duty, '7496.99');
});

test('two lines by vessel: duty, both fees, totals', () => {
  const balls = line({
    hts: '9506.62.80.60',
    originCountry: 'TH',
    enteredValue: '24600',
    quantities: [{ value: '6000', unit: 'NAR' }],
  });
  const glasses = line({
    number: 2,
    hts: '7013.37.40.00',
    originCountry: 'TH',
    enteredValue: '18350',
    quantities: [{ value: '3200', unit: 'NAR' }],
  });
  const result = compute([balls, glasses], { modeOfTransport: '11' });
  assert.deepEqual(
    result.lines.map(({ layers }) => layers.map(({ amount }) => amount)),
    [
      ['1180.80', '2460.00'],
      ['917.50', '1835.00'],
    ],
  );
  assert.deepEqual(
    result.fees.map((fee) => [fee.class, fee.amount]),
    [
      ['499', '148.77'],
      ['501', '53.69'],
    ],
  );
  assert.deepEqual(result.totals, { duty: '6393.30', fees: '202.46', tax: '0.00', total: '6595.76' });
});

test('a claim under the USMCA by truck owes nothing', () => {
  const result = compute([line({ spi: 'S' })]);
  assert.deepEqual(result.totals, { duty: '0.00', fees: '0.00', tax: '0.00', total: '0.00' });
  assert.deepEqual(result.fees, []);
});

test('every step cites, and the result has its published shape', () => {
  const result = compute([line({ spi: 'S' }), line({ number: 2 })], { modeOfTransport: '11' });
  assert.ok(Value.Check(DutyResultSchema, result));
  const steps = [...result.trace, ...result.lines.flatMap(({ layers }) => layers)];
  for (const step of steps) assert.ok(step.cite !== '' && step.why !== '', JSON.stringify(step));
  assert.equal(result.edition, '2026-rev-10');
  assert.equal(result.reference, reference.digest);
});

test('harbor maintenance of 3.00 or less alone is not collected', () => {
  const small = { enteredValue: '2400', spi: 'S', quantities: [{ value: '900', unit: 'KGM' }] };
  assert.equal(compute([line(small)], { modeOfTransport: '11' }).totals.total, '0.00');
  assert.equal(
    compute([line({ ...small, enteredValue: '2408' })], { modeOfTransport: '11' }).totals.total,
    '3.01',
  );
});

test('a date beyond the horizon is refused unless the override is recorded', () => {
  const late = { date: '2026-07-30', importDate: '2026-07-30' };
  const refused = computeDuty(entry([line({ hts: '0707.00.60.05' })], late), reference);
  assert.deepEqual(refused.ok || refused.refusals.map(({ code, path }) => `${code} ${path}`), [
    'TARIFF_NOT_CURRENT /date',
  ]);
  const override = { reason: 'estimate for a client', by: 'Sample Filer' };
  const result = compute([line({ hts: '0707.00.60.05' })], { ...late, override });
  assert.deepEqual(result.override, override);
  assert.equal(result.notComputed[0]?.layer, 'edition');
  assert.equal(compute([line()], { override }).override, undefined, 'not needed, not recorded');
});

test('a date before the first edition, or not yet known, can not be overridden', () => {
  const override = { reason: 'estimate', by: 'Sample Filer' };
  const codes = (more: Partial<DutyInput>) => {
    const result = computeDuty(entry([line()], { override, ...more }), reference);
    return result.ok ? [] : result.refusals.map(({ code }) => code);
  };
  assert.deepEqual(codes({ date: '2025-12-04' }), ['TARIFF_BEFORE_FIRST_EDITION']);
  assert.deepEqual(codes({ date: '2025-12-10', knownAt: '2025-12-04T23:59:59.999Z' }), [
    'TARIFF_NOT_KNOWN_YET',
  ]);
});

test('fees go by their own dates', () => {
  const override = { reason: 'estimate', by: 'Sample Filer' };
  const peppers = line({ hts: '0709.60.20.70', originCountry: 'PE', enteredValue: '9000' });
  const fee = (date: string) =>
    compute([peppers], { date, importDate: '2026-09-30', override }).fees.map(({ amount }) => amount);
  assert.deepEqual(fee('2026-09-30'), ['33.58']);
  assert.deepEqual(fee('2026-10-01'), ['34.58']);
  const unknown = computeDuty(
    entry([peppers], { date: '2027-10-01', importDate: '2027-10-01', override }),
    reference,
  );
  assert.deepEqual(unknown.ok || unknown.refusals.map(({ code }) => code), ['TARIFF_FEES_UNKNOWN']);
});
