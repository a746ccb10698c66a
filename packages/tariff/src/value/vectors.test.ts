import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valueVectors } from './testing/vectors.ts';

describe('vectors of customs value', () => {
  for (const { title, source, expected, computed } of valueVectors)
    it(`${source}: ${title}`, () => assert.equal(computed(), expected));
});
