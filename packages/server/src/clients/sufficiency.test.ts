import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sufficiencyOf } from './sufficiency.ts';

const needed = (cents: bigint) => sufficiencyOf(50_000n, cents, '2026-06-12')?.needed;

it('a continuous bond is ten percent of a year, at least 50,000 dollars, raised to the next 10,000', () => {
  assert.equal(needed(0n), '50000');
  assert.equal(needed(50_000_000n), '50000');
  // One cent more than 500,000 dollars needs the next step.
  assert.equal(needed(50_000_001n), '60000');
  assert.equal(needed(123_456_789n), '130000');
  assert.equal(sufficiencyOf(50_000n, 50_000_000n, '2026-06-12')?.sufficient, true);
  assert.equal(sufficiencyOf(50_000n, 50_000_001n, '2026-06-12')?.sufficient, false);
});

it('is not judged without an amount', () => {
  assert.equal(sufficiencyOf(undefined, 0n, '2026-06-12'), undefined);
});
