import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadEmbeddedReference } from '../node.ts';
import { type HarborCase, harborFee } from './harbor.ts';

const table = loadEmbeddedReference().fees.harborMaintenance;
const [row] = table.rows;
assert.ok(row);

function fee(values: readonly number[], more: Partial<HarborCase> = {}) {
  assert.ok(row);
  const payers = values.map((value, index) => ({
    number: index + 1,
    hts: '2009414020',
    cents: BigInt(value) * 100n,
    headings: [],
  }));
  return harborFee(payers, table, row, { entryType: '01', mode: '11', otherwiseOwed: true, ...more });
}

test('24,600 USD by vessel: 30.75', () => assert.equal(fee([24_600]).total?.amount, '30.75'));

test('rounded per line, half up: 18,350 gives 22.94', () => {
  const result = fee([24_600, 18_350]);
  assert.deepEqual(
    result.lines.map((line) => line?.amount),
    ['30.75', '22.94'],
  );
  assert.equal(result.total?.amount, '53.69');
});

/** CATAIR conditions 481 and 482. */
test('vessels only, and never on these types', () => {
  for (const mode of ['10', '11', '12']) assert.ok(fee([24_600], { mode }).total, mode);
  for (const mode of ['20', '30', '40', '50', '70'])
    assert.equal(fee([24_600], { mode }).total, undefined, mode);
  for (const entryType of ['06', '11', '12', '22', '31', '32', '34', '38'])
    assert.equal(fee([24_600], { entryType }).total, undefined, entryType);
});

/** CATAIR condition 602. */
test('3.00 or less alone is not collected', () => {
  assert.equal(fee([2_400], { otherwiseOwed: false }).total, undefined);
  assert.equal(fee([2_408], { otherwiseOwed: false }).total?.amount, '3.01');
  assert.equal(fee([2_400], { otherwiseOwed: true }).total?.amount, '3.00');
});

test('a fee that is not owed says why', () => {
  assert.match(fee([24_600], { mode: '30' }).trace[0]?.why ?? '', /not a vessel/);
  assert.equal(fee([24_600], { mode: '30' }).trace[0]?.applied, false);
});
