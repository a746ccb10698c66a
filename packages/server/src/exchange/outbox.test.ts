import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pauseSeconds } from './outbox.ts';

it('waits longer after each failure, and never longer than an hour', () => {
  assert.deepEqual([1, 2, 3, 4, 5].map(pauseSeconds), [1, 2, 4, 8, 16]);
  assert.equal(pauseSeconds(12), 2048);
  assert.equal(pauseSeconds(13), 3600);
  assert.equal(pauseSeconds(10_000), 3600);
});
