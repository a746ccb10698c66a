import { type JsonObject, ok, type Result } from '@portolan/kernel';
import type { DocumentType } from '../../schema/document.ts';
import type { Found } from '../found.ts';
import type { XmlElement } from '../xml/element.ts';
import { readDespatchAdvice, readReceiptAdvice } from './despatch.ts';
import { readInvoice } from './invoice.ts';
import { readManifest } from './manifest.ts';
import { readNote } from './note.ts';
import { readOrder } from './order.ts';
import { readOrderChange } from './order-change.ts';
import { readOrderResponse } from './order-response.ts';
import { readTransportStatus } from './status.ts';
import { readCarriage, readWaybill, waybillType } from './waybill.ts';

/** How a UBL document is read: as which type, by which reader. */
export interface UblReader {
  readonly type: (root: XmlElement) => Result<DocumentType>;
  readonly read: (root: XmlElement) => Found<JsonObject>;
}

const always = (type: DocumentType) => (): Result<DocumentType> => ok(type);

/** Root elements of UBL that are papers on the way from order to entry. */
export const ublReaders: Readonly<Record<string, UblReader>> = {
  Order: { type: always('PurchaseOrder'), read: readOrder },
  OrderResponse: { type: always('OrderConfirmation'), read: readOrderResponse },
  OrderResponseSimple: { type: always('OrderConfirmation'), read: readOrderResponse },
  OrderChange: { type: always('OrderChange'), read: readOrderChange },
  OrderCancellation: { type: always('OrderChange'), read: readOrderChange },
  Invoice: { type: always('CommercialInvoice'), read: readInvoice },
  CreditNote: { type: always('CreditNote'), read: readNote },
  SelfBilledCreditNote: { type: always('CreditNote'), read: readNote },
  DebitNote: { type: always('CreditNote'), read: readNote },
  DespatchAdvice: { type: always('DespatchAdvice'), read: readDespatchAdvice },
  ReceiptAdvice: { type: always('TransportStatus'), read: readReceiptAdvice },
  ForwardingInstructions: { type: always('ShippingInstructions'), read: readCarriage },
  Waybill: { type: waybillType, read: readWaybill },
  BillOfLading: { type: waybillType, read: readWaybill },
  Manifest: { type: always('FreightManifest'), read: readManifest },
  TransportationStatus: { type: always('TransportStatus'), read: readTransportStatus },
  TransportProgressStatus: { type: always('TransportStatus'), read: readTransportStatus },
};

const groups: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/Request$|^RequestForQuotation$|^Quotation$/, 'it asks for or offers something that is not ordered yet'],
  [
    /CustomsDeclaration$|^GoodsItemPassport$|^GoodsCertificate$|^ProofOfReexportation/,
    'it is filed with another customs authority',
  ],
  [/^(Statement|Reminder|RemittanceAdvice|PurchaseReceipt)$/, 'it is about payment'],
  [
    /^(Forecast|ForecastRevision|Inventory|Stock|Retail|Product|TradeItem|Exception|InstructionForReturns)/,
    'it plans or counts stock',
  ],
  [
    /^(BusinessCard|DigitalAgreement|DigitalCapability|ExpressionOfInterest|PriorInformationNotice)/,
    'it is about businesses and tenders',
  ],
  [
    /^(Transport|CommonTransportation|GoodsItemItinerary|WeightStatement|FulfilmentCancellation)/,
    'it plans or describes a transport service',
  ],
];

/** Why a UBL document is none of these papers. */
export function whyUnread(root: string): string {
  return groups.find(([pattern]) => pattern.test(root))?.[1] ?? 'this node knows no use for it';
}
