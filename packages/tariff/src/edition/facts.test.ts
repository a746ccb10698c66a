import assert from 'node:assert/strict';
import { test } from 'node:test';
import { row } from '../testing/rows.ts';
import { readFacts, writeFacts } from './facts.ts';

const rows = [
  row(0, '0707', 'Cucumbers:'),
  row(1, '0707.00.20', 'In winter', { general: '4.2¢/kg', special: 'Free (S)', other: '6.6¢/kg' }),
  row(2, '', 'Other:'),
  row(3, '0707.00.20.15', 'Gherkins', { units: ['kg', 'No.'], footnotes: ['general|See 9903.88.15.'] }),
  row(3, '0707.00.20.37', 'Persian', { units: ['kg', 'No.'] }),
];

test('what is written is read again', () => assert.deepEqual(readFacts(writeFacts(rows)), rows));

test('texts that recur are written once', () => {
  const text = writeFacts([...rows, row(3, '0707.00.20.45', 'Other', { units: ['kg', 'No.'] })]);
  assert.equal(text.split('kg\u001fNo.').length, 2);
});

test('another file is a fault', () => {
  assert.throws(() => readFacts('hts\n0101'), /does not begin/);
  assert.throws(() => readFacts(writeFacts(rows).replace('\tGherkins', '')), /cells/);
});
