import { type DocumentType, type Evidence, type EvidenceOf, evidenceOf } from '@portolan/documents';
import { type Carriage, carriageOf, TRANSPORT_MODES } from './carriage.ts';

/** The documents of a shipment by type, in an order that does not depend on the order they arrived in. */
export interface Papers {
  readonly invoices: readonly EvidenceOf<'CommercialInvoice'>[];
  readonly orders: readonly EvidenceOf<'PurchaseOrder'>[];
  readonly packingLists: readonly EvidenceOf<'PackingList'>[];
  readonly bills: readonly EvidenceOf<'BillOfLading'>[];
  /** Transport documents of every mode, bills of lading among them. */
  readonly carriages: readonly Carriage[];
  /** Arrival notices that say the day of arrival as it happened. */
  readonly arrivals: readonly EvidenceOf<'ArrivalNotice'>[];
  readonly certificates: readonly EvidenceOf<'CertificationOfOrigin'>[];
  readonly powers: readonly EvidenceOf<'PowerOfAttorney'>[];
  readonly identities: readonly EvidenceOf<'OrganizationIdentity'>[];
  readonly millReports: readonly EvidenceOf<'MillTestReport'>[];
  readonly licenses: readonly EvidenceOf<'SteelImportLicense'>[];
}

export function sortPapers(evidence: readonly Evidence[]): Papers {
  const bills = sorted(evidence, 'BillOfLading', ({ number, carrier }) => [number, carrier.name]);
  return {
    invoices: sorted(evidence, 'CommercialInvoice', ({ number, seller }) => [number, seller.name]).filter(
      (invoice) => !isOfInputs(invoice, evidence),
    ),
    orders: sorted(evidence, 'PurchaseOrder', ({ number, buyer }) => [number, buyer.name]),
    packingLists: sorted(evidence, 'PackingList', ({ number, shipper }) => [number, shipper.name]),
    bills,
    carriages: carriagesOf(evidence, bills),
    arrivals: sorted(evidence, 'ArrivalNotice').filter(({ document }) => document.certainty === 'actual'),
    certificates: sorted(evidence, 'CertificationOfOrigin'),
    powers: sorted(evidence, 'PowerOfAttorney'),
    identities: sorted(evidence, 'OrganizationIdentity'),
    millReports: sorted(evidence, 'MillTestReport'),
    licenses: sorted(evidence, 'SteelImportLicense'),
  };
}

/** The sale of goods that were worked up before this shipment: evidence of where they came from, and no goods of the entry. */
function isOfInputs(
  { document: { lines } }: EvidenceOf<'CommercialInvoice'>,
  evidence: readonly Evidence[],
): boolean {
  const used = new Set(
    evidenceOf(evidence, 'ProcessingRecord').flatMap(({ document }) => document.inputs.map(({ lot }) => lot)),
  );
  return lines.every(({ lot }) => lot !== undefined && used.has(lot));
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

function carriagesOf(evidence: readonly Evidence[], bills: Papers['bills']): Carriage[] {
  const types = Object.keys(TRANSPORT_MODES) as (keyof typeof TRANSPORT_MODES)[];
  const waybills = types.flatMap((type) =>
    sorted(evidence, type, (document) => [document.number, carrierName(document)]),
  );
  return [...bills, ...waybills].flatMap((item) => carriageOf(item as Evidence) ?? []);
}

function carrierName(document: EvidenceOf<keyof typeof TRANSPORT_MODES>['document']): string {
  return ('operator' in document ? document.operator.name : document.carrier?.name) ?? '';
}
