import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Decimal, minorUnits, money, sumDecimals } from '@portolan/kernel';
import fc from 'fast-check';
import type { CommercialInvoice } from '../schema/commercial-invoice.ts';
import { invoice } from '../testing/fixtures.ts';
import { checkDocument } from './check-document.ts';
import { chargesAdded, lineAmount } from './invoice.ts';

const currencies = fc.constantFrom('USD', 'MXN', 'JPY', 'KWD');
const decimal = (places: number) =>
  fc
    .bigInt({ min: 1n, max: 9_999_999n })
    .map((digits) => Decimal.of(digits).dividedBy(Decimal.of(10n ** BigInt(places)), places, 'down'));
const lines = fc.array(fc.record({ quantity: decimal(3), price: decimal(4) }), {
  minLength: 1,
  maxLength: 8,
});
const charges = fc.array(
  fc.record({ discount: fc.boolean(), included: fc.boolean(), amount: fc.integer({ min: 0, max: 500 }) }),
  {
    maxLength: 4,
  },
);

type Parts = { quantity: Decimal; price: Decimal }[];
type Charges = { discount: boolean; included: boolean; amount: number }[];

/** An invoice whose amounts are computed here, each line rounded to the minor unit, as a sender does. */
function computed(currency: string, parts: Parts, extra: Charges): CommercialInvoice {
  const round = (value: Decimal) => value.round(minorUnits(currency), 'half-up');
  const amounts = parts.map(({ quantity, price }) => round(quantity.times(price)));
  const added = extra.map(({ discount, included, amount }) =>
    included ? Decimal.zero : Decimal.of(discount ? -amount : amount),
  );
  return {
    ...invoice,
    currency,
    lines: parts.map(({ quantity, price }, index) => ({
      number: String(index + 1),
      description: 'Sample goods',
      quantity: { value: quantity.toString(), unit: 'KGM' },
      unitPrice: { amount: price.toString(), currency },
      amount: money(amounts[index] ?? Decimal.zero, currency),
    })),
    charges: extra.map(({ discount, included, amount }) => ({
      kind: discount ? 'discount' : 'freight',
      amount: { amount: String(amount), currency },
      includedInPrice: included,
    })),
    total: money(sumDecimals([...amounts, ...added]), currency),
  };
}

describe('money of an invoice', () => {
  it('adds up, whatever the lines, charges and currency', () => {
    fc.assert(
      fc.property(currencies, lines, charges, (currency, parts, extra) => {
        const document = computed(currency, parts, extra);
        fc.pre(!document.total.amount.startsWith('-'));
        const checked = checkDocument('CommercialInvoice', document);
        assert.ok(checked.ok, checked.ok ? '' : JSON.stringify(checked.refusals));
      }),
    );
  });

  it('is refused when the total is off by one minor unit, and when a line is off by two', () => {
    fc.assert(
      fc.property(currencies, lines, fc.nat(), (currency, parts, pick) => {
        const document = computed(currency, parts, []);
        const unit = Decimal.of(1).dividedBy(
          Decimal.of(10n ** BigInt(minorUnits(currency))),
          10,
          'half-even',
        );
        const more = (amount: string, units: number) =>
          money(Decimal.of(amount).plus(unit.times(Decimal.of(units))), currency);
        const codes = (value: CommercialInvoice) => {
          const result = checkDocument('CommercialInvoice', value);
          return result.ok ? [] : result.refusals.map(({ code }) => code);
        };
        assert.deepEqual(codes({ ...document, total: more(document.total.amount, 1) }), ['DOC_TOTAL']);
        const at = pick % parts.length;
        const off = document.lines.map((line, index) =>
          index === at ? { ...line, amount: more(line.amount.amount, 2) } : line,
        );
        assert.deepEqual(codes({ ...document, lines: off, total: more(document.total.amount, 2) }), [
          'DOC_LINE_AMOUNT',
        ]);
      }),
    );
  });

  it('knows nothing of a line without price, or with a price in another measure', () => {
    const [line] = invoice.lines;
    assert.ok(line);
    const { unitPrice, ...unpriced } = line;
    assert.equal(lineAmount(unpriced), undefined);
    assert.equal(lineAmount({ ...line, priceQuantity: { value: '1', unit: 'LTR' } }), undefined);
    assert.equal(lineAmount(line)?.toString(), '1500');
    assert.equal(chargesAdded().toString(), '0');
  });
});
