import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { originVectors } from './testing/vectors.ts';

describe('vectors of origin', () => {
  for (const { title, source, expected, computed } of originVectors)
    it(`${source}: ${title}`, () => assert.equal(computed(), expected));
});
