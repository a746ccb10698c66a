import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { loadsOf } from './loads.ts';

const loads = (sizes: readonly number[], limit: number) => loadsOf(sizes, (size) => size, limit);

it('fills each load as far as the limit goes', () => {
  assert.deepEqual(loads([3, 3, 4, 1, 9], 10), [
    [3, 3, 4],
    [1, 9],
  ]);
  assert.deepEqual(loads([], 10), []);
});

it('sends alone what is larger than a load, so that it holds up nothing else', () => {
  assert.deepEqual(loads([2, 11, 2], 10), [[2], [11], [2]]);
});

it('keeps every item, in order, and no load over the limit unless it is one item', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 30 }), (sizes, limit) => {
      const made = loads(sizes, limit);
      assert.deepEqual(made.flat(), sizes);
      for (const load of made)
        assert.ok(load.length === 1 || load.reduce((sum, size) => sum + size, 0) <= limit);
    }),
  );
});
