import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeValue } from './compute.ts';
import { parseExchangeRates, withExchangeRates } from './exchange-table.ts';
import { parseValueInput, type ValueInput } from './input.ts';
import { rate, sale, tablesWith } from './testing/sale.ts';
import { worksheetTables } from './testing/tables.ts';

const refusals = (more: Partial<ValueInput>, tables = worksheetTables) => {
  const result = computeValue(sale(more), tables);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
};

const cases: readonly [string, Partial<ValueInput>, string[]][] = [
  ['a term that is none', { incoterm: { code: 'XYZ' } }, ['TARIFF_INCOTERM_UNKNOWN /incoterm/code']],
  ['a currency that is none', { currency: 'QQQ' }, ['TARIFF_CURRENCY_UNKNOWN /currency']],
  ['a currency without rate for the date', { currency: 'EUR' }, ['TARIFF_EXCHANGE_RATE_MISSING /currency']],
  ['a day that the calendar has not', { exportDate: '2026-02-30' }, ['TARIFF_DATE_INVALID /exportDate']],
  ['no line', { lines: [] }, ['TARIFF_VALUE_LINES_MISSING /lines']],
  ['goods that were not sold', { sale: false }, ['TARIFF_VALUE_NO_SALE /sale']],
  [
    'a negative addition',
    { adjustments: [{ kind: 'assist', amount: '-5.00' }] },
    ['TARIFF_VALUE_NEGATIVE /adjustments/0/amount'],
  ],
  [
    'more places than the currency has',
    { lines: [{ number: '1', price: '1.001' }] },
    ['TARIFF_VALUE_AMOUNT_INVALID /lines/0/price'],
  ],
  [
    'a kind that is none, and a line that is not there',
    {
      adjustments: [
        { kind: 'bribe', amount: '1.00' },
        { kind: 'packing', amount: '1.00', line: '9' },
      ],
    },
    ['TARIFF_ADJUSTMENT_UNKNOWN /adjustments/0/kind', 'TARIFF_ADJUSTMENT_LINE /adjustments/1/line'],
  ],
  [
    'spreading over zero',
    {
      lines: [{ number: '1', price: '10.00', weight: '0' }],
      adjustments: [{ kind: 'packing', amount: '1.00', spread: 'weight' }],
    },
    ['TARIFF_PRORATION_ZERO /adjustments/0'],
  ],
  [
    'spreading by a weight that is not given',
    { adjustments: [{ kind: 'packing', amount: '1.00', spread: 'weight' }] },
    ['TARIFF_PRORATION_ZERO /adjustments/0'],
  ],
  [
    'deductions that eat the price',
    { incoterm: { code: 'CIF' }, adjustments: [{ kind: 'international-freight', amount: '10000.00' }] },
    ['TARIFF_VALUE_NOT_POSITIVE /lines/0'],
  ],
  [
    'the same line twice',
    {
      lines: [
        { number: '1', price: '1.00' },
        { number: '1', price: '2.00' },
      ],
    },
    ['TARIFF_VALUE_LINE_DUPLICATE /lines/1/number'],
  ],
  [
    'an assist for fewer units than are shipped',
    { adjustments: [{ kind: 'assist', amount: '1.00', apportion: { units: '5', over: '4' } }] },
    ['TARIFF_ASSIST_APPORTIONMENT /adjustments/0/apportion'],
  ],
];

describe('computeValue refuses', () => {
  for (const [what, more, expected] of cases) it(what, () => assert.deepEqual(refusals(more), expected));

  it('a charge in a currency without rate, at the charge', () => {
    assert.deepEqual(refusals({ adjustments: [{ kind: 'packing', amount: '1.00', currency: 'MXN' }] }), [
      'TARIFF_EXCHANGE_RATE_MISSING /adjustments/0/currency',
    ]);
  });

  it('several certified rates unless one is named (19 CFR 159.36)', () => {
    const tables = tablesWith(
      rate('daily', '1.1', '2026-06-01', '2026-06-01', { type: 'official' }),
      rate('daily', '1.4', '2026-06-01', '2026-06-01', { type: 'free' }),
    );
    assert.deepEqual(refusals({ currency: 'EUR' }, tables), ['TARIFF_EXCHANGE_RATES_SEVERAL /rateType']);
    assert.deepEqual(refusals({ currency: 'EUR', rateType: 'free' }, tables), []);
  });

  it('rates that were published only later', () => {
    const tables = tablesWith(rate('daily', '1.1', '2026-06-01', '2026-06-01', { knownAt: '2026-06-05' }));
    assert.deepEqual(refusals({ currency: 'EUR', knownAt: '2026-06-04' }, tables), [
      'TARIFF_EXCHANGE_RATE_MISSING /currency',
    ]);
    assert.deepEqual(refusals({ currency: 'EUR', knownAt: '2026-06-05T10:00:00Z' }, tables), []);
  });

  it('an input that has not its shape', () => {
    const result = parseValueInput({ ...sale(), lines: [{ number: 1 }] });
    assert.ok(!result.ok && result.refusals[0]?.code === 'TARIFF_VALUE_INPUT_INVALID');
  });
});

describe('a table of exchange rates', () => {
  const heading = 'currency,kind,rate,from,to,knownAt,source';
  const row = 'EUR,quarterly,1.0834,2026-04-01,2026-06-30,2026-04-01,Customs Bulletin (sample)';

  it('is read row by row and stands beside the others', () => {
    const rates = parseExchangeRates(`${heading}\n${row}\n`);
    assert.ok(rates.ok && rates.value.length === 1);
    const result = computeValue(sale({ currency: 'EUR' }), withExchangeRates(worksheetTables, rates.value));
    assert.ok(result.ok && result.value.totals.dollars === '10834.00');
  });

  it('is refused at the row that can not be read', () => {
    for (const bad of [
      'EUR,monthly,1.0,2026-04-01,2026-06-30,2026-04-01,x',
      'EUR,daily,0,2026-04-01,2026-04-01,2026-04-01,x',
      row.replace('2026-06-30', '2026-03-30'),
      row.replace(/Customs.*/, ''),
    ]) {
      const result = parseExchangeRates(`${heading}\n${row}\n${bad}`);
      assert.ok(!result.ok && result.refusals[0]?.path === '/2', bad);
    }
  });
});
