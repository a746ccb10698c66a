import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAttemptLimit } from './attempts.ts';

const minute = 60_000;

test('after the last allowed failure one waits for the rest of five minutes', () => {
  const limit = createAttemptLimit(3);
  for (let failure = 0; failure < 3; failure += 1) {
    assert.equal(limit.waitSeconds('a', 0), 0);
    limit.failed('a', 0);
  }
  assert.equal(limit.waitSeconds('a', minute), 240);
  assert.equal(limit.waitSeconds('b', minute), 0);
  assert.equal(limit.waitSeconds('a', 5 * minute), 0);
});

test('a flood of names pushes out the oldest and does not grow for ever', () => {
  const limit = createAttemptLimit(1);
  limit.failed('first', 0);
  for (let name = 0; name < 10_000; name += 1) limit.failed(`name ${name}`, 0);
  assert.equal(limit.waitSeconds('first', 1), 0);
  assert.ok(limit.waitSeconds('name 9999', 1) > 0);
});
