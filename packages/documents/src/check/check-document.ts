import { type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import {
  type Document,
  type DocumentMap,
  type DocumentType,
  documentSchemas,
  documentTypes,
  isDocumentType,
} from '../schema/document.ts';
import { shown } from '../words.ts';
import { acceptsOf } from './accepts.ts';
import { checkBillOfLading } from './bill-of-lading.ts';
import { checkCertificationOfOrigin } from './certification-of-origin.ts';
import { checkCreditNote } from './credit-note.ts';
import { checkEntryNumberDocument } from './entry-number.ts';
import { checkCommercialInvoice, checkPriced } from './invoice.ts';
import { checkLineNumbers } from './lines.ts';
import {
  checkDeliveryStatement,
  checkInBondMovement,
  checkLiquidProduction,
  checkMeasurementTicket,
  checkPipelineProfile,
} from './liquid.ts';
import { checkMillTestReport, checkSteelImportLicense } from './metal.ts';
import { checkPackingList } from './packing-list.ts';
import { checkProductionStatement, checkRegionalValueStatement } from './production.ts';
import type { SchemaNode } from './schema-node.ts';
import { checkShape } from './shape.ts';
import { checkDespatchAdvice, checkFreightManifest, checkTransport } from './transport.ts';
import { checkValidity } from './validity.ts';
import { checkWeightUnit } from './weights.ts';

type Rules = { [T in DocumentType]: (document: DocumentMap[T]) => Refusal[] };

/** What must hold inside one document, once its shape is right. */
const rules: Rules = {
  PurchaseOrder: checkPriced,
  CommercialInvoice: checkCommercialInvoice,
  PackingList: checkPackingList,
  BillOfLading: checkBillOfLading,
  CertificationOfOrigin: checkCertificationOfOrigin,
  PowerOfAttorney: checkValidity,
  OrganizationIdentity: checkValidity,
  ProductionStatement: checkProductionStatement,
  RegionalValueStatement: checkRegionalValueStatement,
  // Masses and parents are compared with what they come from, by the trace.
  Heat: () => [],
  MillTestReport: checkMillTestReport,
  ProcessingRecord: () => [],
  SteelImportLicense: checkSteelImportLicense,
  SteelImportLicenseApplication: ({ lines }) => checkLineNumbers(lines),
  IntentToImport: ({ goods }) => checkLineNumbers(goods, '/goods'),
  EntryNumber: checkEntryNumberDocument,
  OrderChange: ({ lines = [] }) => checkLineNumbers(lines),
  OrderConfirmation: ({ lines = [] }) => checkLineNumbers(lines),
  CreditNote: checkCreditNote,
  DespatchAdvice: checkDespatchAdvice,
  ShippingInstructions: checkTransport,
  MasterBillOfLading: checkTransport,
  HouseBillOfLading: checkTransport,
  IATAAirWaybill: checkTransport,
  TruckBillOfLading: checkTransport,
  RailWaybill: checkTransport,
  PipelineTicket: checkTransport,
  PostalDespatchNote: checkTransport,
  FreightManifest: checkFreightManifest,
  ArrivalNotice: ({ grossWeight }) => checkWeightUnit(grossWeight, '/grossWeight'),
  TransportStatus: () => [],
  PipelineProfile: checkPipelineProfile,
  LiquidProduction: checkLiquidProduction,
  MeasurementTicket: checkMeasurementTicket,
  // What the other papers of a pipeline say is compared with the tickets, by the trace.
  LiquidBlend: () => [],
  TitleTransfer: () => [],
  CustodyTransfer: () => [],
  PipelineNomination: () => [],
  PipelineStock: () => [],
  PipelineAllocation: () => [],
  InBondMovement: checkInBondMovement,
  DeliveryStatement: checkDeliveryStatement,
  PipelineManifest: () => [],
};

/**
 * The value as a document of the type, or every reason why it is not one. Refuses unknown fields, missing fields, wrong
 * forms, codes and check digits, quantities that are not above zero, line amounts and totals that do not add up, and
 * dates or weights that contradict each other. Says nothing about law or about other documents.
 */
export function checkDocument<T extends DocumentType>(type: T, value: unknown): Result<Document<T>> {
  const shape = checkDocumentShape(type, value);
  return shape.ok ? checkContents(type, shape.value) : shape;
}

/** The first half of checkDocument: fields, forms, codes and check digits. */
export function checkDocumentShape<T extends DocumentType>(type: T, value: unknown): Result<Document<T>> {
  if (!isDocumentType(type)) return refused(unknownType(type));
  const schema: object = documentSchemas[type];
  if (acceptsOf(schema as SchemaNode)(value)) return ok(value as Document<T>);
  const faults = checkShape(schema as SchemaNode, value, type);
  return faults.length > 0 ? refused(faults) : ok(value as Document<T>);
}

/** The second half of checkDocument: what the values of one document say about each other. */
export function checkContents<T extends DocumentType>(type: T, document: Document<T>): Result<Document<T>> {
  const faults = rules[type](document);
  return faults.length > 0 ? refused(faults) : ok(document);
}

/** The check of a credential's subject for the verifier's schema fragment; nothing for types that are not ours. */
export function documentSchemaCheck(type: string): ((subject: JsonObject) => Result<unknown>) | undefined {
  return isDocumentType(type) ? (subject) => checkDocument(type, withoutType(subject)) : undefined;
}

/** A subject may repeat its type; most do not, and copying them all would be in vain. */
function withoutType(subject: JsonObject): JsonObject {
  if (!Object.hasOwn(subject, 'type')) return subject;
  const { type: _type, ...document } = subject;
  return document;
}

/** The refusal of a type that is not one of ours. */
export function unknownType(type: unknown, path = ''): Refusal {
  return documentsCatalogue.refuse('DOC_TYPE_UNKNOWN', {
    path,
    params: { type: shown(type), choices: documentTypes.join(', ') },
  });
}
