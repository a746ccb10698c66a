import { type DocumentType, documentSchemas, documentTypes } from '../../schema/document.ts';

/** Members that only one document type has, or that together mean one. */
const marks: Readonly<Record<DocumentType, readonly string[]>> = {
  CertificationOfOrigin: ['certifier', 'goods'],
  BillOfLading: ['carrier', 'portOfEntry'],
  PowerOfAttorney: ['grantor', 'grantee'],
  OrganizationIdentity: ['organization', 'registry'],
  ProductionStatement: ['producer', 'goods', 'statedOn'],
  RegionalValueStatement: ['verifier', 'atLeast'],
  Heat: ['furnace', 'pouredMass'],
  MillTestReport: ['manufacturer', 'standards', 'items'],
  ProcessingRecord: ['processor', 'process', 'outputs'],
  SteelImportLicense: ['office', 'validUntil', 'lines'],
  SteelImportLicenseApplication: ['applicant', 'appliedOn'],
  IntentToImport: ['declaredOn', 'importer', 'goods'],
  EntryNumber: ['assignedOn', 'filer'],
  PackingList: ['shipper', 'consignee', 'lines'],
  CommercialInvoice: ['seller', 'buyer', 'lines', 'total'],
  PurchaseOrder: ['buyer', 'seller', 'lines'],
  OrderChange: ['orderNumber', 'sequence'],
  OrderConfirmation: ['orderNumber', 'answer'],
  CreditNote: ['kind', 'currency', 'lines'],
  DespatchAdvice: ['shipDate', 'lines'],
  FreightManifest: ['consignments'],
  ArrivalNotice: ['transportDocument', 'arrivalDate'],
  TransportStatus: ['events'],
  // These look alike; a plain document of theirs says its type.
  ShippingInstructions: ['type'],
  MasterBillOfLading: ['type'],
  HouseBillOfLading: ['type'],
  IATAAirWaybill: ['type'],
  TruckBillOfLading: ['type'],
  RailWaybill: ['type'],
  PipelineTicket: ['type'],
  PostalDespatchNote: ['type'],
  PipelineProfile: ['points', 'dayBegins'],
  LiquidProduction: ['facility', 'producer', 'volume'],
  MeasurementTicket: ['reported', 'point', 'batch'],
  LiquidBlend: ['inputs', 'outputs', 'operator'],
  TitleTransfer: ['effectiveAt', 'seller', 'buyer'],
  CustodyTransfer: ['from', 'to', 'lot', 'at'],
  PipelineNomination: ['batches', 'month'],
  PipelineStock: ['stocks', 'operator'],
  PipelineAllocation: ['shares', 'day'],
  InBondMovement: ['originPort', 'movedAt'],
  DeliveryStatement: ['movements', 'shipper', 'month'],
  PipelineManifest: ['days', 'point', 'month'],
};

/** Members of an invoice that an order has not; they tell the two apart when both have a total. */
const invoiceOnly = Object.keys(documentSchemas.CommercialInvoice.properties).filter(
  (name) => !Object.hasOwn(documentSchemas.PurchaseOrder.properties, name),
);

/** The document type that the members of an object show, or nothing when they fit several or none. */
export function detectType(value: Readonly<Record<string, unknown>>): DocumentType | undefined {
  const fitting = documentTypes.filter((type) => marks[type].every((name) => Object.hasOwn(value, name)));
  if (fitting.length <= 1) return fitting[0];
  if (!fitting.every((type) => type === 'CommercialInvoice' || type === 'PurchaseOrder')) return undefined;
  return isInvoice(value) ? 'CommercialInvoice' : isOrder(value) ? 'PurchaseOrder' : undefined;
}

function isInvoice(value: Readonly<Record<string, unknown>>): boolean {
  return invoiceOnly.some((name) => Object.hasOwn(value, name)) || lineMembers(value).has('orderLine');
}

function isOrder(value: Readonly<Record<string, unknown>>): boolean {
  return Object.hasOwn(value, 'shipTo') || lineMembers(value).has('hs');
}

function lineMembers({ lines }: Readonly<Record<string, unknown>>): Set<string> {
  const list = Array.isArray(lines) ? lines : [];
  return new Set(list.flatMap((line) => (typeof line === 'object' && line ? Object.keys(line) : [])));
}
