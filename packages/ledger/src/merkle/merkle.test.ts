import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk, toHex } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import fc from 'fast-check';
import { definedConsistency, definedPath, definedRoot } from '../testing/defined-tree.ts';
import { MemoryLog } from '../testing/memory-log.ts';
import { ctConsistency, ctEntries, ctInclusion, ctRoots } from '../testing/vectors.ts';
import { CompactRange } from './compact-range.ts';
import { verifyConsistency } from './consistency.ts';
import { leafHash } from './hash.ts';
import { rootOfInclusion, verifyInclusion } from './inclusion.ts';
import { consistencyPlan, inclusionPlan, rootPlan } from './plan.ts';

const ctLeaves = ctEntries.map((entry) => leafHash(nodeCrypto, entry));

function leavesOf(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, index) =>
    leafHash(nodeCrypto, Uint8Array.of(index >> 8, index & 0xff)),
  );
}

test('the roots of the Certificate Transparency test tree', () => {
  const range = new CompactRange(nodeCrypto);
  assert.equal(toHex(range.root()), toHex(ctRoots[0] as Uint8Array));
  for (const [index, leaf] of ctLeaves.entries()) {
    range.append(leaf);
    assert.equal(toHex(range.root()), toHex(ctRoots[index + 1] as Uint8Array));
    assert.equal(toHex(definedRoot(nodeCrypto, ctLeaves.slice(0, index + 1))), toHex(range.root()));
  }
});

test('the inclusion proofs of the Certificate Transparency test tree', () => {
  for (const { index, size, path } of ctInclusion) {
    const log = new MemoryLog(nodeCrypto, ctLeaves.slice(0, size));
    assert.deepEqual(log.prove(inclusionPlan(index, size)).map(toHex), path.map(toHex));
    const proof = { index, size, leaf: ctLeaves[index] as Uint8Array, path };
    assert.ok(verifyInclusion(nodeCrypto, proof, ctRoots[size] as Uint8Array).ok);
  }
});

test('the consistency proofs of the Certificate Transparency test tree', () => {
  for (const proof of ctConsistency) {
    const { first, second, path } = proof;
    const log = new MemoryLog(nodeCrypto, ctLeaves.slice(0, second));
    assert.deepEqual(log.prove(consistencyPlan(first, second)).map(toHex), path.map(toHex));
    assert.ok(
      verifyConsistency(nodeCrypto, proof, ctRoots[first] as Uint8Array, ctRoots[second] as Uint8Array).ok,
    );
  }
});

test('every leaf of every tree up to 70 leaves proves, and as the definition says', () => {
  const leaves = leavesOf(70);
  const log = new MemoryLog(nodeCrypto);
  for (let size = 1; size <= leaves.length; size += 1) {
    log.append(leaves[size - 1] as Uint8Array);
    const root = log.range.root();
    for (let index = 0; index < size; index += 1) {
      const path = log.prove(inclusionPlan(index, size));
      assert.deepEqual(path.map(toHex), definedPath(nodeCrypto, index, leaves.slice(0, size)).map(toHex));
      assert.ok(
        verifyInclusion(nodeCrypto, { index, size, leaf: leaves[index] as Uint8Array, path }, root).ok,
      );
    }
  }
});

test('all sizes up to 70 are consistent, and as the definition says', () => {
  const leaves = leavesOf(70);
  const log = new MemoryLog(nodeCrypto, leaves);
  const roots = Array.from({ length: 71 }, (_, size) => definedRoot(nodeCrypto, leaves.slice(0, size)));
  for (let second = 0; second <= 70; second += 1)
    for (let first = 0; first <= second; first += 1) {
      const path = log.prove(consistencyPlan(first, second));
      if (first > 0)
        assert.deepEqual(
          path.map(toHex),
          definedConsistency(nodeCrypto, first, leaves.slice(0, second)).map(toHex),
        );
      const proof = { first, second, path };
      assert.ok(
        verifyConsistency(nodeCrypto, proof, roots[first] as Uint8Array, roots[second] as Uint8Array).ok,
      );
    }
});

const sizeAndIndex = fc
  .integer({ min: 1, max: 700 })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));

test('a proof with another index, leaf, path or root fails', () => {
  const leaves = leavesOf(700);
  const altered = fc.record({
    at: fc.nat(),
    bit: fc.integer({ min: 0, max: 7 }),
    other: fc.integer({ min: 1, max: 699 }),
  });
  fc.assert(
    fc.property(sizeAndIndex, altered, ([size, index], { at, bit, other }) => {
      const log = new MemoryLog(nodeCrypto, leaves.slice(0, size));
      const root = log.range.root();
      const proof = {
        index,
        size,
        leaf: leaves[index] as Uint8Array,
        path: log.prove(inclusionPlan(index, size)),
      };
      assert.ok(verifyInclusion(nodeCrypto, proof, root).ok);
      assert.ok(!verifyInclusion(nodeCrypto, { ...proof, leaf: flip(proof.leaf, at, bit) }, root).ok);
      assert.ok(!verifyInclusion(nodeCrypto, proof, flip(root, at, bit)).ok);
      const elsewhere = (index + other) % size;
      if (elsewhere !== index)
        assert.ok(!verifyInclusion(nodeCrypto, { ...proof, index: elsewhere }, root).ok);
      if (proof.path.length === 0) return;
      const position = at % proof.path.length;
      const path = proof.path.map((hash, place) => (place === position ? flip(hash, at, bit) : hash));
      assert.ok(!verifyInclusion(nodeCrypto, { ...proof, path }, root).ok);
      assert.ok(!verifyInclusion(nodeCrypto, { ...proof, path: proof.path.slice(1) }, root).ok);
    }),
    { numRuns: 60 },
  );
});

