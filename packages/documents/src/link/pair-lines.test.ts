import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { type PairRule, pairLines } from './pair-lines.ts';

interface Line {
  readonly id?: string;
  readonly lot?: string;
}

const byId: PairRule<Line, Line> = { by: 'id', left: ({ id }) => id, right: ({ id }) => id };
const byLot: PairRule<Line, Line> = {
  by: 'lot',
  left: ({ lot }) => lot,
  right: ({ lot }) => lot,
  shared: true,
};

it('takes the first rule that finds a line, and nothing where a key is ambiguous', () => {
  const left: Line[] = [{ id: 'a', lot: '1' }, { id: 'b', lot: '1' }, { id: 'b' }];
  assert.deepEqual(pairLines(left, [{ id: 'a', lot: '2' }], [byId, byLot]), [
    { left: 0, right: 0, by: 'id' },
  ]);
  assert.deepEqual(pairLines(left, [{ id: 'b' }], [byId]), []);
  assert.deepEqual(pairLines(left, [{ id: 'x' }, {}], [byId, byLot]), []);
});

it('gives every line of a key that may be shared', () => {
  const pairs = pairLines<Line, Line>([{ lot: '1' }, { lot: '1' }], [{ lot: '1' }], [byLot]);
  assert.deepEqual(
    pairs.map(({ left }) => left),
    [0, 1],
  );
});

it('pairs a right line with at most one left line by a key that is not shared', () => {
  const line = fc.record(
    { id: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (left, right) => {
      const pairs = pairLines(left as Line[], right as Line[], [byId]);
      assert.equal(new Set(pairs.map((pair) => pair.right)).size, pairs.length);
      for (const pair of pairs) assert.equal(left[pair.left]?.id, right[pair.right]?.id);
    }),
  );
});
