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
}

export function sortPapers(evidence: readonly Evidence[]): Papers {
  return {
    invoices: sorted(evidence, 'CommercialInvoice', ({ number }) => number),
    orders: sorted(evidence, 'PurchaseOrder', ({ number }) => number),
    packingLists: sorted(evidence, 'PackingList', ({ number }) => number),
    bills: sorted(evidence, 'BillOfLading', ({ number }) => number),
    certificates: sorted(evidence, 'CertificationOfOrigin', ({ number }) => number),
    powers: sorted(evidence, 'PowerOfAttorney', ({ number }) => number),
    identities: sorted(evidence, 'OrganizationIdentity', ({ organization }) => organization.did),
  };
}

function sorted<T extends DocumentType>(
  evidence: readonly Evidence[],
  type: T,
  nameOf: (document: EvidenceOf<T>['document']) => string,
): EvidenceOf<T>[] {
  return evidenceOf(evidence, type).sort(
    (a, b) => order(nameOf(a.document), nameOf(b.document)) || order(a.digest, b.digest),
  );
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
