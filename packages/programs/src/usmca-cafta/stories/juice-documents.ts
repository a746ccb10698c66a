import type {
  BillOfLading,
  CertificationOfOrigin,
  CommercialInvoice,
  PackingList,
  PurchaseOrder,
} from '@portolan/documents';
import { kg, litres, partyOf, usd } from './parties.ts';

const importer = partyOf('importer');
const juicer = partyOf('juicer');

export const CAFTA_STATEMENT =
  'I certify that the information on this document is true and accurate and I assume the responsibility for proving such representations. The goods originated in the territory of one or more of the Parties and comply with the origin requirements specified for those goods in the Dominican Republic-Central America-United States Free Trade Agreement.';

/** Two lots of single-strength pineapple juice, ordered alike. */
export const juiceOrder: PurchaseOrder = {
  number: 'PO-26-0518',
  issueDate: '2026-05-18',
  buyer: importer,
  seller: juicer,
  incoterm: { code: 'CFR', place: 'Philadelphia', country: 'US' },
  currency: 'USD',
  lines: [
    {
      number: '1',
      sku: 'JT-PINE-NFC',
      description: 'Pineapple juice, not from concentrate, in aseptic bags',
      hs: '200941',
      originCountry: 'CR',
      quantity: litres('20000'),
      unitPrice: usd('0.84'),
      amount: usd('16800.00'),
    },
    {
      number: '2',
      sku: 'JT-PINE-FC',
      description: 'Pineapple juice, from concentrate, in aseptic bags',
      hs: '200941',
      quantity: litres('10000'),
      unitPrice: usd('0.735'),
      amount: usd('7350.00'),
    },
  ],
  total: usd('24150.00'),
};

/** The second lot was made from Thai concentrate: adding water back does not make it Costa Rican. */
export const juiceInvoice: CommercialInvoice = {
  number: 'JT-2026-0609',
  issueDate: '2026-06-09',
  seller: juicer,
  buyer: importer,
  issuedIn: 'CR',
  orderNumbers: [juiceOrder.number],
  incoterm: { code: 'CFR', place: 'Philadelphia', country: 'US' },
  currency: 'USD',
  lines: [
    {
      number: '1',
      orderLine: '1',
      sku: 'JT-PINE-NFC',
      lot: 'PJ-0601',
      description: 'Pineapple juice, not from concentrate, Brix 12.8, in aseptic bags',
      hts: '2009412000',
      originCountry: 'CR',
      manufacturer: juicer,
      quantity: litres('20000'),
      netWeight: kg('21000'),
      unitPrice: usd('0.84'),
      amount: usd('16800.00'),
    },
    {
      number: '2',
      orderLine: '2',
      sku: 'JT-PINE-FC',
      lot: 'PJ-0602',
      description: 'Pineapple juice, Brix 12.8, reconstituted from Thai concentrate, in aseptic bags',
      hts: '2009412000',
      originCountry: 'TH',
      manufacturer: juicer,
      quantity: litres('10000'),
      netWeight: kg('10500'),
      unitPrice: usd('0.735'),
      amount: usd('7350.00'),
    },
  ],
  charges: [
    {
      kind: 'freight',
      amount: usd('1150.00'),
      includedInPrice: true,
      description: 'Ocean freight',
    },
  ],
  total: usd('24150.00'),
};

/** Only the lot pressed from domestic fruit is certified. */
export const juiceCertificate: CertificationOfOrigin = {
  agreement: 'CAFTA-DR',
  number: 'JT-CAFTA-2026-0609',
  certifier: {
    role: 'producer',
    party: juicer,
    signatory: {
      name: 'Sample Juice Maker Signatory',
      title: 'Quality manager',
      phone: '+506 5550 0140',
      email: 'origen@jugos.sample.example',
    },
  },
  exporter: juicer,
  producer: juicer,
  importer,
  goods: [
    {
      number: '1',
      description: 'Pineapple juice, not from concentrate',
      hs6: '200941',
      rule: 'GN 29(n) chapter 20, rule 24: change from any other chapter (fresh pineapples of 0804, grown in Costa Rica)',
      originCountry: 'CR',
      invoiceNumber: juiceInvoice.number,
      invoiceLine: '1',
      lot: 'PJ-0601',
    },
  ],
  completedOn: '2026-06-09',
  issuedOn: 'standalone',
  statement: CAFTA_STATEMENT,
};

export const juicePackingList: PackingList = {
  number: 'JT-PL-0609',
  issueDate: '2026-06-09',
  shipper: juicer,
  consignee: importer,
  invoiceNumbers: [juiceInvoice.number],
  lines: [
    {
      number: '1',
      invoiceLine: '1',
      lot: 'PJ-0601',
      description: 'Pineapple juice, not from concentrate',
      quantity: litres('20000'),
      packages: { count: 20, kind: 'bin' },
      netWeight: kg('21000'),
      grossWeight: kg('22000'),
    },
    {
      number: '2',
      invoiceLine: '2',
      lot: 'PJ-0602',
      description: 'Pineapple juice, from concentrate',
      quantity: litres('10000'),
      packages: { count: 10, kind: 'bin' },
      netWeight: kg('10500'),
      grossWeight: kg('11000'),
    },
  ],
};

/** By sea from Moin to Philadelphia in two containers; the ocean carrier is no member and signs nothing. */
export const juiceBill: BillOfLading = {
  number: 'ZZZY260611',
  issueDate: '2026-06-11',
  mode: 'vessel',
  containerized: true,
  carrier: {
    name: 'Sample Caribe Line',
    identifiers: [{ scheme: 'scac', value: 'ZZZY' }],
    address: { city: 'Moin', country: 'CR' },
  },
  shipper: juicer,
  consignee: importer,
  placeOfLoading: { name: 'Moin', country: 'CR', code: '22315' },
  exportCountry: 'CR',
  exportDate: '2026-06-11',
  portOfUnlading: { name: 'Philadelphia, PA', code: '1101' },
  portOfEntry: { name: 'Philadelphia, PA', code: '1101' },
  arrivalDate: '2026-06-18',
  conveyance: { name: 'SAMPLE CARIBE STAR', voyage: '026N' },
  packages: { count: 30, kind: 'bin' },
  grossWeight: kg('33000'),
  invoiceNumbers: [juiceInvoice.number],
};
