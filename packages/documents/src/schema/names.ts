import type { DocumentType } from './document.ts';

/** What the trade calls each type of document. */
export const documentTypeNames: Readonly<Record<DocumentType, string>> = {
  PurchaseOrder: 'Purchase order',
  CommercialInvoice: 'Commercial invoice',
  PackingList: 'Packing list',
  BillOfLading: 'Bill of lading',
  CertificationOfOrigin: 'Certification of origin',
  PowerOfAttorney: 'Power of attorney',
  OrganizationIdentity: 'Identity of an organization',
  ProductionStatement: 'Production statement',
  RegionalValueStatement: 'Regional value statement',
  Heat: 'Heat',
  MillTestReport: 'Mill test report',
  ProcessingRecord: 'Processing record',
  SteelImportLicense: 'Steel import licence',
  SteelImportLicenseApplication: 'Application for a steel import licence',
  IntentToImport: 'Intent to import',
  EntryNumber: 'Entry number',
  OrderChange: 'Order change',
  OrderConfirmation: 'Order confirmation',
  CreditNote: 'Credit or debit note',
  DespatchAdvice: 'Despatch advice',
  ShippingInstructions: 'Shipping instructions',
  MasterBillOfLading: 'Master bill of lading',
  HouseBillOfLading: 'House bill of lading',
  IATAAirWaybill: 'Air waybill',
  TruckBillOfLading: 'Truck bill of lading',
  RailWaybill: 'Rail waybill',
  PipelineTicket: 'Pipeline ticket',
  PostalDespatchNote: 'Despatch note for post parcels',
  FreightManifest: 'Freight manifest',
  ArrivalNotice: 'Arrival notice',
  TransportStatus: 'Status of a transport',
  PipelineProfile: 'Profile of a pipeline',
  LiquidProduction: 'Production of a facility',
  MeasurementTicket: 'Measurement ticket',
  LiquidBlend: 'Blend of liquids',
  TitleTransfer: 'Transfer of title',
  CustodyTransfer: 'Transfer of custody',
  PipelineNomination: 'Nomination and notice of shipment',
  PipelineStock: 'Stock of a line or tank',
  PipelineAllocation: 'Allocation at a meter',
  InBondMovement: 'In-bond movement',
  DeliveryStatement: 'Delivery statement',
  PipelineManifest: 'Pipeline manifest',
};

/** The trade's name of a document type; an unknown type keeps its own. */
export function documentTypeName(type: string): string {
  return Object.hasOwn(documentTypeNames, type) ? documentTypeNames[type as DocumentType] : type;
}
