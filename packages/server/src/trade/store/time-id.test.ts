import assert from 'node:assert/strict';
import { it } from 'node:test';
import { millisecondsOf, timeId } from './time-id.ts';

it('identifiers sort in the order they were made, also within a millisecond', () => {
  const made = Array.from({ length: 20_000 }, timeId);
  assert.deepEqual(made.toSorted(), made);
  assert.equal(new Set(made).size, made.length);
});

it('identifiers are UUIDs of version 7 (RFC 9562, section 5.7)', () => {
  assert.match(timeId(), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('identifiers tell when they were made', () => {
  const before = Date.now();
  const made = millisecondsOf(timeId());
  assert.ok(made >= before - 1 && made <= Date.now() + 1000);
});
