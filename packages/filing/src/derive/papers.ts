import {
  type BillOfLading,
  type DocumentType,
  type Evidence,
  type EvidenceOf,
  evidenceOf,
} from '@portolan/documents';

/** The documents of a shipment by type, in an order that does not depend on the order they arrived in. */
export interface Papers {
  readonly invoices: readonly EvidenceOf<'CommercialInvoice'>[];
  readonly orders: readonly EvidenceOf<'PurchaseOrder'>[];
  readonly packingLists: readonly EvidenceOf<'PackingList'>[];
  readonly bills: readonly EvidenceOf<'BillOfLading'>[];
  readonly certificates: readonly EvidenceOf<'CertificationOfOrigin'>[];
  readonly powers: readonly EvidenceOf<'PowerOfAttorney'>[];
  readonly identities: readonly EvidenceOf<'OrganizationIdentity'>[];
  readonly millReports: readonly EvidenceOf<'MillTestReport'>[];
  readonly licenses: readonly EvidenceOf<'SteelImportLicense'>[];
}

export function sortPapers(evidence: readonly Evidence[]): Papers {
  return {
    invoices: sorted(evidence, 'CommercialInvoice', ({ number, seller }) => [number, seller.name]),
    orders: sorted(evidence, 'PurchaseOrder', ({ number, buyer }) => [number, buyer.name]),
    packingLists: sorted(evidence, 'PackingList', ({ number, shipper }) => [number, shipper.name]),
    bills: sorted(evidence, 'BillOfLading', ({ number, carrier }) => [number, carrier.name]),
    certificates: sorted(evidence, 'CertificationOfOrigin'),
    powers: sorted(evidence, 'PowerOfAttorney'),
    identities: sorted(evidence, 'OrganizationIdentity'),
    millReports: sorted(evidence, 'MillTestReport'),
    licenses: sorted(evidence, 'SteelImportLicense'),
  };
}

/** Documents of one type in order; of copies and versions of one document (same number, same author) the signed one. */
function sorted<T extends DocumentType>(
  evidence: readonly Evidence[],
  type: T,
  identity?: (document: EvidenceOf<T>['document']) => readonly [number: string, author: string],
): EvidenceOf<T>[] {
  const rank = ({ class: origin, digest }: EvidenceOf<T>) => `${origin === 'signed' ? 0 : 1}${digest}`;
  const keyOf = (item: EvidenceOf<T>) => identity?.(item.document).map(plain).join('\u0000') ?? item.digest;
  const items = evidenceOf(evidence, type)
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => order(a.key, b.key) || order(rank(a.item), rank(b.item)));
  return items.filter(({ key }, at) => items[at - 1]?.key !== key).map(({ item }) => item);
}

function plain(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
}

/** Comparison by code units: the same everywhere, whatever the locale. */
export function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What every bill of lading offers, in their order. */
export function fromBills<T>(
  papers: Papers,
  make: (bill: EvidenceOf<'BillOfLading'>, document: BillOfLading) => T[],
): T[] {
  return papers.bills.flatMap((bill) => make(bill, bill.document));
}
