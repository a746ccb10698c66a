import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appliedTo, over, refusedFor, resultOf } from '../testing/compute.ts';

const STEEL = { hts: '7326.90.86.88', originCountry: 'CN', enteredValue: '10000' };
const of301 = (texts: readonly string[]) => texts.filter((text) => text.startsWith('section-301'));

test('the list that the footnote of the line names, and its rate', () => {
  assert.deepEqual(of301(appliedTo(STEEL)), ['section-301 2500.00 9903.88.03']);
  const balls = { hts: '9506.62.80.60', originCountry: 'CN', enteredValue: '10000' };
  assert.deepEqual(of301(appliedTo(balls)), ['section-301 750.00 9903.88.15']);
  assert.deepEqual(of301(appliedTo({ ...balls, originCountry: 'HK' })), [], 'not goods of Hong Kong');
});

/** U.S. note 31: electric vehicles 100 percent, solar cells 50 percent. */
test('rates of the four-year review', () => {
  const car = { hts: '8703.80.00.20', originCountry: 'CN', enteredValue: '10000' };
  assert.deepEqual(of301(appliedTo(car)), ['section-301 10000.00 9903.91.03']);
  const cells = { hts: '8541.42.00.10', originCountry: 'CN', enteredValue: '10000' };
  assert.deepEqual(of301(appliedTo(cells)), ['section-301 5000.00 9903.91.02']);
});

test('an exclusion holds where it is claimed, names the number, and is in force', () => {
  assert.match(resultOf(STEEL).lines[0]?.layers[1]?.why ?? '', /only if claimed under 9903\.88\.69/);
  assert.deepEqual(of301(appliedTo({ ...STEEL, headings: ['9903.88.69'] })), []);
  const other = { hts: '9506.62.80.60', originCountry: 'CN', enteredValue: '10000' };
  assert.deepEqual(refusedFor({ ...other, headings: ['9903.88.69'] }), [
    'TARIFF_HEADING_NOT_FOR_GOODS /lines/0/headings/0',
  ]);
  assert.deepEqual(refusedFor({ ...STEEL, headings: ['9903.88.67'] }), [
    'TARIFF_HEADING_NOT_IN_FORCE /lines/0/headings/0',
  ]);
});

/** The window ends on 9 November 2026; chassis bear 100 percent from the next day. */
test('exclusions and chassis change over night', () => {
  const tables = over('2026-06-08', '2026-12-31');
  const dutyOn = (date: string, goods: Parameters<typeof resultOf>[0], id = 'section-301') =>
    resultOf(goods, date, {}, tables).lines[0]?.layers.find(({ layer }) => layer === id)?.amount;
  const excluded = { ...STEEL, headings: ['9903.88.69'] };
  assert.equal(dutyOn('2026-11-09', excluded), '0.00');
  assert.deepEqual(refusedFor(excluded, '2026-11-10', {}, tables), [
    'TARIFF_HEADING_NOT_IN_FORCE /lines/0/headings/0',
  ]);
  const chassis = { hts: '8716.39.00.90', originCountry: 'CN', enteredValue: '10000' };
  assert.equal(dutyOn('2026-11-09', chassis, 'section-301-ports'), undefined);
  assert.equal(
    dutyOn('2026-11-10', chassis, 'section-301-ports'),
    '10000.00',
    'beside the 25 percent of list 3',
  );
  assert.equal(dutyOn('2026-11-10', { ...chassis, headings: ['9903.91.13'] }, 'section-301-ports'), '0.00');
});

test('claims that do not fit: unknown, of another origin, twice, two of one layer, not computed', () => {
  const claim = (...headings: string[]) => refusedFor({ ...STEEL, headings });
  assert.deepEqual(claim('9903.99.99'), ['TARIFF_HEADING_UNKNOWN /lines/0/headings/0']);
  assert.deepEqual(claim('9903.88.69', '9903.88.69'), ['TARIFF_CLAIMS_CONFLICT /lines/0/headings/1']);
  assert.deepEqual(claim('9903.88.69', '9903.88.03'), ['TARIFF_CLAIMS_CONFLICT /lines/0/headings/1']);
  assert.deepEqual(claim('7326.90.86.88', 'x'), [
    'TARIFF_CODE_MALFORMED /lines/0/headings/0',
    'TARIFF_CODE_MALFORMED /lines/0/headings/1',
  ]);
  const balls = {
    hts: '9506.62.80.60',
    originCountry: 'TH',
    enteredValue: '10000',
    headings: ['9903.03.06'],
  };
  assert.deepEqual(refusedFor(balls), ['TARIFF_HEADING_NOT_FOR_GOODS /lines/0/headings/0']);
  assert.deepEqual(claim('9902.01.15'), ['TARIFF_HEADING_NOT_COMPUTED /lines/0/headings/0']);
  assert.deepEqual(refusedFor({ ...STEEL, originCountry: 'DE', headings: ['9903.88.03'] }), [
    'TARIFF_HEADING_NOT_FOR_GOODS /lines/0/headings/0',
  ]);
  assert.deepEqual(claim('9903.88.03', '9903.82.02', '9903.03.06'), [], 'what applies may be claimed too');
});
