import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reference } from '../testing/compute.ts';
import type { DutyLayer, Stacking } from './layer.ts';
import { orderLayers } from './stack.ts';

const layer = (id: string): DutyLayer => ({ id, name: id, cite: '', notChapters: [], rows: [] });
const rule = (first: string, relation: Stacking['relation'], other: string): Stacking => ({
  layer: first,
  relation,
  other,
  from: '2026-01-01',
  why: 'a test',
  cite: 'a test',
  source: 'a test',
  certainty: 'verified',
});
const order = (ids: string[], rules: Stacking[]) => orderLayers(ids.map(layer), rules).map(({ id }) => id);

test('one that precedes or excludes another is computed before it; others keep their order', () => {
  const rules = [rule('c', 'excludes', 'a'), rule('b', 'precedes', 'c')];
  assert.deepEqual(order(['a', 'b', 'c', 'd'], rules), ['b', 'c', 'a', 'd']);
  assert.deepEqual(order(['a', 'b'], []), ['a', 'b']);
});

test('rules about layers that are not there do not hold anything up', () => {
  assert.deepEqual(order(['a'], [rule('z', 'precedes', 'a')]), ['a']);
});

test('a circle is a fault of the table', () => {
  assert.throws(
    () => order(['a', 'b'], [rule('a', 'precedes', 'b'), rule('b', 'excludes', 'a')]),
    /circle: a, b/,
  );
});

test('the rows of the package name layers that exist, and leave an order', () => {
  const ids = new Set(reference.dutyLayers.map(({ id }) => id));
  for (const { layer: first, other } of reference.stacking)
    assert.ok(ids.has(first) && ids.has(other), other);
  const ordered = orderLayers(reference.dutyLayers, reference.stacking).map(({ id }) => id);
  const before = (first: string, other: string) => assert.ok(ordered.indexOf(first) < ordered.indexOf(other));
  before('section-301', 'section-232-metals');
  before('section-232-vehicles', 'section-232-metals');
  before('section-232-metals', 'section-201-solar');
  before('section-232-metals', 'section-122');
});

test('every list that a layer names is there, and every heading has a form', () => {
  for (const { id, rows } of reference.dutyLayers)
    for (const { scope, heading, effect, percent } of rows) {
      assert.ok(
        scope === undefined || reference.scopes.names.has(scope) || scope === 'section-301-exclusion',
        scope,
      );
      assert.match(heading, /^(?:99\d\d\.\d\d\.\d\d)?$/, id);
      assert.equal(effect === 'none', percent === undefined, `${id} ${heading}`);
    }
});
