import type { Story } from '../../story.ts';
import type { ExampleFolder } from './file.ts';
import { bill, certificate, packingList } from './nogales-documents.ts';
import { invoice, order } from './nogales-sale.ts';
import { identityFile, powerFile, statusIndexes } from './standing.ts';

const AT = '2026-06-12T16:00:00.000Z';

/** Mexican produce by truck at Nogales; the dried chilies are Peruvian and are claimed by mistake. */
export const nogalesTruck: ExampleFolder = {
  folder: 'nogales-truck',
  title: 'Mexican produce by truck at Nogales',
  files: [
    { form: 'ubl-order', file: 'purchase-order.xml', subject: { type: 'PurchaseOrder', document: order } },
    {
      form: 'credential',
      file: 'commercial-invoice.vc.json',
      issuer: 'grower',
      subject: { type: 'CommercialInvoice', document: invoice },
      validFrom: '2026-06-10T18:00:00.000Z',
      statusIndex: statusIndexes.growerInvoice,
    },
    {
      form: 'csv-packing-list',
      file: 'packing-list.csv',
      subject: { type: 'PackingList', document: packingList },
    },
    {
      form: 'credential',
      file: 'bill-of-lading.vc.json',
      issuer: 'carrier',
      subject: { type: 'BillOfLading', document: bill },
      validFrom: '2026-06-11T20:00:00.000Z',
      statusIndex: statusIndexes.bill,
    },
    {
      form: 'credential',
      file: 'certification-of-origin.vc.json',
      issuer: 'grower',
      subject: { type: 'CertificationOfOrigin', document: certificate },
      validFrom: '2026-06-10T18:00:00.000Z',
      statusIndex: statusIndexes.growerCertificate,
    },
    identityFile('grower'),
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
      outcome: 'refuse',
      reasons: ['USMCA_ORIGIN_CONTRADICTED', 'USMCA_ORIGIN_OUTSIDE', 'USMCA_RULE_NOT_MET'],
      totals: { duty: '20.00', fees: '33.58', total: '53.58' },
      withoutClaim: { duty: '2316.00', fees: '65.82', total: '2381.82' },
    },
    fix: { '/lines/3/spi': null },
    filed: {
      outcome: 'accept',
      reasons: [],
      totals: { duty: '20.00', fees: '33.58', total: '53.58' },
      withoutClaim: { duty: '2316.00', fees: '65.82', total: '2381.82' },
    },
  },
  arithmetic: [
    'Price 20,000.00 DAP with 1,000.00 freight inside: 5% of each line is charges (19 CFR 152.103(a)(5)).',
    'Entered values: peppers 9,600 - 480 = 9,120; cucumbers 3,600 - 180 = 3,420; mangoes 5,500 - 275 = 5,225; chilies 1,300 - 65 = 1,235; total 19,000.',
    'General rates (HTS 2026 revision 10): 0709.60.40 4.7 cents/kg x 8,000 kg = 376.00; 0707.00.50 (May and June) 5.6 cents/kg x 6,000 = 336.00; 0804.50.60 6.6 cents/kg x 5,000 = 330.00; 0904.21.60 2.5 cents/kg x 800 = 20.00.',
    'Section 122, 10% until 24 July 2026 (9903.03.01): not on USMCA goods entered free (9903.03.08); 0804.50.60 and 0904.21.60 are exempt by list. Without claims: 912.00 on the peppers, 342.00 on the cucumbers.',
    'With claims on lines 1 to 3: duty 20.00 on the chilies. Processing fee only on the chilies: 1,235 x 0.3464% = 4.28, raised to the minimum 33.58 (fiscal year 2026).',
    'Without claims: duty 376.00 + 336.00 + 330.00 + 20.00 + 912.00 + 342.00 = 2,316.00; fee 19,000 x 0.3464% = 65.816, 65.82.',
    'Harbor maintenance fee: none, the goods come by truck.',
  ],
};

const files = nogalesTruck.files.map(({ file }) => file);
const spi = '/lines/3/spi';

export const nogalesStory: Story = {
  id: 'nogales-truck',
  title: nogalesTruck.title,
  summary:
    'Peppers, cucumbers and mangoes originate; dried chilies from Peru are claimed by mistake and caught before filing. Later the agency asks about the mangoes, and the grower answers it alone.',
  folder: nogalesTruck.folder,
  date: '2026-06-12',
  steps: [
    {
      do: 'send',
      by: 'importer',
      to: 'grower',
      files: ['purchase-order.xml'],
      at: '2026-06-01T15:00:00.000Z',
    },
    {
      do: 'issue',
      by: 'agency',
      type: 'OrganizationIdentity',
      file: 'identity-grower.vc.json',
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
      by: 'grower',
      type: 'CommercialInvoice',
      file: 'commercial-invoice.vc.json',
      at: '2026-06-10T18:00:00.000Z',
    },
    {
      do: 'issue',
      by: 'grower',
      type: 'CertificationOfOrigin',
      file: 'certification-of-origin.vc.json',
      at: '2026-06-10T18:00:00.000Z',
    },
    {
      do: 'issue',
      by: 'carrier',
      type: 'BillOfLading',
      file: 'bill-of-lading.vc.json',
      at: '2026-06-11T20:00:00.000Z',
    },
    {
      do: 'send',
      by: 'grower',
      to: 'broker',
      files: files.filter((file) => file !== 'purchase-order.xml'),
      at: '2026-06-11T21:00:00.000Z',
    },
    { do: 'draft', by: 'broker', files, at: AT },
    { do: 'find', code: 'USMCA_ORIGIN_CONTRADICTED', path: '/lines/3/originCountry' },
    { do: 'find', code: 'USMCA_RULE_NOT_MET', path: spi },
    { do: 'fix', by: 'broker', code: 'USMCA_RULE_NOT_MET', path: spi, at: AT },
    {
      do: 'file',
      by: 'broker',
      to: 'agency',
      at: AT,
      expect: { outcome: 'accept', codes: [], duty: '20.00', fees: '33.58', total: '53.58' },
    },
    {
      do: 'ask',
      by: 'agency',
      template: 'preference-claim',
      line: 3,
      routedTo: ['importer', 'broker', 'grower'],
      at: '2026-06-15T15:00:00.000Z',
    },
    {
      do: 'answer',
      by: 'grower',
      disclosedTo: ['agency'],
      text: 'The mangoes of lot VV-M-0609 were picked on 8 and 9 June 2026 in our own orchard; the harvest record is attached.',
      confidential:
        'Harvest record (sample): orchard 7 of the grower, 5,040 kg picked on 8 and 9 June 2026, 40 kg culled, 5,000 kg packed into 1,250 cartons as lot VV-M-0609.',
      at: '2026-06-22T17:00:00.000Z',
    },
    {
      do: 'close',
      by: 'agency',
      at: '2026-06-23T15:00:00.000Z',
      finding: 'The claim on line 3 stands: the mangoes were grown in Mexico.',
    },
  ],
};
