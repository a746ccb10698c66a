import assert from 'node:assert/strict';
import { it } from 'node:test';
import { placeOf, sentencePlace, shown, typeWords, wordsOf } from './words.ts';

it('says where a value stands', () => {
  assert.equal(placeOf('/lines/1/unitPrice'), 'line 2, unit price');
  assert.equal(placeOf('/goods/0/hs6'), 'good 1, HS');
  assert.equal(placeOf('/lines/0/charges/2/amount'), 'line 1, charge 3, amount');
  assert.equal(sentencePlace(''), 'The document');
  assert.equal(sentencePlace('/invoiceNumbers/0'), 'Invoice number 1');
});

it('writes names and strangers’ text for a sentence', () => {
  assert.equal(wordsOf('CertificationOfOrigin'), 'Certification of origin');
  assert.equal(typeWords('BillOfLading'), 'bill of lading');
  assert.equal(shown('a\n  b'), 'a b');
  assert.equal(shown('x'.repeat(100)).length, 60);
  assert.equal(shown({ a: 1 }), '{"a":1}');
});
