import type { BillOfLading, CertificationOfOrigin, PackingList } from '@portolan/documents';
import { invoice } from './nogales-sale.ts';
import { kg, partyOf } from './parties.ts';

const importer = partyOf('importer');
const grower = partyOf('grower');

export const USMCA_STATEMENT =
  'I certify that the goods described in this document qualify as originating and the information contained in this document is true and accurate. I assume responsibility for proving such representations and agree to maintain and present upon request or to make available during a verification visit, documentation necessary to support this certification.';

/** The certification for this shipment; the dried chilies stand on it by mistake. */
export const certificate: CertificationOfOrigin = {
  agreement: 'USMCA',
  number: 'VV-USMCA-2026-0610',
  certifier: {
    role: 'producer',
    party: grower,
    signatory: {
      name: 'Sample Grower Signatory',
      title: 'Export manager',
      phone: '+52 55 5550 0130',
      email: 'origen@valleverde.sample.example',
    },
  },
  exporter: grower,
  producer: grower,
  importer,
  goods: [
    {
      number: '1',
      description: 'Sweet bell peppers, red, fresh',
      hs6: '070960',
      criterion: 'A',
      originCountry: 'MX',
      invoiceLine: '1',
    },
    {
      number: '2',
      description: 'Cucumbers, fresh',
      hs6: '070700',
      criterion: 'A',
      originCountry: 'MX',
      invoiceLine: '2',
    },
    {
      number: '3',
      description: 'Mangoes, fresh',
      hs6: '080450',
      criterion: 'A',
      originCountry: 'MX',
      invoiceLine: '3',
    },
    {
      number: '4',
      description: 'Chilies, dried, whole',
      hs6: '090421',
      criterion: 'B',
      originCountry: 'MX',
      invoiceLine: '4',
    },
  ],
  invoiceNumbers: [invoice.number],
  completedOn: '2026-06-10',
  issuedOn: 'standalone',
  statement: USMCA_STATEMENT,
};

export const packingList: PackingList = {
  number: 'VV-PL-0610',
  issueDate: '2026-06-10',
  shipper: grower,
  consignee: importer,
  invoiceNumbers: [invoice.number],
  lines: [
    {
      number: '1',
      invoiceLine: '1',
      lot: 'VV-B-0609',
      description: 'Sweet bell peppers, red, fresh',
      quantity: kg('8000'),
      packages: { count: 800, kind: 'carton' },
      netWeight: kg('8000'),
      grossWeight: kg('8640'),
    },
    {
      number: '2',
      invoiceLine: '2',
      lot: 'VV-C-0609',
      description: 'Cucumbers, fresh',
      quantity: kg('6000'),
      packages: { count: 500, kind: 'carton' },
      netWeight: kg('6000'),
      grossWeight: kg('6450'),
    },
    {
      number: '3',
      invoiceLine: '3',
      lot: 'VV-M-0609',
      description: 'Mangoes, fresh',
      quantity: kg('5000'),
      packages: { count: 1250, kind: 'carton' },
      netWeight: kg('5000'),
      grossWeight: kg('5500'),
    },
    {
      number: '4',
      invoiceLine: '4',
      lot: 'VV-D-0605',
      description: 'Chilies, dried, whole',
      quantity: kg('800'),
      packages: { count: 80, kind: 'carton' },
      netWeight: kg('800'),
      grossWeight: kg('840'),
    },
  ],
};

export const bill: BillOfLading = {
  number: 'ZZZZ26061201',
  issueDate: '2026-06-11',
  mode: 'truck',
  containerized: true,
  carrier: partyOf('carrier'),
  shipper: grower,
  consignee: importer,
  placeOfLoading: { name: 'Culiacan', country: 'MX' },
  exportCountry: 'MX',
  exportDate: '2026-06-12',
  portOfEntry: { name: 'Nogales, AZ', code: '2604' },
  arrivalDate: '2026-06-12',
  conveyance: { trailer: 'SMPL5301' },
  packages: { count: 2630, kind: 'carton' },
  grossWeight: kg('21430'),
  invoiceNumbers: [invoice.number],
};
