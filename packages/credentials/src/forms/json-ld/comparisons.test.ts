import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonsOf } from './comparisons.ts';

test('values of a property are compared each with each before it; of other nodes and properties they are not', () => {
  const values = (count: number) => Array.from({ length: count }, (_, at) => ({ '@value': at }));
  assert.equal(comparisonsOf([{ 'urn:p': values(4) }]), 6);
  assert.equal(comparisonsOf([{ 'urn:p': values(4), 'urn:q': values(2) }]), 7);
  assert.equal(comparisonsOf([{ 'urn:p': values(4) }, { 'urn:p': values(4) }]), 12);
});

test('nodes of one identifier are one node, wherever they stand, and what is turned round belongs to its other end', () => {
  const node = (values: number) => ({
    '@id': 'urn:a',
    'urn:p': Array.from({ length: values }, (_, at) => ({ '@value': at })),
  });
  assert.equal(comparisonsOf([node(2), { 'urn:q': [node(2)] }]), 6);
  const turned = Array.from({ length: 3 }, () => ({ '@id': 'urn:a' }));
  assert.equal(comparisonsOf([node(1), { '@reverse': { 'urn:p': turned } }]), 6);
});

test('what is no expanded form costs nothing', () => {
  for (const nothing of [undefined, null, 'text', [], [null, 4]]) assert.equal(comparisonsOf(nothing), 0);
});
