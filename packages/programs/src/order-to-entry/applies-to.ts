import type { DocumentType } from '@portolan/documents';
import type { Dossier } from '../dossier.ts';
import type { Observations } from '../observations.ts';
import type { OrderFacts } from './facts/tables.ts';

/** Papers that make a shipment more than one order, one invoice and one bill of lading. */
const PAPERS: ReadonlySet<DocumentType> = new Set<DocumentType>([
  'OrderChange',
  'OrderConfirmation',
  'CreditNote',
  'DespatchAdvice',
  'ShippingInstructions',
  'MasterBillOfLading',
  'HouseBillOfLading',
  'IATAAirWaybill',
  'TruckBillOfLading',
  'RailWaybill',
  'PipelineTicket',
  'PostalDespatchNote',
  'FreightManifest',
  'ArrivalNotice',
  'TransportStatus',
]);

/**
 * Entries whose papers go beyond order, invoice, packing list and bill, those with goods whose code is still open, and those with
 * goods that were entered before.
 */
export function appliesTo(
  { entry, evidence }: Dossier,
  _facts: OrderFacts,
  observations?: Observations,
): boolean {
  if (observations?.enteredBefore?.length) return true;
  if (entry.lines.some(({ provisional }) => provisional === true)) return true;
  return evidence.some(({ type }) => PAPERS.has(type));
}
