import assert from 'node:assert/strict';
import { createECDH, ECDH } from 'node:crypto';
import { test } from 'node:test';
import { uncompressedPoint } from './ec-point.ts';

const names = { 'P-256': 'prime256v1', 'P-384': 'secp384r1' } as const;

test('the same points as another implementation gives', () => {
  for (const curve of ['P-256', 'P-384'] as const)
    for (let run = 0; run < 20; run += 1) {
      const full = createECDH(names[curve]).generateKeys();
      const compressed = new Uint8Array(
        ECDH.convertKey(full, names[curve], undefined, undefined, 'compressed') as Buffer,
      );
      assert.deepEqual(uncompressedPoint(curve, compressed), new Uint8Array(full));
    }
});

test('bytes that are no point of the curve give none', () => {
  const outside = new Uint8Array(33).fill(0xff);
  outside[0] = 2;
  assert.equal(uncompressedPoint('P-256', outside), undefined, 'x is not below p');
  const none = new Uint8Array(33);
  none.set([2]);
  const found = Array.from({ length: 8 }, (_, x) => {
    none[32] = x;
    return uncompressedPoint('P-256', none) !== undefined;
  });
  assert.ok(found.includes(false) && found.includes(true), 'about every second x has no point');
  assert.equal(uncompressedPoint('P-256', new Uint8Array(33)), undefined);
  assert.equal(uncompressedPoint('P-384', new Uint8Array(33).fill(2)), undefined);
});
