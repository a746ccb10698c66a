import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '@portolan/kernel';
import { loadEmbeddedReference } from '../node.ts';
import { inSeason, linesInSeason } from './seasonal.ts';

const [book] = loadEmbeddedReference().editions;
assert.ok(book);

function lineOf(hts: string) {
  const line = book?.line(hts);
  assert.ok(line, hts);
  return line;
}
const covers = (hts: string, day: string) => book !== undefined && inSeason(book, lineOf(hts), date(day));
const instead = (hts: string, day: string) =>
  book === undefined ? [] : linesInSeason(book, lineOf(hts), date(day)).map((line) => line.hts);

test('cucumbers in winter to the last day of February, also in a leap year', () => {
  assert.ok(covers('0707.00.20.15', '2026-02-28'));
  assert.ok(covers('0707.00.20.15', '2028-02-29'));
  assert.ok(!covers('0707.00.20.15', '2028-03-01'));
  assert.ok(covers('0707.00.40.15', '2028-03-01'));
  assert.ok(!covers('0707.00.40.15', '2028-02-29'));
});

test('the sibling of the same goods in season', () => {
  assert.deepEqual(instead('0707.00.20.15', '2026-06-12'), ['0707005005']);
  assert.deepEqual(instead('0707.00.50.05', '2028-02-29'), ['0707002015']);
  assert.deepEqual(instead('0804.50.40.65', '2026-06-12'), ['0804506065']);
});

test('"any other time" is what no sibling covers', () => {
  assert.ok(covers('0804.50.60.65', '2026-06-12'));
  assert.ok(!covers('0804.50.60.65', '2026-05-31'));
  assert.ok(covers('0804.50.40.65', '2026-05-31'));
  assert.ok(!covers('0805.40.80.10', '2026-10-15') && covers('0805.40.60.00', '2026-10-15'));
});

test('out of a season that no sibling continues, those beside it without season', () => {
  assert.deepEqual(instead('0704.10.20.00', '2026-12-01'), ['0704104000', '0704106000']);
  assert.deepEqual(instead('0709.20.10.10', '2026-06-12'), ['0709209010']);
});

test('lines without season are always in season', () => assert.ok(covers('0904.21.60.10', '2026-06-12')));