test('a rewritten log is not consistent with its past', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 300 }),
      fc.nat(),
      (first, more, at) => {
        const leaves = leavesOf(first + more);
        const before = new MemoryLog(nodeCrypto, leaves.slice(0, first)).range.root();
        const rewritten = leaves.map((leaf, index) => (index === at % first ? flip(leaf, at, 0) : leaf));
        const log = new MemoryLog(nodeCrypto, rewritten);
        const proof = { first, second: first + more, path: log.prove(consistencyPlan(first, first + more)) };
        const verdict = verifyConsistency(nodeCrypto, proof, before, log.range.root());
        assert.ok(!verdict.ok && verdict.refusals[0]?.code === 'LEDGER_CONSISTENCY_MISMATCH');
      },
    ),
    { numRuns: 60 },
  );
});

test('a range goes on from the subtrees of its size as if it had seen every leaf', () => {
  const leaves = leavesOf(700);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 699 }), (size) => {
      const log = new MemoryLog(nodeCrypto, leaves.slice(0, size));
      const restored = new CompactRange(nodeCrypto, size, log.prove(rootPlan(size).map((node) => [node])));
      for (const leaf of leaves.slice(size)) restored.append(leaf);
      assert.equal(toHex(restored.root()), toHex(definedRoot(nodeCrypto, leaves)));
    }),
    { numRuns: 20 },
  );
});

test('impossible indexes, sizes, lengths and hashes are refused before anything is computed', () => {
  const leaf = ctLeaves[0] as Uint8Array;
  const code = (index: number, size: number, path: Uint8Array[] = [], hash = leaf) => {
    const result = rootOfInclusion(nodeCrypto, { index, size, leaf: hash, path });
    return result.ok ? 'accepted' : result.refusals[0]?.code;
  };
  assert.equal(code(0, 1), 'accepted');
  assert.equal(code(1, 1), 'LEDGER_INDEX_OUT_OF_RANGE');
  assert.equal(code(0, 0), 'LEDGER_INDEX_OUT_OF_RANGE');
  assert.equal(code(-1, 4), 'LEDGER_INDEX_OUT_OF_RANGE');
  assert.equal(code(0.5, 4), 'LEDGER_INDEX_OUT_OF_RANGE');
  assert.equal(code(Number.NaN, 4), 'LEDGER_INDEX_OUT_OF_RANGE');
  assert.equal(code(0, 2 ** 60), 'LEDGER_SIZE_UNSUPPORTED');
  assert.equal(code(0, -1), 'LEDGER_SIZE_UNSUPPORTED');
  assert.equal(code(0, Number.MAX_SAFE_INTEGER), 'LEDGER_PROOF_LENGTH');
  assert.equal(code(0, 1, [leaf]), 'LEDGER_PROOF_LENGTH');
  assert.equal(code(0, 2, [leaf.subarray(1)]), 'LEDGER_HASH_LENGTH');
  assert.equal(code(0, 1, [], new Uint8Array(64)), 'LEDGER_HASH_LENGTH');
});

test('consistency backwards, or of sizes that cannot be, is refused', () => {
  const root = ctRoots[3] as Uint8Array;
  const code = (first: number, second: number, path: Uint8Array[] = []) => {
    const result = verifyConsistency(nodeCrypto, { first, second, path }, root, root);
    return result.ok ? 'accepted' : result.refusals[0]?.code;
  };
  assert.equal(code(3, 3), 'accepted');
  assert.equal(code(3, 2), 'LEDGER_CONSISTENCY_RANGE');
  assert.equal(code(2, 2 ** 54), 'LEDGER_SIZE_UNSUPPORTED');
  assert.equal(code(2, 3), 'LEDGER_PROOF_LENGTH');
  assert.equal(code(3, 3, [root]), 'LEDGER_PROOF_LENGTH');
  assert.equal(code(0, 3), 'LEDGER_CONSISTENCY_MISMATCH', 'the empty log has its own root');
});

test('the largest size needs a proof of 53 hashes', () => {
  assert.equal(inclusionPlan(0, Number.MAX_SAFE_INTEGER).length, 53);
  assert.equal(
    expectOk(rootOfInclusion(nodeCrypto, { index: 0, size: 1, leaf: ctLeaves[0] as Uint8Array, path: [] })),
    ctLeaves[0],
  );
});

function flip(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at % copy.length] = (copy[at % copy.length] as number) ^ (1 << bit);
  return copy;
}
