import type {
  CommercialInvoice,
  NamedParty,
  OrderConfirmation,
  PackingList,
  Party,
  PurchaseOrder,
} from '@portolan/documents';
import { Decimal } from '@portolan/kernel';
import type { Slug } from '../../usmca-cafta/stories/file.ts';
import { kg, partyOf, usd } from '../../usmca-cafta/stories/parties.ts';

/** One product, ordered once and shipped at least in part: all that the papers of a story are made from. */
export interface Sale {
  readonly id: string;
  readonly seller: Slug;
  readonly sku: string;
  readonly description: string;
  readonly hts: string;
  readonly origin: string;
  readonly incoterm: {
    readonly code: 'FCA' | 'FOB' | 'CIF';
    readonly place: string;
    readonly country: string;
  };
  readonly unit: string;
  readonly ordered: string;
  /** Invoiced, and shipped with it unless less was packed. */
  readonly shipped: string;
  readonly packed?: string;
  readonly unitPrice: string;
  readonly netKg: string;
  readonly grossKg: string;
  readonly packages: { readonly count: number; readonly kind: string };
  readonly orderedOn: string;
  readonly invoicedOn: string;
}

export const importer: Party = partyOf('importer');

export function amountOf(quantity: string, price: string): string {
  return Decimal.of(quantity).times(Decimal.of(price)).round(2, 'half-up').toString();
}

const numbersOf = ({ id }: Sale) => ({ order: `PO-${id}`, invoice: `INV-${id}`, list: `PL-${id}` });

export function orderOf(sale: Sale): PurchaseOrder {
  const amount = usd(amountOf(sale.ordered, sale.unitPrice));
  return {
    number: numbersOf(sale).order,
    issueDate: sale.orderedOn,
    buyer: importer,
    seller: partyOf(sale.seller),
    incoterm: sale.incoterm,
    currency: 'USD',
    lines: [
      {
        number: '1',
        sku: sale.sku,
        description: sale.description,
        originCountry: sale.origin,
        quantity: { value: sale.ordered, unit: sale.unit },
        unitPrice: usd(sale.unitPrice),
        amount,
      },
    ],
    total: amount,
  };
}

export function confirmationOf(sale: Sale): OrderConfirmation {
  return {
    number: `OC-${sale.id}`,
    issueDate: sale.orderedOn,
    orderNumber: numbersOf(sale).order,
    answer: 'accepted',
    buyer: importer,
    seller: partyOf(sale.seller),
    incoterm: sale.incoterm,
    currency: 'USD',
    lines: [
      {
        number: '1',
        orderLine: '1',
        answer: 'accepted',
        sku: sale.sku,
        quantity: { value: sale.ordered, unit: sale.unit },
        unitPrice: usd(sale.unitPrice),
      },
    ],
  };
}

export function invoiceOf(sale: Sale): CommercialInvoice {
  const seller = partyOf(sale.seller);
  const amount = usd(amountOf(sale.shipped, sale.unitPrice));
  return {
    number: numbersOf(sale).invoice,
    issueDate: sale.invoicedOn,
    seller,
    buyer: importer,
    issuedIn: seller.address.country,
    orderNumbers: [numbersOf(sale).order],
    incoterm: sale.incoterm,
    currency: 'USD',
    lines: [
      {
        number: '1',
        orderNumber: numbersOf(sale).order,
        orderLine: '1',
        sku: sale.sku,
        description: sale.description,
        hts: sale.hts,
        originCountry: sale.origin,
        manufacturer: seller,
        quantity: { value: sale.shipped, unit: sale.unit },
        netWeight: kg(sale.netKg),
        unitPrice: usd(sale.unitPrice),
        amount,
      },
    ],
    total: amount,
  };
}

export function packingOf(sale: Sale): PackingList {
  return {
    number: numbersOf(sale).list,
    issueDate: sale.invoicedOn,
    shipper: partyOf(sale.seller),
    consignee: importer,
    invoiceNumbers: [numbersOf(sale).invoice],
    orderNumbers: [numbersOf(sale).order],
    lines: [
      {
        number: '1',
        invoiceLine: '1',
        sku: sale.sku,
        description: sale.description,
        quantity: { value: sale.packed ?? sale.shipped, unit: sale.unit },
        packages: { ...sale.packages, count: Number(packedOf(sale, String(sale.packages.count))) },
        netWeight: kg(packedOf(sale, sale.netKg)),
        grossWeight: kg(packedOf(sale, sale.grossKg)),
      },
    ],
    packages: { ...sale.packages, count: Number(packedOf(sale, String(sale.packages.count))) },
    grossWeight: kg(packedOf(sale, sale.grossKg)),
  };
}

/** What of an amount of the whole sale was packed. */
function packedOf({ packed, shipped }: Sale, whole: string): string {
  if (packed === undefined) return whole;
  return Decimal.of(whole).times(Decimal.of(packed)).dividedBy(Decimal.of(shipped), 0, 'half-up').toString();
}

/** What a transport document says of the goods of a sale. */
export function carriedGoods(sale: Sale) {
  const seller: NamedParty = partyOf(sale.seller);
  return {
    shipper: seller,
    consignee: importer,
    packages: sale.packages,
    grossWeight: kg(sale.grossKg),
    orderNumbers: [numbersOf(sale).order],
    invoiceNumbers: [numbersOf(sale).invoice],
  };
}
