import type { EdiReader } from '../reader.ts';
import { readIfcsum } from './manifest.ts';
import { readDesadv, readInvoic, readOrders, readOrdrsp } from './trade.ts';

/** EDIFACT messages that are papers on the way from order to entry. */
export const edifactReaders: Readonly<Record<string, EdiReader>> = {
  DESADV: { type: 'DespatchAdvice', read: readDesadv },
  IFCSUM: { type: 'FreightManifest', read: readIfcsum },
  INVOIC: { type: 'CommercialInvoice', read: readInvoic },
  ORDERS: { type: 'PurchaseOrder', read: readOrders },
  ORDRSP: { type: 'OrderConfirmation', read: readOrdrsp },
};
