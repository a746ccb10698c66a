import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edition, row } from '../testing/rows.ts';
import { diffEditions } from './diff.ts';

const heading = row(0, '0904', 'Pepper:');
const before = edition(
  [
    heading,
    row(1, '0904.21.20', 'Paprika', { general: '3¢/kg', special: 'Free (S)', other: '11¢/kg' }),
    row(2, '0904.21.20.10', 'Sweet', { units: ['kg'] }),
    row(2, '0904.21.20.90', 'Other', { units: ['kg'] }),
    row(1, '0904.21.60.00', 'Other', { units: ['kg'], general: '2.5¢/kg.', other: '5¢/kg' }),
  ],
  { id: 'before' },
);
const after = edition(
  [
    heading,
    row(1, '0904.21.20', 'Paprika', { general: '2¢/kg', special: 'Free (S,KR)', other: '11¢/kg' }),
    row(2, '0904.21.20.10', 'Sweet', { units: ['g'] }),
    row(2, '0904.21.20.20', 'Hot', { units: ['kg'] }),
    row(1, '0904.21.60.00', 'Others', { units: ['kg'], general: '2.5¢/kg', other: '5¢/kg' }),
  ],
  { id: 'after' },
);
const difference = diffEditions(before, after);
const numbers = (lines: readonly { hts: string }[]) => lines.map(({ hts }) => hts);

test('lines added and ended', () => {
  assert.deepEqual(numbers(difference.added), ['0904212020']);
  assert.deepEqual(numbers(difference.ended), ['0904212090']);
  assert.deepEqual([difference.from, difference.to], ['before', 'after']);
});

test('rates are compared with what a line inherits; a full stop is no change', () => {
  assert.deepEqual(
    difference.rateChanged.map(({ hts, column, before: was, after: is }) => [hts, column, was, is]),
    [
      ['0904212010', 'general', '3¢/kg', '2¢/kg'],
      ['0904212010', 'special', 'Free (S)', 'Free (S,KR)'],
    ],
  );
});

test('units and descriptions', () => {
  assert.deepEqual(
    difference.unitChanged.map(({ hts, before: was, after: is }) => [hts, was, is]),
    [['0904212010', 'KGM', 'GRM']],
  );
  assert.deepEqual(
    difference.descriptionChanged.map(({ hts, after: is }) => [hts, is]),
    [['0904216000', 'Pepper: > Others']],
  );
});

test('an edition does not differ from itself', () => {
  const { added, ended, rateChanged, unitChanged, descriptionChanged } = diffEditions(before, before);
  assert.deepEqual([added, ended, rateChanged, unitChanged, descriptionChanged], [[], [], [], [], []]);
});
