import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { monthOf } from './small-line.ts';
import { countryCode, isLight, ownerOf, readImports, trueScale } from './true-scale.ts';

/** Company level imports of the Energy Information Administration: what companies really brought in through one port district. */
const shared = process.env.PORTOLAN_SHARED ?? '../shared';
const all = readImports(
  readFileSync(join(shared, 'data/energy/eia-company-level-imports-galveston.csv'), 'utf8'),
).filter(({ product, quantity }) => product.toUpperCase().startsWith('CRUDE OIL') && quantity > 0);
const periods = [...Map.groupBy(all, ({ period }) => period)].sort(([, a], [, b]) => b.length - a.length);
const originating = new Set(['CA', 'MX', 'US']);

test('a month at true scale balances: every company enters what it brought in, and pays for what is not originating', () => {
  const [, rows] = periods[0] ?? [];
  assert.ok(rows && rows.length > 5);
  const month = monthOf(trueScale(rows), { at: '2026-09-02T12:00:00Z' });
  const whole = rows.reduce((sum, { quantity }) => sum + quantity * 1000, 0);
  assert.equal(
    month.days.reduce((sum, { volume }) => sum + Number(volume), 0),
    whole,
  );
  assert.ok(month.days.every(({ state }) => state === 'measured'));
  const companies = [...new Set(rows.map(({ company }) => company))].sort();
  for (const [company, own] of Map.groupBy(rows, (row) => row.company)) {
    const { did } = ownerOf(own[0] as (typeof rows)[0], companies);
    const entered = month.entries.filter(({ owner }) => owner.did === did).flatMap(({ lines }) => lines);
    const sum = entered.reduce((total, { volume }) => total + Number(volume), 0);
    assert.equal(
      sum,
      own.reduce((total, { quantity }) => total + quantity * 1000, 0),
      company,
    );
  }
  // In tenths of a cent: 5.25 cents a barrel under 25 degrees, 10.5 from there on.
  const owed = rows
    .filter(({ country }) => !originating.has(countryCode(country) ?? ''))
    .reduce((sum, row) => sum + row.quantity * 1000 * (isLight(row) ? 1050 : 525), 0);
  const duty = month.entries.reduce((sum, { duty: { amount } }) => sum + Number(amount), 0);
  // Each line of each day is rounded to the cent.
  const lines = month.entries.flatMap((entry) => entry.lines).length;
  assert.ok(Math.abs(duty - owed / 10_000) <= lines * 0.005 + 0.01, `${duty} ${owed / 10_000}`);
  assert.equal(month.process.kind, owed > 0 ? 'daily' : 'monthly');
});

test('every month of the table adds up to the barrel', () => {
  for (const [, rows] of periods.slice(0, 12)) {
    const month = monthOf(trueScale(rows), { at: '2026-09-02T12:00:00Z' });
    const crossed = month.crossings.reduce((sum, { volume }) => sum + Number(volume), 0);
    assert.equal(
      crossed,
      rows.reduce((sum, { quantity }) => sum + quantity * 1000, 0),
    );
  }
});
