import type { EdiReader } from '../reader.ts';
import { readInvoice } from './invoice.ts';
import { readLoadTender } from './load-tender.ts';
import { readOrder } from './order.ts';
import { readShipNotice } from './ship-notice.ts';
import { readStatus } from './status.ts';

/** Transaction sets that are papers on the way from order to entry. */
export const x12Readers: Readonly<Record<string, EdiReader>> = {
  '204': { type: 'ShippingInstructions', read: readLoadTender },
  '214': { type: 'TransportStatus', read: readStatus },
  '810': { type: 'CommercialInvoice', read: readInvoice },
  '850': { type: 'PurchaseOrder', read: readOrder },
  '856': { type: 'DespatchAdvice', read: readShipNotice },
};

/** Why other transaction sets are not read. */
export const unreadSets: Readonly<Record<string, string>> = {
  '210': "it is the carrier's bill for freight, and no paper of the goods",
  '832': 'it is a price catalogue, of which nothing is ordered yet',
  '990': "it is a carrier's answer to a load tender and says nothing of the goods",
  '997': 'it only acknowledges another message',
};
