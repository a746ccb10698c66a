import type { DataSet } from './data-set.ts';
import { invoiceParty } from './offers.ts';
import { consignee, element, goods, numbers, packages, shipper, weight } from './parts.ts';

const MAIL = '19 CFR 145.74(b)';
export const mailData: DataSet = {
  id: 'mail-data',
  label: 'Mail advance electronic data',
  mode: 'mail',
  sender: 'carrier',
  from: '2021-03-15',
  source: '19 CFR 145.73, 145.74; 86 FR 14245',
  certainty: 'general',
  elements: [
    element(MAIL, numbers('Item number (S10)')),
    element(MAIL, { ...shipper, label: 'Sender, name and address' }),
    element(MAIL, { ...consignee, label: 'Recipient, name and address' }),
    element(MAIL, packages),
    element(MAIL, weight),
    element(MAIL, { pointer: '/seller', label: 'Seller', required: false, from: invoiceParty('seller') }),
  ],
  lineElements: goods(MAIL, false),
};
