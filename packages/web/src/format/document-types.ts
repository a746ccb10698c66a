const NAMES: Record<string, string> = {
  PurchaseOrder: 'Purchase order',
  CommercialInvoice: 'Commercial invoice',
  PackingList: 'Packing list',
  BillOfLading: 'Bill of lading',
  CertificationOfOrigin: 'Certification of origin',
  PowerOfAttorney: 'Power of attorney',
  OrganizationIdentity: 'Organization identity',
  ProductionStatement: 'Production statement',
  RegionalValueStatement: 'Regional value statement',
};

/** The trade's name of a document type; an unknown type keeps its own name. */
export function documentTypeName(type: string): string {
  return NAMES[type] ?? type;
}
