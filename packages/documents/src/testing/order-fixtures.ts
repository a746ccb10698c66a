import type { Quantity } from '@portolan/kernel';
import type { ArrivalNotice } from '../schema/arrival-notice.ts';
import type { CreditNote } from '../schema/credit-note.ts';
import type { DespatchAdvice } from '../schema/despatch-advice.ts';
import type { FreightManifest } from '../schema/freight-manifest.ts';
import type { HouseBillOfLading } from '../schema/house-bill-of-lading.ts';
import type { MasterBillOfLading } from '../schema/master-bill-of-lading.ts';
import type { OrderChange } from '../schema/order-change.ts';
import type { OrderConfirmation } from '../schema/order-confirmation.ts';
import type { Party } from '../schema/party.ts';
import type { TransportStatus } from '../schema/transport-status.ts';

/** Papers that follow the order PO-77 of fixtures.ts on its way: what the shipment there lacks. */

const kg = (value: string): Quantity => ({ value, unit: 'KGM' });
const party = (name: string): Party => ({ name, address: { country: 'MX' } });

export const confirmation: OrderConfirmation = {
  number: 'OC-1',
  issueDate: '2026-06-02',
  orderNumber: 'PO-77',
  answer: 'accepted',
};

export const change: OrderChange = {
  number: 'CH-1',
  issueDate: '2026-06-03',
  sequence: 1,
  orderNumber: 'PO-77',
  lines: [{ number: '2', action: 'change', quantity: kg('600') }],
};

export const credit: CreditNote = {
  number: 'CN-1',
  issueDate: '2026-06-20',
  kind: 'credit',
  invoiceNumbers: ['INV-9'],
  currency: 'USD',
  lines: [
    { number: '1', invoiceLine: '2', quantity: kg('50'), amount: { amount: '100.00', currency: 'USD' } },
  ],
};

export const despatch: DespatchAdvice = {
  number: 'DA-1',
  issueDate: '2026-06-11',
  shipDate: '2026-06-11',
  orderNumbers: ['PO-77'],
  transportDocuments: ['HBL-1'],
  lines: [
    { number: '1', orderLine: '1', description: 'Bell peppers', quantity: kg('1000') },
    { number: '2', orderLine: '2', description: 'Mangoes, fresh', quantity: kg('500') },
  ],
};

export const house: HouseBillOfLading = {
  number: 'HBL-1',
  issueDate: '2026-06-12',
  masterNumber: 'MBL-1',
  carrier: party('Sample Consolidators'),
  containers: ['MSCU1234565'],
  placeOfUnlading: { unlocode: 'USLAX' },
};

export const master: MasterBillOfLading = {
  number: 'MBL-1',
  issueDate: '2026-06-12',
  carrier: party('Sample Ocean Line'),
  bookingNumber: 'BK-1',
  containers: ['MSCU1234565'],
};

export const manifest: FreightManifest = {
  number: 'MAN-1',
  masterNumber: 'MBL-1',
  consignments: [{ number: 'HBL-1' }, { number: 'HBL-2' }],
};

export const notice: ArrivalNotice = {
  number: 'AN-1',
  transportDocument: 'MBL-1',
  issueDate: '2026-06-20',
  arrivalDate: '2026-06-24',
  certainty: 'estimated',
};

export const status: TransportStatus = {
  number: 'ST-1',
  events: [
    {
      kind: 'arrived',
      certainty: 'actual',
      date: '2026-06-24',
      at: '2026-06-24T08:00:00Z',
      place: { unlocode: 'USLAX' },
      transportDocuments: ['HBL-1'],
    },
  ],
};
