import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TariffLine } from '../edition/line.ts';
import { inputOf, reference } from '../testing/compute.ts';
import { computeDuty } from './compute.ts';
import { centsOf } from './money.ts';

const DAYS: Record<string, string> = { '2026-rev-10': '2026-06-15', '2025-rev-32': '2025-12-10' };
/** All of them take too long for a test that runs at every change. */
const EVERY = 7;
const ORIGINS = ['CN', 'DE', 'MX'];
/** Why a line of chapters 1 to 97 may not be computed from value and quantities alone. */
const REASONS = new Set([
  'TARIFF_OUT_OF_SEASON',
  'TARIFF_RATE_NEEDS_FACTS',
  'TARIFF_VALUE_PART_MISSING',
  'TARIFF_QUANTITY_MISSING',
  'TARIFF_UNIT_WRONG',
]);

function compute(line: TariffLine, originCountry: string, date: string) {
  const quantities = line.measures.map(({ unit, of }) => ({
    value: '100',
    unit,
    ...(of === undefined ? {} : { of }),
  }));
  const input = inputOf({ hts: line.hts, originCountry, enteredValue: '10000', quantities }, date, {
    entryType: '02',
  });
  return computeDuty(input, reference);
}

for (const edition of reference.editions) {
  const date = DAYS[edition.id] ?? '';
  test(`${edition.id}: every seventh number of chapters 1 to 97 is computed, or refused for a fact that it lacks`, () => {
    const lines = edition.under('').filter(({ hts }, at) => hts < '98' && at % EVERY === 0);
    const reasons = new Map<string, number>();
    let computed = 0;
    lines.forEach((line, at) => {
      const result = compute(line, ORIGINS[at % ORIGINS.length] ?? '', date);
      if (!result.ok) {
        for (const { code } of result.refusals) reasons.set(code, (reasons.get(code) ?? 0) + 1);
        return;
      }
      computed++;
      const [first] = result.value.lines;
      const sum = (first?.layers ?? []).reduce((cents, { amount }) => cents + centsOf(amount), 0n);
      assert.equal(sum, centsOf(first?.duty ?? ''), line.hts);
    });
    assert.deepEqual(
      [...reasons.keys()].filter((code) => !REASONS.has(code)),
      [],
    );
    assert.ok(
      computed / lines.length > 0.97,
      `${computed} of ${lines.length}, ${JSON.stringify([...reasons])}`,
    );
  });
}
