import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '@portolan/kernel';
import Value from 'typebox/value';
import { inputOf, reference } from '../testing/compute.ts';
import { WhatIfChangeSchema } from './change.ts';
import { recompute } from './recompute.ts';
import { whatIf } from './what-if.ts';

const BALLS = { hts: '9506.62.80.60', originCountry: 'CN', enteredValue: '10000' };

test('other origin, other date, claim and no claim side by side', () => {
  const cases = whatIf(
    inputOf({ ...BALLS, originCountry: 'MX', spi: 'S' }),
    [
      { label: 'no claim', spi: null },
      { label: 'from China', originCountry: 'CN', spi: null },
      { label: 'in August', date: '2026-08-01' },
    ],
    reference,
  );
  assert.deepEqual(
    cases.map(({ label, result, difference, refusals }) => [
      label,
      result?.totals.duty,
      difference?.duty,
      refusals?.map(({ code }) => code),
    ]),
    [
      ['as given', '0.00', undefined, undefined],
      ['no claim', '1480.00', '1480.00', undefined],
      ['from China', '2230.00', '2230.00', undefined],
      ['in August', undefined, undefined, ['TARIFF_NOT_CURRENT']],
    ],
  );
});

test('a change may be of some lines only, and of their headings', () => {
  const steel = { hts: '7326.90.86.88', originCountry: 'CN', enteredValue: '10000' };
  const [first] = inputOf(steel).lines;
  assert.ok(first);
  const input = { ...inputOf(steel), lines: [first, { ...first, number: 2 }] };
  const [, second] = whatIf(input, [{ label: 'excluded', lines: [2], headings: ['9903.88.69'] }], reference);
  assert.deepEqual(
    second?.result?.lines.map(({ duty }) => duty),
    ['7790.00', '5290.00'],
  );
  assert.equal(second?.difference?.duty, '-2500.00');
});

test('a change has its published shape', () => {
  assert.ok(Value.Check(WhatIfChangeSchema, { label: 'x', spi: null, headings: null, lines: [1] }));
  assert.ok(!Value.Check(WhatIfChangeSchema, { label: 'x', lines: [0] }));
});

/** CSMS 67834313: refunds of duties under IEEPA. */
test('the same entry with what is known now: what is refunded, by layer and why', () => {
  const paid = inputOf(BALLS, '2025-12-10', { knownAt: '2025-12-10' });
  const { difference, layers, before, after } = expectOk(recompute(paid, reference, '2026-11-22'));
  assert.equal(difference.duty, '-2000.00');
  assert.equal(before.date, after.date);
  assert.deepEqual(
    layers.map(({ line, layer, before: was, after: is, refund }) => [line, layer, was, is, refund]),
    [
      [1, 'ieepa-china', '1000.00', '0.00', '1000.00'],
      [1, 'ieepa-reciprocal', '1000.00', '0.00', '1000.00'],
    ],
  );
  assert.match(layers[0]?.why ?? '', /Learning Resources/);
});

test('what can not be computed at either moment is refused', () => {
  const late = recompute(inputOf(BALLS, '2026-08-01'), reference, '2026-11-22');
  assert.deepEqual(late.ok || late.refusals.map(({ code }) => code), ['TARIFF_NOT_CURRENT']);
  const early = recompute(inputOf(BALLS, '2025-12-10', { knownAt: '2025-12-10' }), reference, '2025-12-01');
  assert.deepEqual(early.ok || early.refusals.map(({ code }) => code), ['TARIFF_NOT_KNOWN_YET']);
});
