import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentCode, type StandingCode } from './current-code.ts';

const code = (
  hts: string,
  kind: 'ruling' | 'decision',
  effective: string,
  provisional = false,
): StandingCode => ({
  code: { kind, hts, reference: hts, effective, knownAt: effective },
  provisional,
});
const used = (codes: StandingCode[], day = '2026-06-10') => currentCode(codes, day)?.code.hts;

test('a ruling goes before a decision, and a decision before a provisional code', () => {
  const codes = [
    code('1', 'ruling', '2026-01-01'),
    code('2', 'decision', '2026-05-01'),
    code('3', 'decision', '2026-06-01', true),
  ];
  assert.equal(used(codes), '1');
  assert.equal(used(codes.slice(1)), '2');
  assert.equal(used(codes.slice(2)), '3');
});

test('a code counts from its day; of one day the last given counts', () => {
  const codes = [code('1', 'decision', '2026-01-01'), code('2', 'decision', '2026-06-11')];
  assert.equal(used(codes), '1');
  assert.equal(used(codes, '2026-06-11'), '2');
  assert.equal(used([code('1', 'decision', '2026-01-01'), code('2', 'decision', '2026-01-01')]), '2');
  assert.equal(used([], '2026-06-11'), undefined);
});
