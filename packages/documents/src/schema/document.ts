import { type BillOfLading, BillOfLadingSchema } from './bill-of-lading.ts';
import { type CertificationOfOrigin, CertificationOfOriginSchema } from './certification-of-origin.ts';
import { type CommercialInvoice, CommercialInvoiceSchema } from './commercial-invoice.ts';
import { type Heat, HeatSchema } from './heat.ts';
import { type MillTestReport, MillTestReportSchema } from './mill-test-report.ts';
import { type OrganizationIdentity, OrganizationIdentitySchema } from './organization-identity.ts';
import { type PackingList, PackingListSchema } from './packing-list.ts';
import { type PowerOfAttorney, PowerOfAttorneySchema } from './power-of-attorney.ts';
import { type ProcessingRecord, ProcessingRecordSchema } from './processing-record.ts';
import { type ProductionStatement, ProductionStatementSchema } from './production-statement.ts';
import { type PurchaseOrder, PurchaseOrderSchema } from './purchase-order.ts';
import { type RegionalValueStatement, RegionalValueStatementSchema } from './regional-value-statement.ts';
import { type SteelImportLicense, SteelImportLicenseSchema } from './steel-import-license.ts';

/** Every document type with its schema: one source for the type, the check and the published JSON Schema. */
export const documentSchemas = {
  PurchaseOrder: PurchaseOrderSchema,
  CommercialInvoice: CommercialInvoiceSchema,
  PackingList: PackingListSchema,
  BillOfLading: BillOfLadingSchema,
  CertificationOfOrigin: CertificationOfOriginSchema,
  PowerOfAttorney: PowerOfAttorneySchema,
  OrganizationIdentity: OrganizationIdentitySchema,
  ProductionStatement: ProductionStatementSchema,
  RegionalValueStatement: RegionalValueStatementSchema,
  Heat: HeatSchema,
  MillTestReport: MillTestReportSchema,
  ProcessingRecord: ProcessingRecordSchema,
  SteelImportLicense: SteelImportLicenseSchema,
} as const;

export interface DocumentMap {
  PurchaseOrder: PurchaseOrder;
  CommercialInvoice: CommercialInvoice;
  PackingList: PackingList;
  BillOfLading: BillOfLading;
  CertificationOfOrigin: CertificationOfOrigin;
  PowerOfAttorney: PowerOfAttorney;
  OrganizationIdentity: OrganizationIdentity;
  ProductionStatement: ProductionStatement;
  RegionalValueStatement: RegionalValueStatement;
  Heat: Heat;
  MillTestReport: MillTestReport;
  ProcessingRecord: ProcessingRecord;
  SteelImportLicense: SteelImportLicense;
}

export type DocumentType = keyof DocumentMap;
export type Document<T extends DocumentType = DocumentType> = DocumentMap[T];

export const documentTypes = Object.keys(documentSchemas) as readonly DocumentType[];

/** True when the text names one of the document types that this package reads. */
export function isDocumentType(text: unknown): text is DocumentType {
  return typeof text === 'string' && Object.hasOwn(documentSchemas, text);
}
