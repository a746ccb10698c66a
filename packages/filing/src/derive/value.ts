import type { CommercialInvoice } from '@portolan/documents';
import { Decimal, type Money, sumDecimals } from '@portolan/kernel';

type InvoiceLine = CommercialInvoice['lines'][number];
type Charge = NonNullable<CommercialInvoice['charges']>[number];

/** Customs value of one invoice line, in the invoice's currency and before rounding. */
export interface LineValue {
  /** Price paid or payable with the statutory additions, less international freight and insurance inside it. */
  readonly value: Decimal;
  /** International freight and insurance of the line, in the price or beside it (form 7501 block 32, charges). */
  readonly charges: Decimal;
  /** True when anything was added or deducted: the value is then no longer what the line says. */
  readonly adjusted: boolean;
  /** True when the price can include freight that no document identifies. */
  readonly identified: boolean;
}

// 19 CFR 152.103(b): packing, selling commission, assists and royalties belong to the value when not in the price.
const ADDITIONS = new Set(['packing', 'commission', 'assist', 'royalty']);
// 19 CFR 152.103(a)(5): international freight and insurance do not, where identified.
const CARRIAGE = new Set(['freight', 'insurance']);

/** Places kept while charges are spread over lines; whole dollars are made only at the end. */
const SPREAD_PLACES = 10;

/** Customs value of every line of an invoice. Charges of the whole invoice are spread in proportion to line amounts. */
export function lineValues(invoice: CommercialInvoice): LineValue[] {
  const amounts = invoice.lines.map((line) => Decimal.of(line.amount.amount));
  const whole = sumDecimals(amounts);
  return invoice.lines.map((line, index) => {
    const amount = amounts[index] ?? Decimal.zero;
    const share = (charge: Charge) => spread(Decimal.of(charge.amount.amount), amount, whole);
    const own = (charge: Charge) => Decimal.of(charge.amount.amount);
    const deltas = [
      ...(invoice.charges ?? []).map((charge) => effect(charge, share(charge), false)),
      ...(line.charges ?? []).map((charge) => effect(charge, own(charge), true)),
    ];
    return {
      value: amount.plus(sumDecimals(deltas.map((delta) => delta.value))),
      charges: sumDecimals(deltas.map((delta) => delta.charges)),
      adjusted: deltas.some((delta) => !delta.value.isZero()),
      identified: [...(invoice.charges ?? []), ...(line.charges ?? [])].some(({ kind }) =>
        CARRIAGE.has(kind),
      ),
    };
  });
}

/**
 * What one charge does to value and charges. A line's amount already holds the charges of the line itself
 * (`inAmount`), whether or not they were in the unit price.
 */
function effect(charge: Charge, amount: Decimal, inAmount: boolean): { value: Decimal; charges: Decimal } {
  const inside = charge.includedInPrice || inAmount;
  if (CARRIAGE.has(charge.kind)) return { value: inside ? amount.negated() : Decimal.zero, charges: amount };
  if (inside) return { value: Decimal.zero, charges: Decimal.zero };
  if (ADDITIONS.has(charge.kind)) return { value: amount, charges: Decimal.zero };
  if (charge.kind === 'discount') return { value: amount.negated(), charges: Decimal.zero };
  // Taxes and anything else beside the price are not part of what is paid for the goods.
  return { value: Decimal.zero, charges: Decimal.zero };
}

function spread(charge: Decimal, amount: Decimal, whole: Decimal): Decimal {
  if (whole.isZero()) return Decimal.zero;
  return charge.times(amount).dividedBy(whole, SPREAD_PLACES, 'half-up');
}

/** Whole dollars of an amount at a rate of dollars for one unit of its currency; half a dollar rounds up. */
export function wholeDollars(amount: Decimal, rate: Decimal): string {
  return amount.times(rate).round(0, 'half-up').toString();
}

/** The first amount of an invoice in another currency than the invoice's own, if any. */
export function strayCurrency(invoice: CommercialInvoice): Money | undefined {
  const amounts = [
    ...invoice.lines.flatMap((line: InvoiceLine) => [
      line.amount,
      ...(line.charges ?? []).map(({ amount }) => amount),
    ]),
    ...(invoice.charges ?? []).map(({ amount }) => amount),
    invoice.total,
  ];
  return amounts.find(({ currency }) => currency !== invoice.currency);
}
