import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeDuty } from '../duty/compute.ts';
import { loadEmbeddedReference } from '../node.ts';
import { entry, line } from '../testing/entry.ts';

const reference = loadEmbeddedReference();

function fees(spi: string | undefined, mode: string, date = '2026-06-12') {
  const small = { enteredValue: '2000', quantities: [{ value: '900', unit: 'KGM' }] };
  const result = computeDuty(
    entry([line({ ...small, ...(spi === undefined ? {} : { spi }) })], {
      entryType: '11',
      modeOfTransport: mode,
      date,
      importDate: date,
    }),
    reference,
  );
  assert.ok(result.ok);
  return result.value.fees.map((fee) => `${fee.class} ${fee.amount}`);
}

test('one amount for the entry in place of 499, and no 501 by vessel', () => {
  assert.deepEqual(fees(undefined, '30'), ['311 2.69']);
  assert.deepEqual(fees(undefined, '11'), ['311 2.69']);
});

/** CATAIR condition 635. */
test('not when every line is exempt, not on mail', () => {
  assert.deepEqual(fees('S', '30'), []);
  assert.deepEqual(fees(undefined, '50'), []);
});
