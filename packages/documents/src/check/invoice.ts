import {
  convertQuantity,
  Decimal,
  type Money,
  minorUnits,
  money,
  type Refusal,
  sumDecimals,
} from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import type { CommercialInvoice, CommercialInvoiceLine } from '../schema/commercial-invoice.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '../schema/purchase-order.ts';
import { sentencePlace } from '../words.ts';
import { checkLineNumbers } from './lines.ts';
import { checkWeights } from './weights.ts';

type Line = CommercialInvoiceLine | PurchaseOrderLine;
type Priced = CommercialInvoice | PurchaseOrder;
type Charges = NonNullable<Priced['charges']>;

/** Places kept where a price per several units does not divide evenly; far below any minor unit. */
const PRICE_PLACES = 20;

/** What holds for every priced document, and weights that agree. */
export function checkCommercialInvoice(invoice: CommercialInvoice): Refusal[] {
  return [
    ...checkPriced(invoice),
    ...invoice.lines.flatMap((line, index) => checkWeights(line, `/lines/${index}`)),
  ];
}

/** Line numbers, one currency, line amounts and the total of an invoice or an order. */
export function checkPriced(document: Priced): Refusal[] {
  const currency = checkCurrency(document);
  const sums =
    currency.length > 0
      ? []
      : [
          ...document.lines.flatMap((line, index) => checkLineAmount(line, `/lines/${index}`)),
          ...checkTotal(document),
        ];
  return [...checkLineNumbers(document.lines), ...currency, ...sums];
}

/**
 * What a line comes to: quantity times unit price, with the charges of the line that are not inside the price.
 * Nothing when the price is missing or is for a quantity that cannot be converted to the line's unit.
 */
export function lineAmount(line: Line): Decimal | undefined {
  if (!line.unitPrice) return undefined;
  const per = line.priceQuantity ?? { value: '1', unit: line.quantity.unit };
  const quantity = convertQuantity(line.quantity, per.unit);
  if (!quantity.ok) return undefined;
  return Decimal.of(quantity.value.value)
    .times(Decimal.of(line.unitPrice.amount))
    .dividedBy(Decimal.of(per.value), PRICE_PLACES, 'half-even')
    .plus(chargesAdded(line.charges));
}

/** Charges that are added to the goods (discounts subtracted); those inside the price are in the line amounts already. */
export function chargesAdded(charges: Charges = []): Decimal {
  return sumDecimals(
    charges
      .filter(({ includedInPrice }) => !includedInPrice)
      .map(({ kind, amount }) =>
        kind === 'discount' ? Decimal.of(amount.amount).negated() : Decimal.of(amount.amount),
      ),
  );
}

function checkLineAmount(line: Line, path: string): Refusal[] {
  const computed = lineAmount(line);
  if (!computed || !line.amount || withinMinorUnit(computed, line.amount)) return [];
  const per = line.priceQuantity ? ` per ${line.priceQuantity.value} ${line.priceQuantity.unit}` : '';
  const charges = line.charges?.length ? ' with the charges of the line' : '';
  const reckoning = `${line.quantity.value} ${line.quantity.unit} at ${line.unitPrice?.amount}${per}${charges}`;
  return [
    documentsCatalogue.refuse('DOC_LINE_AMOUNT', {
      path: `${path}/amount`,
      params: {
        field: sentencePlace(`${path}/amount`),
        stated: text(line.amount),
        reckoning,
        computed: rounded(computed, line.amount),
      },
    }),
  ];
}

function checkTotal({ lines, charges, total }: Priced): Refusal[] {
  const amounts = lines.map((line) => (line.amount ? Decimal.of(line.amount.amount) : lineAmount(line)));
  const known = amounts.filter((amount) => amount !== undefined);
  if (!total || known.length < lines.length) return [];
  const goods = sumDecimals(known);
  const computed = charges ? goods.plus(chargesAdded(charges)) : goods;
  if (withinMinorUnit(computed, total)) return [];
  const added = charges?.some(({ includedInPrice }) => !includedInPrice);
  const reckoning = added ? 'the sum of the lines with the charges' : 'the sum of the lines';
  const params = { stated: text(total), reckoning, computed: rounded(computed, total) };
  return [documentsCatalogue.refuse('DOC_TOTAL', { path: '/total', params })];
}

/** One minor unit of currencies with so many places. */
const minorUnit = new Map<number, Decimal>();

/** Less than one minor unit apart: whatever way the sender rounds, the two are the same amount. */
function withinMinorUnit(computed: Decimal, stated: Money): boolean {
  const places = minorUnits(stated.currency);
  const unit =
    minorUnit.get(places) ?? Decimal.of(1).dividedBy(Decimal.of(10n ** BigInt(places)), 10, 'half-even');
  minorUnit.set(places, unit);
  return computed.minus(Decimal.of(stated.amount)).abs().lt(unit);
}

function checkCurrency({ lines, charges, total, currency }: Priced): Refusal[] {
  const refusals: Refusal[] = [];
  // Pointers are put together only for what is refused: every verification of an invoice comes through here.
  const check = (amount: Money | undefined, path: string, index?: number, member = '') => {
    if (!amount || amount.currency === currency) return;
    const pointer = index === undefined ? path : `${path}/${index}/${member}`;
    refusals.push(mixedCurrency(pointer, amount.currency, currency));
  };
  lines.forEach((line, index) => {
    check(line.unitPrice, '/lines', index, 'unitPrice');
    check(line.amount, '/lines', index, 'amount');
    line.charges?.forEach(({ amount }, at) => {
      check(amount, `/lines/${index}/charges`, at, 'amount');
    });
  });
  charges?.forEach(({ amount }, index) => {
    check(amount, '/charges', index, 'amount');
  });
  check(total, '/total');
  return refusals;
}

function mixedCurrency(path: string, found: string, currency: string): Refusal {
  return documentsCatalogue.refuse('DOC_CURRENCY_MIXED', {
    path: `${path}/currency`,
    params: { field: sentencePlace(path), found, currency },
  });
}

function rounded(computed: Decimal, { currency }: Money): string {
  return text(money(computed.round(minorUnits(currency), 'half-up'), currency));
}

function text({ amount, currency }: Money): string {
  return `${amount} ${currency}`;
}
