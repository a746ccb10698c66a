import type { CertificationOfOrigin, Party } from '@portolan/documents';
import { bill, certificate, packingList } from './nogales-documents.ts';
import { invoice } from './nogales-sale.ts';
import { kg, partyOf, usd } from './parties.ts';

const [, , mangoLine] = invoice.lines;
const [, , mangoGood] = certificate.goods;
if (!mangoLine || !mangoGood) throw new Error('the story has no mangoes');

/** Mangoes alone, under a blanket certification: the ground on which each variant changes one thing. */
export const mangoInvoice = {
  ...invoice,
  number: 'VV-2026-0611',
  orderNumbers: ['PO-26-0605'],
  incoterm: { code: 'FCA' as const, place: 'Culiacan', country: 'MX' },
  lines: [{ ...mangoLine, number: '1', orderLine: '1' }],
  charges: [],
  total: usd('5500.00'),
};

export const mangoPackingList = {
  ...packingList,
  number: 'VV-PL-0611',
  invoiceNumbers: [mangoInvoice.number],
  lines: packingList.lines.slice(2, 3).map((line) => ({ ...line, number: '1', invoiceLine: '1' })),
};

export const mangoBill = {
  ...bill,
  number: 'ZZZZ26061202',
  packages: { count: 1250, kind: 'carton' },
  grossWeight: kg('5500'),
  invoiceNumbers: [mangoInvoice.number],
};

const { invoiceNumbers: _single, ...blanketBase } = certificate;

export const mangoCertificate: CertificationOfOrigin = {
  ...blanketBase,
  number: 'VV-USMCA-2026-BLANKET',
  goods: [
    { number: '1', description: mangoGood.description, hs6: '080450', criterion: 'A', originCountry: 'MX' },
  ],
  blanketPeriod: { from: '2026-01-02', to: '2026-12-31' },
  completedOn: '2026-01-02',
};

/** A trader outside the agreement that sells Mexican mangoes on. No member: it signs nothing. */
export const nonPartyTrader: Party = {
  name: 'Sample Canal Trading S.A.',
  address: { street: 'Calle Sample 50', city: 'Panama', country: 'PA' },
};

/** The carrier certifying as producer: a transport contractor knows nothing of the growing (HQ H287731). */
export const carrierCertificate: CertificationOfOrigin = {
  ...mangoCertificate,
  number: 'FT-USMCA-2026-1',
  certifier: {
    role: 'producer',
    party: partyOf('carrier'),
    signatory: {
      name: 'Sample Dispatcher',
      title: 'Dispatcher',
      phone: '+52 55 5550 0150',
      email: 'dispatch@frontera.sample.example',
    },
  },
};
