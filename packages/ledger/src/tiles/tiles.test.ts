import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk, toHex } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import fc from 'fast-check';
import { HASH_LENGTH, leafHash } from '../merkle/hash.ts';
import { inclusionPlan } from '../merkle/plan.ts';
import { definedRoot } from '../testing/defined-tree.ts';
import { MemoryLog } from '../testing/memory-log.ts';
import { decodeEntries, encodeEntries } from './entries.ts';
import { entriesPath, parseTilePath, tilePath } from './path.ts';
import { TilePyramid } from './pyramid.ts';
import { tilesOf, tileWidth } from './tile.ts';

test('the tile path examples of C2SP tlog-tiles', () => {
  assert.equal(tilePath({ level: 0, index: 1_234_067 }), 'tile/0/x001/x234/067');
  assert.equal(tilePath({ level: 2, index: 0 }, 1), 'tile/2/000.p/1');
  assert.equal(entriesPath(273, 112), 'tile/entries/273.p/112');
});

test('the widths of a log of 70,000 entries, as in C2SP tlog-tiles', () => {
  const widths = (level: number, count: number) =>
    Array.from({ length: count }, (_, index) => tileWidth({ level, index }, 70_000));
  assert.deepEqual(widths(0, 275), [...Array(273).fill(256), 112, 0]);
  assert.deepEqual(widths(1, 3), [256, 17, 0]);
  assert.deepEqual(widths(2, 2), [1, 0]);
  assert.deepEqual(
    [tileWidth({ level: 0, index: 0 }, 256), tileWidth({ level: 1, index: 0 }, 256)],
    [256, 1],
  );
});

test('a path reads back as it was written', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 2 ** 31 }),
      fc.integer({ min: 1, max: 256 }),
      fc.nat({ max: 63 }),
      (index, width, level) => {
        const [, levelText, ...rest] = tilePath({ level, index }, width).split('/');
        assert.deepEqual(expectOk(parseTilePath(levelText as string, rest.join('/'))), {
          level,
          index,
          width,
        });
      },
    ),
  );
});

test('a path written any other way names no tile', () => {
  const bad: [string, string][] = [
    ['00', '000'],
    ['64', '000'],
    ['-1', '000'],
    ['1', '00'],
    ['1', '0000'],
    ['1', 'x000/000'],
    ['1', '001/000'],
    ['1', 'x001'],
    ['1', '000.p/0'],
    ['1', '000.p/256'],
    ['1', '000.p/01'],
    ['1', '000.p/'],
    ['1', '../000'],
    ['1', 'x999/x999/x999/x999/x999/999'],
    ['entry', '000'],
  ];
  for (const [level, rest] of bad) {
    const result = parseTilePath(level, rest);
    assert.ok(!result.ok && result.refusals[0]?.code === 'LEDGER_TILE_PATH_INVALID', `${level}/${rest}`);
  }
});

test('tiles of a log hold the hashes that the definition gives', () => {
  const leaves = Array.from({ length: 700 }, (_, index) =>
    leafHash(nodeCrypto, Uint8Array.of(index >> 8, index & 255)),
  );
  const log = new MemoryLog(nodeCrypto, leaves);
  assert.deepEqual([...log.tiles.keys()].sort(), ['0/0', '0/1', '0/2', '1/0']);
  const upper = log.tiles.get('1/0') as Uint8Array;
  assert.equal(upper.length, 2 * HASH_LENGTH);
  assert.equal(toHex(upper.subarray(HASH_LENGTH)), toHex(definedRoot(nodeCrypto, leaves.slice(256, 512))));
  assert.equal(log.tiles.get('0/2')?.length, 188 * HASH_LENGTH);
});

test('a proof reads few tiles, and never beyond the checkpoint', () => {
  assert.deepEqual(
    tilesOf([inclusionPlan(300, 700)])
      .map(({ level, index }) => `${level}/${index}`)
      .sort(),
    ['0/1', '0/2', '1/0'],
  );
  const pyramid = new TilePyramid(nodeCrypto, new Uint8Array(3 * HASH_LENGTH));
  assert.equal(pyramid.width, 3);
  assert.throws(() => pyramid.hashOf({ level: 1, index: 1 }), RangeError);
});

test('entry bundles read back; one that is cut off is refused', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), fc.nat(), (entries, cut) => {
      const bundle = encodeEntries(entries);
      assert.deepEqual(expectOk(decodeEntries(bundle)).map(toHex), entries.map(toHex));
      const read = decodeEntries(bundle.subarray(0, cut % (bundle.length + 1)));
      assert.ok(
        !read.ok || read.value.every((entry, index) => toHex(entry) === toHex(entries[index] as Uint8Array)),
      );
    }),
  );
  assert.ok(!decodeEntries(Uint8Array.of(0)).ok);
  assert.ok(!decodeEntries(Uint8Array.of(0, 2, 1)).ok);
  assert.throws(() => encodeEntries([new Uint8Array(65_536)]), RangeError);
});
