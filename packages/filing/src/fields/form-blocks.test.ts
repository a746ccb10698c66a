import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { block7501, placeOfField } from './places.ts';

describe('places of fields', () => {
  it('move by four behind block 20 with the form of October 2025', () => {
    assert.equal(block7501('/lines/2/hts', '2025-09-30'), 29);
    assert.equal(block7501('/lines/2/hts', '2025-10-01'), 33);
    assert.equal(block7501('/portOfUnlading', '2026-06-12'), 20);
    assert.equal(block7501('/importerOfRecord/number', '2026-06-12'), 27);
  });

  it('are found for parts of a field', () => {
    assert.equal(placeOfField('/lines/0/quantities/0/value')?.label, 'Net quantity');
    assert.equal(placeOfField('/lines/0/nothing'), undefined);
    assert.equal(placeOfField(''), undefined);
  });
});
