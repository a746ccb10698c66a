import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CommercialInvoice } from '@portolan/documents';
import { Decimal, expectOk, sumDecimals } from '@portolan/kernel';
import { computeValue } from '@portolan/tariff';
import fc from 'fast-check';
import { invoice, tariff, usd } from '../testing/papers.ts';
import { strayCurrency, valueInput } from './value.ts';

type Charges = NonNullable<CommercialInvoice['charges']>;

const [line] = invoice.lines;
if (!line) throw new Error('no line');

const priced = (amounts: string[], charges: Charges = []): CommercialInvoice => ({
  ...invoice,
  lines: amounts.map((amount, at) => ({ ...line, number: String(at + 1), amount: usd(amount) })),
  charges,
});

const sale = { exportDate: '2026-06-12', knownAt: '2026-06-12', digest: 'sha256:a', related: false };
const worksheet = (document: CommercialInvoice) => expectOk(computeValue(valueInput(document, sale), tariff));

/** Exact value and reported charges of each line. */
const shown = (document: CommercialInvoice) =>
  worksheet(document).lines.map(({ value, charges }) => [Decimal.of(value.amount).toString(), charges]);

describe('value of invoice lines (19 CFR 152.103)', () => {
  it('is the price paid or payable: agreed 100, a later list price changes nothing (152.103(a)(1) example)', () => {
    assert.deepEqual(shown(priced(['100.00'])), [['100', '0']]);
  });

  it('deducts identified freight and insurance inside the price, in proportion', () => {
    const charges: Charges = [
      { kind: 'freight', amount: usd('900.00'), includedInPrice: true },
      { kind: 'insurance', amount: usd('100.00'), includedInPrice: true },
    ];
    assert.deepEqual(shown(priced(['9600.00', '3600.00', '5500.00', '1300.00'], charges)), [
      ['9120', '480'],
      ['3420', '180'],
      ['5225', '275'],
      ['1235', '65'],
    ]);
  });

  it('reports freight beside the price without deducting it', () => {
    const charges: Charges = [{ kind: 'freight', amount: usd('240.00'), includedInPrice: false }];
    assert.deepEqual(shown(priced(['15400.00'], charges)), [['15400', '240']]);
  });

  it('adds packing, selling commission, assists and royalties beside the price, not those inside it', () => {
    for (const kind of ['packing', 'commission', 'assist', 'royalty'] as const) {
      assert.deepEqual(shown(priced(['100.00'], [{ kind, amount: usd('7.00'), includedInPrice: false }])), [
        ['107', '0'],
      ]);
      assert.deepEqual(shown(priced(['100.00'], [{ kind, amount: usd('7.00'), includedInPrice: true }])), [
        ['100', '0'],
      ]);
    }
  });

  it('subtracts a discount on the invoice, and leaves taxes out', () => {
    assert.deepEqual(
      shown(priced(['100.00'], [{ kind: 'discount', amount: usd('5.00'), includedInPrice: false }])),
      [['95', '0']],
    );
    assert.deepEqual(
      shown(priced(['100.00'], [{ kind: 'tax', amount: usd('16.00'), includedInPrice: false }])),
      [['100', '0']],
    );
  });

  it('takes a charge of the line out of the line, since its amount holds it', () => {
    const document = priced(['110.00']);
    const [first] = document.lines;
    const lines = [
      {
        ...line,
        ...first,
        charges: [{ kind: 'freight' as const, amount: usd('10.00'), includedInPrice: false }],
      },
    ];
    assert.deepEqual(shown({ ...document, lines }), [['100', '10']]);
  });

  it('loses nothing: values and charges of an invoice with freight inside add up to its price', () => {
    const cents = (min: number, max: number) =>
      fc
        .integer({ min, max })
        .map((value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`);
    const prices = fc.array(cents(50_000, 10_000_000), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(prices, cents(1, 50_000), (amounts, freight) => {
        const { lines } = worksheet(
          priced([...amounts, freight], [{ kind: 'freight', amount: usd(freight), includedInPrice: true }]),
        );
        const whole = sumDecimals(amounts.map((amount) => Decimal.of(amount)));
        const sum = sumDecimals(lines.map(({ value }) => Decimal.of(value.amount)));
        assert.equal(sum.toString(), whole.toString());
      }),
    );
  });

  it('rounds to whole dollars, half up', () => {
    const entered = (amount: string) => worksheet(priced([amount])).lines[0]?.enteredValue;
    assert.equal(entered('100.49'), '100');
    assert.equal(entered('100.50'), '101');
  });

  it('names the place of every figure', () => {
    const charges: Charges = [{ kind: 'freight', amount: usd('10.00'), includedInPrice: true }];
    const sources = worksheet(priced(['100.00'], charges)).lines[0]?.steps.flatMap(
      ({ source }) => source?.pointer ?? [],
    );
    assert.deepEqual(sources, ['/lines/0/amount', '/charges/0']);
  });

  it('finds an amount in another currency', () => {
    assert.equal(strayCurrency(invoice), undefined);
    const charges: Charges = [
      { kind: 'freight', amount: { amount: '1', currency: 'MXN' }, includedInPrice: true },
    ];
    assert.equal(strayCurrency(priced(['1'], charges))?.currency, 'MXN');
  });
});
