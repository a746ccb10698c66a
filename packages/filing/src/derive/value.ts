import type { CommercialInvoice } from '@portolan/documents';
import { Decimal, type Money, minorUnits } from '@portolan/kernel';
import type { ValueAdjustment, ValueInput } from '@portolan/tariff';

type InvoiceLine = CommercialInvoice['lines'][number];
type Charge = NonNullable<CommercialInvoice['charges']>[number];

/** What a charge on an invoice is among the adjustments of a value worksheet. */
const KINDS: Record<Charge['kind'], string> = {
  freight: 'international-freight',
  insurance: 'international-insurance',
  packing: 'packing',
  commission: 'selling-commission',
  assist: 'assist',
  royalty: 'royalty',
  discount: 'discount',
  tax: 'foreign-tax',
  other: 'other',
};

/** What is known of a sale beside its invoice. */
export interface SaleFacts {
  readonly exportDate: string;
  readonly knownAt: string;
  readonly digest: string;
  readonly related: boolean;
  /** Carriage inside the price that another paper or the filer identifies, where the invoice states none. */
  readonly carriage?: Money;
}

/** The invoice as the question of a value worksheet, each figure with the place where it stands. */
export function valueInput(
  invoice: CommercialInvoice,
  { exportDate, knownAt, digest, related, carriage }: SaleFacts,
): ValueInput {
  const { currency, incoterm, lines, charges = [] } = invoice;
  const at = (pointer: string) => ({ document: digest, pointer });
  return {
    ...{ currency, exportDate, knownAt, relationship: { related } },
    ...(incoterm
      ? { incoterm: { code: incoterm.code, ...(incoterm.place ? { place: incoterm.place } : {}) } }
      : {}),
    lines: lines.map(({ number, amount }, index) => ({
      ...{ number, price: payable(amount), source: at(`/lines/${index}/amount`) },
    })),
    adjustments: [
      ...(carriage ? [insidePrice(carriage)] : []),
      ...charges.map((charge, index) => ({
        ...adjustmentOf(charge),
        ...{ includedInPrice: charge.includedInPrice, source: at(`/charges/${index}`) },
      })),
      ...lines.flatMap(({ number, charges: own = [] }, line) =>
        own.map((charge, index) => ({
          // A line's amount holds the charges of the line, whether or not they were in its unit price.
          ...{ ...adjustmentOf(charge), line: number, includedInPrice: true },
          source: at(`/lines/${line}/charges/${index}`),
        })),
      ),
    ],
  };
}

function insidePrice(carriage: Money): ValueAdjustment {
  const { currency } = carriage;
  return { kind: KINDS.freight, amount: payable(carriage), currency, includedInPrice: true };
}

function adjustmentOf({ kind, amount, description }: Charge): ValueAdjustment {
  return {
    ...{ kind: KINDS[kind], amount: payable(amount), currency: amount.currency },
    ...(description ? { description } : {}),
  };
}

/** An amount that is paid has no part of the smallest coin; a computed line amount may. */
function payable({ amount, currency }: Money): string {
  return Decimal.of(amount).round(minorUnits(currency), 'half-up').toString();
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
