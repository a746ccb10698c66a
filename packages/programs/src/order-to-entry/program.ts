import type { Program } from '../program.ts';
import { appliesTo } from './applies-to.ts';
import { orderCatalogue } from './catalogue.ts';
import { type OrderFacts, orderReference } from './facts/tables.ts';
import { page } from './page.ts';
import { ruleVersions } from './rule-versions.ts';
import { casePage } from './show/case-page.ts';
import { orderStories } from './stories/folders.ts';
import { trial } from './trial.ts';

/** From the purchase order to the entry, in every mode, whatever tariff number the goods turn out to have. */
export const orderToEntry: Program<OrderFacts> = {
  id: 'order-to-entry',
  title: 'Order to entry',
  summary:
    'Every paper from the order on makes one graph; entry, security filing and advance data follow from it.',
  reads: [
    'PurchaseOrder',
    'OrderChange',
    'OrderConfirmation',
    'CommercialInvoice',
    'CreditNote',
    'PackingList',
    'DespatchAdvice',
    'ShippingInstructions',
    'BillOfLading',
    'MasterBillOfLading',
    'HouseBillOfLading',
    'IATAAirWaybill',
    'TruckBillOfLading',
    'RailWaybill',
    'FreightManifest',
    'ArrivalNotice',
    'TransportStatus',
  ],
  catalogue: orderCatalogue,
  ruleVersions,
  reference: orderReference,
  page,
  appliesTo,
  casePage,
  requestTemplates: [],
  trial,
  stories: orderStories,
};
