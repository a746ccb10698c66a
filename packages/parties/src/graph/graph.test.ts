import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Candidate, matchKinds } from './match.ts';
import { UnionFind } from './union-find.ts';

const kinds = ['a', 'b', 'c', 'd'];
const candidate = fc.record({ kind: fc.constantFrom(...kinds), group: fc.constantFrom('1', '2', '3', '4') });

/** Tries everything. */
function best(candidates: readonly Candidate[], from = 0, used: readonly string[] = []): number {
  let most = 0;
  for (let index = from; index < candidates.length; index += 1) {
    const { kind, group } = candidates[index] as Candidate;
    if (used.includes(kind) || used.includes(group)) continue;
    most = Math.max(most, 1 + best(candidates, index + 1, [...used, kind, group]));
  }
  return most;
}

test('a match is as large as any, and shares neither kind nor group', () => {
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 9 }), (candidates) => {
      const match = matchKinds(candidates, kinds);
      assert.equal(match.length, best(candidates));
      assert.equal(new Set(match.map(({ kind }) => kind)).size, match.length);
      assert.equal(new Set(match.map(({ group }) => group)).size, match.length);
    }),
  );
});

test('a kind that comes first in the order is matched whenever it can be', () => {
  fc.assert(
    fc.property(fc.array(candidate, { minLength: 1, maxLength: 9 }), (candidates) => {
      const [first] = candidates;
      if (!first) return;
      const order = [first.kind, ...kinds.filter((kind) => kind !== first.kind)];
      assert.ok(matchKinds(candidates, order).some(({ kind }) => kind === first.kind));
    }),
  );
});

test('sets do not depend on the order of joining', () => {
  const pair = fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom(...'abcdefgh'));
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const [forth, back] = [new UnionFind(), new UnionFind()];
      for (const [a, b] of pairs) forth.join(a, b);
      for (const [a, b] of pairs.toReversed()) back.join(b, a);
      for (const name of 'abcdefgh') assert.equal(forth.find(name), back.find(name));
    }),
  );
});
