import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Candidate, matchKinds } from './match.ts';
import { groupByOwner } from './owners.ts';

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

const owned = (did: string, ...owners: string[]) =>
  [did, { keys: new Set([did, ...owners]), parties: [], edges: [] }] as const;

test('parties of one owner are one group; a joint venture makes no group of its owners', () => {
  const parties = [owned('b', 'x'), owned('c', 'y'), owned('j', 'x', 'y'), owned('d', 'x')];
  assert.deepEqual(Object.fromEntries(groupByOwner(new Map(parties))), { b: 'b', d: 'b', j: 'b', c: 'c' });
});

test('groups do not depend on the order in which parties are given', () => {
  const party = fc.tuple(fc.constantFrom(...'abcdefgh'), fc.subarray([...'wxyz']));
  fc.assert(
    fc.property(fc.uniqueArray(party, { selector: ([did]) => did }), (parties) => {
      const entries = parties.map(([did, owners]) => owned(did, ...owners));
      assert.deepEqual(
        [...groupByOwner(new Map(entries))].sort(),
        [...groupByOwner(new Map(entries.toReversed()))].sort(),
      );
    }),
  );
});
