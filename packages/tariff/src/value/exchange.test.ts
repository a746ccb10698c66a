import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { date, expectOk } from '@portolan/kernel';
import { rateDay } from './business-day.ts';
import { findExchange } from './exchange.ts';
import { rate, tablesWith } from './testing/sale.ts';
import { worksheetTables } from './testing/tables.ts';

const { bankHolidays } = worksheetTables.value;
const found = (...rates: Parameters<typeof tablesWith>) =>
  expectOk(
    findExchange({ currency: 'EUR', exportDate: date('2026-06-01'), path: '' }, tablesWith(...rates).value),
  );
const quarter = rate('quarterly', '1.00', '2026-04-01', '2026-06-30');
const proclaimed = rate('proclaimed', '2.00', '2026-01-01', '2026-12-31');
const daily = (amount: string) => rate('daily', amount, '2026-06-01');

describe('the rate of exchange (19 CFR 159.31 to 159.36)', () => {
  it('is the proclaimed one unless the daily rate differs by 5 percent of itself or more', () => {
    // 2.00 against 2.10: 0.10 / 2.10 is 4.76 percent. Against 1.9047: 5.003 percent.
    assert.equal(found(proclaimed, quarter, daily('2.10')).kind, 'proclaimed');
    assert.equal(found(proclaimed, daily('1.9047')).kind, 'daily');
  });

  it('is the quarterly one unless the daily rate differs by 5 percent of the quarterly one, up or down', () => {
    for (const [amount, kind] of [
      ['1.0499', 'quarterly'],
      ['0.9501', 'quarterly'],
      ['1.05', 'daily'],
      ['0.95', 'daily'],
    ] as const)
      assert.equal(found(quarter, daily(amount)).kind, kind, amount);
  });

  it('tells the variance', () => assert.equal(found(quarter, daily('1.0499')).variance, '4.99'));

  it('is the daily one for a currency without quarterly rate', () => {
    assert.equal(found(daily('1.23')).cite, '19 CFR 159.35');
  });

  it('uses a corrected rate once it is published', () => {
    const corrected = { ...quarter, rate: '1.02', knownAt: '2026-04-10' };
    assert.equal(found(quarter, corrected).rate, '1.02');
  });
});

describe('the day whose rate counts (31 U.S.C. 5151(a)(2))', () => {
  for (const [exported, expected] of [
    ['2026-06-01', '2026-06-01'],
    ['2026-06-06', '2026-06-05'],
    ['2026-06-07', '2026-06-05'],
    ['2026-05-25', '2026-05-22'],
    ['2026-12-25', '2026-12-24'],
    ['2026-01-01', '2025-12-31'],
  ] as const)
    it(`${exported}: ${expected}`, () => assert.equal(rateDay(date(exported), bankHolidays), expected));
});
