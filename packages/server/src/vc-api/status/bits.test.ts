import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createBits, maskOf, readValue, type StatusSize, statusSizes, writeValue } from './bits.ts';

test('entries of every size stand left to right', () => {
  assert.equal(writeValue(createBits(1), 1, 0, 1)[0], 0b1000_0000);
  assert.equal(writeValue(createBits(2), 2, 1, 0b10)[0], 0b0010_0000);
  assert.equal(writeValue(createBits(4), 4, 1, 0b1010)[0], 0b0000_1010);
  assert.equal(writeValue(createBits(8), 8, 1, 200)[1], 200);
});

test('property: an entry reads as it was written, and no other changes', () => {
  const place = fc.record({
    size: fc.constantFrom(...statusSizes),
    index: fc.nat({ max: 131_071 }),
    other: fc.nat({ max: 131_071 }),
    value: fc.nat({ max: 255 }),
  });
  fc.assert(
    fc.property(place, ({ size, index, other, value }) => {
      const written = value & maskOf(size as StatusSize);
      const bits = writeValue(createBits(size), size, index, written);
      assert.equal(readValue(bits, size, index), written);
      if (other !== index) assert.equal(readValue(bits, size, other), 0);
    }),
    { numRuns: 60 },
  );
});

test('outside the list there is nothing', () => {
  assert.equal(readValue(createBits(2), 2, 131_072), undefined);
  assert.equal(readValue(createBits(2), 2, -1), undefined);
});
