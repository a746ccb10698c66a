const NAMES: Record<string, string> = {
  PurchaseOrder: 'Purchase order',
  CommercialInvoice: 'Commercial invoice',
  PackingList: 'Packing list',
  BillOfLading: 'Bill of lading',
  CertificationOfOrigin: 'Certification of origin',
  PowerOfAttorney: 'Power of attorney',
  OrganizationIdentity: 'Organization identity',
};

/** The trade's name of a document type; an unknown type keeps its own name. */
export function documentTypeName(type: string): string {
  return NAMES[type] ?? type;
}

/** The number a document carries, when it carries one. */
export function documentNumber(document: unknown): string {
  if (typeof document !== 'object' || document === null) return '';
  const number = (document as { number?: unknown }).number;
  return typeof number === 'string' ? number : '';
}
