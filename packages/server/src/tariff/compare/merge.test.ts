import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditionDifference } from '@portolan/tariff';
import { changesOf } from './merge.ts';

const line = (hts: string) => ({ hts, description: 'Sample', path: ['Heading'] });
const change = { before: 'a', after: 'b' };
const difference: EditionDifference = {
  from: 'one',
  to: 'two',
  added: [line('0103000000')],
  ended: [line('0101000000')],
  rateChanged: [
    { ...line('0102000000'), ...change, column: 'general' },
    { ...line('0102000000'), ...change, column: 'column-2' },
  ],
  unitChanged: [{ ...line('0102000000'), ...change }],
  descriptionChanged: [],
};

test('a difference is told number by number, in the order of the schedule, each number once', () => {
  const ended = { hts: '0101000000', successors: ['0103000000'], ended: '2026-01-01', source: 'sample' };
  const items = changesOf(difference, new Map([['0101000000', ended]]));
  assert.deepEqual(
    items.map(({ hts, change, changes, became }) => [hts, change, changes.map(({ field }) => field), became]),
    [
      ['0101000000', 'ended', [], ['0103000000']],
      ['0102000000', 'changed', ['general', 'column2', 'units'], []],
      ['0103000000', 'added', [], []],
    ],
  );
  assert.equal(items[0]?.description, 'Heading › Sample');
});
