import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readScopes } from './scope.ts';

const scopes = readScopes(
  [
    'metals\t9903.82\t2026-04-06\t\t7206 73269086',
    'metals\t9903.80-85\t2018-03-23\t2026-04-05\t7206',
    'solar\t\t2018-02-07\t2026-02-06\t8541420010',
  ].join('\n'),
);
const named = (hts: string, date: string) =>
  scopes.naming(hts, date).map(({ scope, heading }) => `${scope} ${heading}`);

test('a number is named by its beginnings', () => {
  assert.deepEqual(named('7326908688', '2026-06-12'), ['metals 9903.82']);
  assert.deepEqual(named('7206100000', '2026-06-12'), ['metals 9903.82']);
  assert.deepEqual(named('8541420080', '2025-06-12'), []);
});

test('a list holds from its first to its last day', () => {
  assert.deepEqual(named('7206100000', '2026-04-05'), ['metals 9903.80-85']);
  assert.deepEqual(named('7206100000', '2018-03-22'), []);
  assert.deepEqual(named('8541420010', '2026-02-06'), ['solar ']);
  assert.deepEqual(named('8541420010', '2026-02-07'), []);
});
