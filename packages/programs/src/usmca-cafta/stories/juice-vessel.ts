import type { Story } from '../../story.ts';
import type { ExampleFolder } from './file.ts';
import {
  juiceBill,
  juiceCertificate,
  juiceInvoice,
  juiceOrder,
  juicePackingList,
} from './juice-documents.ts';
import { identityFile, powerFile, statusIndexes } from './standing.ts';

const AT = '2026-06-18T14:00:00.000Z';
const totals = { duty: '2720.00', fees: '62.33', total: '2782.33' } as const;

/** Pineapple juice by vessel from Costa Rica: one lot from domestic fruit, one from imported concentrate. */
export const juiceVessel: ExampleFolder = {
  folder: 'juice-vessel',
  title: 'Pineapple juice by vessel from Costa Rica',
  files: [
    {
      form: 'ubl-order',
      file: 'purchase-order.xml',
      subject: { type: 'PurchaseOrder', document: juiceOrder },
    },
    {
      form: 'credential',
      file: 'commercial-invoice.vc.json',
      issuer: 'juicer',
      subject: { type: 'CommercialInvoice', document: juiceInvoice },
      validFrom: '2026-06-09T16:00:00.000Z',
      statusIndex: statusIndexes.juicerInvoice,
    },
    {
      form: 'csv-packing-list',
      file: 'packing-list.csv',
      subject: { type: 'PackingList', document: juicePackingList },
    },
    { form: 'json', file: 'bill-of-lading.json', subject: { type: 'BillOfLading', document: juiceBill } },
    {
      form: 'credential',
      file: 'certification-of-origin.vc.json',
      issuer: 'juicer',
      subject: { type: 'CertificationOfOrigin', document: juiceCertificate },
      validFrom: '2026-06-09T16:00:00.000Z',
      statusIndex: statusIndexes.juicerCertificate,
    },
    identityFile('juicer'),
    powerFile,
  ],
  filing: {
    importer: 'importer',
    filer: 'broker',
    storyAt: AT,
    typed: { '/bond': { type: '8', surety: '999' }, '/lines/0/relatedParties': false },
  },
  expected: {
    draft: {
      outcome: 'accept',
      reasons: [],
      totals,
      withoutClaim: { duty: '3560.00', fees: '108.42', total: '3668.42' },
    },
  },
  arithmetic: [
    'CFR Philadelphia: the price of 24,150.00 includes 1,150.00 of ocean freight, spread by value: 16,800 - 800 = 16,000 and 7,350 - 350 = 7,000 (19 CFR 152.103(a)(5)); charges 800 and 350.',
    'Lot PJ-0601 (fruit of Costa Rica, P): free instead of 4.2 cents/litre x 20,000 = 840.00 (2009.41.20, HTS 2026 revision 10).',
    'Lot PJ-0602 (Thai concentrate): 2009.41 to 2009.41 is no change of chapter (GN 29(n) ch. 20 rule 24), so no claim: 4.2 cents x 10,000 = 420.00.',
    'Section 122, 10% until 24 July 2026: of CAFTA-DR goods only textiles are exempt (9903.03.09), so 1,600.00 + 700.00.',
    'Duty 0.00 + 420.00 + 1,600.00 + 700.00 = 2,720.00; without the claim 840.00 more, 3,560.00.',
    'Processing fee on lot PJ-0602 only: 7,000 x 0.3464% = 24.25, raised to the minimum 33.58. Without the claim 23,000 x 0.3464% = 79.672, 79.67.',
    'Harbor maintenance fee 23,000 x 0.125% = 28.75; no agreement exempts from it. Fees 33.58 + 28.75 = 62.33; without the claim 79.67 + 28.75 = 108.42.',
  ],
};

const files = juiceVessel.files.map(({ file }) => file);

export const juiceStory: Story = {
  id: 'juice-vessel',
  title: juiceVessel.title,
  summary:
    'The lot pressed from Costa Rican fruit is claimed under CAFTA-DR; the lot made from Thai concentrate is entered without a claim.',
  folder: juiceVessel.folder,
  date: '2026-06-18',
  steps: [
    {
      do: 'send',
      by: 'importer',
      to: 'juicer',
      files: ['purchase-order.xml'],
      at: '2026-05-18T15:00:00.000Z',
    },
    {
      do: 'issue',
      by: 'agency',
      type: 'OrganizationIdentity',
      file: 'identity-juicer.vc.json',
      at: '2026-01-01T00:00:00.000Z',
    },
    {
      do: 'issue',
      by: 'importer',
      type: 'PowerOfAttorney',
      file: 'power-of-attorney.vc.json',
      at: '2026-01-01T00:00:00.000Z',
    },
    {
      do: 'issue',
      by: 'juicer',
      type: 'CommercialInvoice',
      file: 'commercial-invoice.vc.json',
      at: '2026-06-09T16:00:00.000Z',
    },
    {
      do: 'issue',
      by: 'juicer',
      type: 'CertificationOfOrigin',
      file: 'certification-of-origin.vc.json',
      at: '2026-06-09T16:00:00.000Z',
    },
    {
      do: 'send',
      by: 'juicer',
      to: 'broker',
      files: files.filter((file) => file !== 'purchase-order.xml'),
      at: '2026-06-12T14:00:00.000Z',
    },
    { do: 'draft', by: 'broker', files, at: AT },
    { do: 'file', by: 'broker', to: 'agency', at: AT, expect: { outcome: 'accept', codes: [], ...totals } },
  ],
};
