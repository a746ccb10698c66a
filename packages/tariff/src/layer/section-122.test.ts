import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '@portolan/kernel';
import { computeDuty } from '../duty/compute.ts';
import type { DutyLineInput } from '../duty/input.ts';
import { loadEmbeddedReference } from '../node.ts';
import { entry, line } from '../testing/entry.ts';

const embedded = loadEmbeddedReference();
const [book] = embedded.editions;
assert.ok(book);
/** The same rows as if in force all year, to test the days on which the surcharge began and ended. */
const allYear = {
  ...embedded,
  dutyLayers: embedded.dutyLayers.map(({ horizon: _horizon, ...layer }) => layer),
  editions: [
    { ...book, effective: date('2026-01-01'), knownAt: date('2026-01-01'), horizon: date('2026-12-31') },
  ],
};

function surcharge(more: Partial<DutyLineInput>, day = '2026-06-12') {
  const result = computeDuty(
    entry([line(more)], { date: day, importDate: day, explain: 'full', knownAt: '2026-11-22' }),
    allYear,
  );
  assert.ok(result.ok, JSON.stringify(result.ok || result.refusals));
  const step = result.value.lines[0]?.layers.find(({ layer }) => layer === 'section-122');
  assert.ok(step);
  return { ...step, named: result.value.notComputed.filter(({ layer }) => layer === 'section-122') };
}

const pineapple = {
  hts: '2009.41.40.20',
  originCountry: 'CR',
  quantities: [{ value: '20000', unit: 'LTR' }],
  enteredValue: '24600',
};

test('ten percent of the entered value, for goods of every country', () => {
  const step = surcharge(pineapple);
  assert.deepEqual([step.applied, step.amount, step.rate], [true, '2460.00', '10%']);
});

/** CSMS 67844987: ended 24 July 2026, 12:01 a.m. EDT, though the heading prints no end. */
test('from 24 February to 23 July 2026', () => {
  assert.equal(surcharge(pineapple, '2026-02-23').applied, false);
  assert.equal(surcharge(pineapple, '2026-02-24').applied, true);
  assert.equal(surcharge(pineapple, '2026-07-23').applied, true);
  const after = surcharge(pineapple, '2026-07-24');
  assert.equal(after.applied, false);
  assert.match(after.why, /ended after 2026-07-23/);
});

test('goods of Mexico that enter free under the USMCA are exempt; without the claim they are not', () => {
  assert.match(surcharge({ spi: 'S' }).why, /9903\.03\.08/);
  assert.equal(surcharge({}).applied, true);
  assert.match(surcharge({ spi: 'S', originCountry: 'CA' }).why, /9903\.03\.07/);
});

test('a CAFTA-DR claim exempts textiles only, and only when the heading is claimed', () => {
  assert.equal(surcharge({ ...pineapple, spi: 'P' }).applied, true);
  const shirt = {
    hts: '6109.10.00.12',
    originCountry: 'HN',
    spi: 'P',
    quantities: [
      { value: '100', unit: 'DZN' },
      { value: '300', unit: 'KGM' },
    ],
  };
  assert.match(surcharge(shirt).why, /only if claimed under 9903\.03\.09/);
  assert.equal(surcharge({ ...shirt, headings: ['9903.03.09'] }).applied, false);
});

test('listed numbers are exempt outright; particular articles and aircraft parts only if claimed', () => {
  const chilies = { hts: '0904.21.60.90', originCountry: 'PE' };
  assert.match(surcharge(chilies).why, /9903\.03\.03/);
  const acai = { hts: '2009.89.70.95', originCountry: 'BR', quantities: [{ value: '100', unit: 'LTR' }] };
  const open = surcharge(acai);
  assert.equal(open.applied, true);
  assert.match(open.why, /9903\.03\.04/);
  assert.equal(surcharge({ ...acai, headings: ['9903.03.04'] }).applied, false);
});

test('donations and informational materials are exempt if claimed', () => {
  assert.equal(surcharge({ ...pineapple, headings: ['99030310'] }).applied, false);
});

test('goods in transit before it began: only until 27 February', () => {
  const headings = ['9903.03.02'];
  assert.equal(surcharge({ ...pineapple, headings }, '2026-02-27').applied, false);
  const late = entry([line({ ...pineapple, headings })], { date: '2026-02-28', importDate: '2026-02-28' });
  const refused = computeDuty(late, allYear);
  assert.deepEqual(refused.ok || refused.refusals.map(({ code, path }) => `${code} ${path}`), [
    'TARIFF_HEADING_NOT_IN_FORCE /lines/0/headings/0',
  ]);
});

test('goods that bear section 232 duty do not bear it, and report heading 9903.03.06', () => {
  const steel = { hts: '7326.90.86.88', originCountry: 'DE', quantities: [] };
  const step = surcharge(steel);
  assert.equal(step.applied, false);
  assert.equal(step.heading, '9903.03.06');
});

test('not on numbers of chapter 98', () => {
  const returned = { hts: '9801.00.10.98', originCountry: 'MX', quantities: [] };
  assert.match(surcharge(returned).why, /chapters 98/);
});
