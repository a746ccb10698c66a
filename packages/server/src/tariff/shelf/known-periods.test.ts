import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { type KnownPeriod, withPeriods } from './known-periods.ts';
import { readMeasures } from './measures.ts';

const layer = loadEmbeddedReference().dutyLayers.find(({ horizon }) => horizon !== undefined);
assert.ok(layer);
const known = (from: string, to: string): KnownPeriod => {
  const said = { unknownAfter: `what follows ${to}`, source: 'invented', certainty: 'unverified' as const };
  return { layer: layer.id, known: true, from, to, ...said };
};
const horizonWith = (...periods: KnownPeriod[]) => withPeriods(layer, periods).horizon;

test('a period that joins on to what is known moves the horizon, in whatever order they come', () => {
  assert.equal(layer.horizon, '2026-07-23');
  assert.equal(horizonWith(known('2026-07-24', '2026-09-30')), '2026-09-30');
  const [first, second] = [known('2026-07-01', '2026-09-30'), known('2026-10-01', '2026-12-31')];
  assert.equal(horizonWith(second, first), '2026-12-31');
  assert.equal(withPeriods(layer, [second, first]).unknownAfter, 'what follows 2026-12-31');
});

test('days that nobody speaks of stay unknown, and nothing takes knowledge back', () => {
  assert.equal(horizonWith(known('2026-07-25', '2026-09-30')), '2026-07-23');
  assert.equal(horizonWith(known('2026-01-01', '2026-06-30')), '2026-07-23');
});

test('a period for a layer that is always known, backwards, or of another shape is refused', () => {
  const always = loadEmbeddedReference().dutyLayers.find(({ horizon }) => horizon === undefined)?.id ?? '';
  const bad = [
    { ...known('2026-07-24', '2026-09-30'), layer: always },
    known('2026-09-30', '2026-07-24'),
    { ...known('2026-07-24', '2026-09-30'), percent: '25' },
  ];
  for (const row of bad) {
    const read = readMeasures([row]);
    assert.deepEqual(
      read.ok || read.refusals.map(({ code }) => code),
      ['NODE_TARIFF_FILE'],
      JSON.stringify(row),
    );
  }
  assert.ok(readMeasures([known('2026-07-24', '2026-09-30')]).ok);
});
