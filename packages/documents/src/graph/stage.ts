import type { DocumentType } from '../schema/document.ts';

/** The stations of an order on its way to the entry, in their natural order. */
export const orderStages = [
  'order',
  'change',
  'confirmation',
  'invoice',
  'credit',
  'packing',
  'instructions',
  'despatch',
  'transport',
  'manifest',
  'status',
  'arrival',
  'entry',
  'release',
  'summary',
  'amendment',
  'correction',
  'liquidation',
] as const;
export type OrderStage = (typeof orderStages)[number];

const stageOfType: Partial<Record<DocumentType, OrderStage>> = {
  PurchaseOrder: 'order',
  OrderChange: 'change',
  OrderConfirmation: 'confirmation',
  CommercialInvoice: 'invoice',
  CreditNote: 'credit',
  PackingList: 'packing',
  ShippingInstructions: 'instructions',
  DespatchAdvice: 'despatch',
  BillOfLading: 'transport',
  MasterBillOfLading: 'transport',
  HouseBillOfLading: 'transport',
  IATAAirWaybill: 'transport',
  TruckBillOfLading: 'transport',
  RailWaybill: 'transport',
  PipelineTicket: 'transport',
  PostalDespatchNote: 'transport',
  FreightManifest: 'manifest',
  TransportStatus: 'status',
  ArrivalNotice: 'arrival',
};

/** The station of a document type; nothing for types that are no station of an order (certificates, powers). */
export function orderStageOf(type: DocumentType): OrderStage | undefined {
  return stageOfType[type];
}

const ranks = new Map<OrderStage, number>(orderStages.map((stage, rank) => [stage, rank]));

/** Where a station stands among the others, from 0. */
export function orderStageRank(stage: OrderStage): number {
  return ranks.get(stage) ?? orderStages.length;
}
