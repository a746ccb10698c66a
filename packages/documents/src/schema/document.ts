import { type IATAAirWaybill, IATAAirWaybillSchema } from './air-waybill.ts';
import { type ArrivalNotice, ArrivalNoticeSchema } from './arrival-notice.ts';
import { type BillOfLading, BillOfLadingSchema } from './bill-of-lading.ts';
import { type CertificationOfOrigin, CertificationOfOriginSchema } from './certification-of-origin.ts';
import { type CommercialInvoice, CommercialInvoiceSchema } from './commercial-invoice.ts';
import { type CreditNote, CreditNoteSchema } from './credit-note.ts';
import { type CustodyTransfer, CustodyTransferSchema } from './custody-transfer.ts';
import { type DeliveryStatement, DeliveryStatementSchema } from './delivery-statement.ts';
import { type DespatchAdvice, DespatchAdviceSchema } from './despatch-advice.ts';
import { type EntryNumberDocument, EntryNumberSchema } from './entry-number.ts';
import { type FreightManifest, FreightManifestSchema } from './freight-manifest.ts';
import { type Heat, HeatSchema } from './heat.ts';
import { type HouseBillOfLading, HouseBillOfLadingSchema } from './house-bill-of-lading.ts';
import { type InBondMovement, InBondMovementSchema } from './in-bond-movement.ts';
import { type IntentToImport, IntentToImportSchema } from './intent-to-import.ts';
import { type LiquidBlend, LiquidBlendSchema } from './liquid-blend.ts';
import { type LiquidProduction, LiquidProductionSchema } from './liquid-production.ts';
import { type MasterBillOfLading, MasterBillOfLadingSchema } from './master-bill-of-lading.ts';
import { type MeasurementTicket, MeasurementTicketSchema } from './measurement-ticket.ts';
import { type MillTestReport, MillTestReportSchema } from './mill-test-report.ts';
import { type OrderChange, OrderChangeSchema } from './order-change.ts';
import { type OrderConfirmation, OrderConfirmationSchema } from './order-confirmation.ts';
import { type OrganizationIdentity, OrganizationIdentitySchema } from './organization-identity.ts';
import { type PackingList, PackingListSchema } from './packing-list.ts';
import { type PipelineAllocation, PipelineAllocationSchema } from './pipeline-allocation.ts';
import { type PipelineManifest, PipelineManifestSchema } from './pipeline-manifest.ts';
import { type PipelineNomination, PipelineNominationSchema } from './pipeline-nomination.ts';
import { type PipelineProfile, PipelineProfileSchema } from './pipeline-profile.ts';
import { type PipelineStock, PipelineStockSchema } from './pipeline-stock.ts';
import { type PipelineTicket, PipelineTicketSchema } from './pipeline-ticket.ts';
import { type PostalDespatchNote, PostalDespatchNoteSchema } from './postal-despatch-note.ts';
import { type PowerOfAttorney, PowerOfAttorneySchema } from './power-of-attorney.ts';
import { type ProcessingRecord, ProcessingRecordSchema } from './processing-record.ts';
import { type ProductionStatement, ProductionStatementSchema } from './production-statement.ts';
import { type PurchaseOrder, PurchaseOrderSchema } from './purchase-order.ts';
import { type RailWaybill, RailWaybillSchema } from './rail-waybill.ts';
import { type RegionalValueStatement, RegionalValueStatementSchema } from './regional-value-statement.ts';
import { type ShippingInstructions, ShippingInstructionsSchema } from './shipping-instructions.ts';
import { type SteelImportLicense, SteelImportLicenseSchema } from './steel-import-license.ts';
import {
  type SteelImportLicenseApplication,
  SteelImportLicenseApplicationSchema,
} from './steel-import-license-application.ts';
import { type TitleTransfer, TitleTransferSchema } from './title-transfer.ts';
import { type TransportStatus, TransportStatusSchema } from './transport-status.ts';
import { type TruckBillOfLading, TruckBillOfLadingSchema } from './truck-bill-of-lading.ts';

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
  SteelImportLicenseApplication: SteelImportLicenseApplicationSchema,
  IntentToImport: IntentToImportSchema,
  EntryNumber: EntryNumberSchema,
  OrderChange: OrderChangeSchema,
  OrderConfirmation: OrderConfirmationSchema,
  CreditNote: CreditNoteSchema,
  DespatchAdvice: DespatchAdviceSchema,
  ShippingInstructions: ShippingInstructionsSchema,
  MasterBillOfLading: MasterBillOfLadingSchema,
  HouseBillOfLading: HouseBillOfLadingSchema,
  IATAAirWaybill: IATAAirWaybillSchema,
  TruckBillOfLading: TruckBillOfLadingSchema,
  RailWaybill: RailWaybillSchema,
  PipelineTicket: PipelineTicketSchema,
  PostalDespatchNote: PostalDespatchNoteSchema,
  FreightManifest: FreightManifestSchema,
  ArrivalNotice: ArrivalNoticeSchema,
  TransportStatus: TransportStatusSchema,
  PipelineProfile: PipelineProfileSchema,
  LiquidProduction: LiquidProductionSchema,
  MeasurementTicket: MeasurementTicketSchema,
  LiquidBlend: LiquidBlendSchema,
  TitleTransfer: TitleTransferSchema,
  CustodyTransfer: CustodyTransferSchema,
  PipelineNomination: PipelineNominationSchema,
  PipelineStock: PipelineStockSchema,
  PipelineAllocation: PipelineAllocationSchema,
  InBondMovement: InBondMovementSchema,
  DeliveryStatement: DeliveryStatementSchema,
  PipelineManifest: PipelineManifestSchema,
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
  SteelImportLicenseApplication: SteelImportLicenseApplication;
  IntentToImport: IntentToImport;
  EntryNumber: EntryNumberDocument;
  OrderChange: OrderChange;
  OrderConfirmation: OrderConfirmation;
  CreditNote: CreditNote;
  DespatchAdvice: DespatchAdvice;
  ShippingInstructions: ShippingInstructions;
  MasterBillOfLading: MasterBillOfLading;
  HouseBillOfLading: HouseBillOfLading;
  IATAAirWaybill: IATAAirWaybill;
  TruckBillOfLading: TruckBillOfLading;
  RailWaybill: RailWaybill;
  PipelineTicket: PipelineTicket;
  PostalDespatchNote: PostalDespatchNote;
  FreightManifest: FreightManifest;
  ArrivalNotice: ArrivalNotice;
  TransportStatus: TransportStatus;
  PipelineProfile: PipelineProfile;
  LiquidProduction: LiquidProduction;
  MeasurementTicket: MeasurementTicket;
  LiquidBlend: LiquidBlend;
  TitleTransfer: TitleTransfer;
  CustodyTransfer: CustodyTransfer;
  PipelineNomination: PipelineNomination;
  PipelineStock: PipelineStock;
  PipelineAllocation: PipelineAllocation;
  InBondMovement: InBondMovement;
  DeliveryStatement: DeliveryStatement;
  PipelineManifest: PipelineManifest;
}

export type DocumentType = keyof DocumentMap;
export type Document<T extends DocumentType = DocumentType> = DocumentMap[T];

export const documentTypes = Object.keys(documentSchemas) as readonly DocumentType[];

/** True when the text names one of the document types that this package reads. */
export function isDocumentType(text: unknown): text is DocumentType {
  return typeof text === 'string' && Object.hasOwn(documentSchemas, text);
}
