import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTraceEvent } from './read-event.ts';

const kilograms = (value: string) => ({ value, unit: 'KGM' });
const split = {
  id: 'e',
  at: '2026-06-01T10:00:00+02:00',
  knownAt: '2026-06-01T08:00:01Z',
  by: 'did:example:mill',
  kind: 'split',
  inputs: [{ lot: 'a', quantity: kilograms('2') }],
  outputs: [{ lot: 'b', quantity: kilograms('2'), commodity: 'ore' }],
  losses: [],
};

function faults(value: unknown): string[] {
  const result = readTraceEvent(value);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
}

test('times are brought to UTC', () => {
  const result = readTraceEvent(split);
  assert.equal(result.ok && result.value.at, '2026-06-01T08:00:00.000Z');
});

test('a wrong form is named with its place', () => {
  assert.deepEqual(faults({ ...split, inputs: [{ lot: 'a', quantity: kilograms('-2') }] }), [
    'TRACE_EVENT_INVALID /inputs/0/quantity/value',
  ]);
  assert.equal(faults({ ...split, kind: 'melt' })[0], 'TRACE_EVENT_INVALID /kind');
  assert.equal(faults(null).length, 1);
  assert.equal(
    faults({ ...split, inputs: Array(1001).fill(split.inputs[0]) })[0]?.slice(0, 20),
    'TRACE_EVENT_INVALID ',
  );
});

test('impossible times are refused, both at once', () => {
  assert.deepEqual(faults({ ...split, at: '2026-02-29T10:00:00Z', knownAt: '10:00' }), [
    'KERNEL_INSTANT_INVALID /at',
    'KERNEL_INSTANT_INVALID /knownAt',
  ]);
});

test('nothing is moved by zero', () => {
  assert.deepEqual(faults({ ...split, inputs: [{ lot: 'a', quantity: kilograms('0.00') }] }), [
    'TRACE_QUANTITY_NOT_POSITIVE /inputs/0/quantity',
  ]);
});

test('a kind has its sides', () => {
  assert.deepEqual(faults({ ...split, kind: 'produce' }), ['TRACE_STEP_SHAPE /kind']);
  assert.deepEqual(faults({ ...split, kind: 'consume' }), ['TRACE_STEP_SHAPE /kind']);
  assert.deepEqual(faults({ ...split, losses: [{ quantity: kilograms('1'), reason: 'dust' }] }), [
    'TRACE_STEP_SHAPE /kind',
  ]);
});

test('a lot stands once on a side, and never on both', () => {
  assert.deepEqual(faults({ ...split, outputs: [...split.outputs, ...split.outputs] }), [
    'TRACE_LOT_TWICE /outputs/1/lot',
  ]);
  assert.deepEqual(faults({ ...split, outputs: [{ ...split.outputs[0], lot: 'a' }] }), [
    'TRACE_CYCLE /outputs/0/lot',
  ]);
});
