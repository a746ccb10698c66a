import type { Entry, ProvenanceMap } from '@portolan/filing';
import type { Evaluation } from '@portolan/programs';
import { certificateDigest, invoiceDigest } from './sample-evidence.ts';

/** An entry of two lines, one claimed and supported, one claimed by mistake. */
export const sampleEntry: Entry = {
  entryNumber: 'ZZ9-0000103-5',
  entryType: '01',
  filer: { code: 'ZZ9', name: 'Sample Meridian Customs Brokers LLC', did: 'did:key:z6MkBroker' },
  importerOfRecord: { name: 'Sample Harbor Foods Inc.', number: '12-3456789AB' },
  consignee: { name: 'Sample Harbor Foods Inc.' },
  portOfEntry: '2604',
  modeOfTransport: '30',
  carrier: { name: 'Sample Frontera Trucking', scac: 'ZZZZ' },
  billOfLading: ['ZZZZ26061201'],
  exportCountry: 'MX',
  exportDate: '2026-06-11',
  importDate: '2026-06-12',
  entryDate: '2026-06-12',
  invoiceNumbers: ['SVV-2026-0611'],
  currency: 'USD',
  grossWeight: { value: '18200', unit: 'KGM' },
  lines: [
    {
      number: 1,
      invoice: { number: 'SVV-2026-0611', line: '1' },
      description: 'Bell peppers, fresh',
      hts: '0709.60.40.15',
      originCountry: 'MX',
      exportCountry: 'MX',
      quantities: [{ value: '8000', unit: 'KGM' }],
      enteredValue: '12400',
      charges: '310',
      relatedParties: false,
      spi: 'S+',
      certificate: certificateDigest,
    },
    {
      number: 2,
      invoice: { number: 'SVV-2026-0611', line: '2' },
      description: 'Chilies, dried, of Peru',
      hts: '0904.21.60.10',
      originCountry: 'PE',
      exportCountry: 'MX',
      quantities: [{ value: '500', unit: 'KGM' }],
      enteredValue: '2600',
      charges: '40',
      relatedParties: false,
      spi: 'S',
    },
  ],
};

const fromInvoice = (pointer: string) => ({ class: 'signed', document: invoiceDigest, pointer }) as const;

/** Where the sample entry's values come from: one of each class. */
export const sampleProvenance: ProvenanceMap = {
  '/entryNumber': { class: 'assigned', rule: 'Next number of filer ZZ9' },
  '/entryType': { class: 'computed', rule: 'Value over 2,500 USD: formal entry' },
  '/portOfEntry': { class: 'typed', by: 'Sample Broker', at: '2026-06-12T16:00:00.000Z' },
  '/grossWeight': { class: 'imported', document: certificateDigest, pointer: '/grossWeight/value' },
  '/lines/0/description': fromInvoice('/lines/0/description'),
  '/lines/0/hts': fromInvoice('/lines/0/hts'),
  '/lines/1/spi': fromInvoice('/lines/1/spi'),
};

const duty: NonNullable<Evaluation['duty']> = {
  edition: '2026-rev-10',
  date: '2026-06-12',
  lines: [
    {
      number: 1,
      hts: '0709604015',
      rateText: 'Free (S+)',
      column: 'special',
      duty: '0.00',
      layers: [
        {
          layer: 'base',
          applied: true,
          basis: '12400 USD entered value',
          rate: 'Free',
          amount: '0.00',
          why: 'USMCA claimed',
          cite: 'HTS 0709.60.40.15; GN 11',
        },
      ],
      fees: [],
    },
  ],
  fees: [],
  totals: { duty: '65.00', fees: '33.58', tax: '0.00', total: '98.58' },
  trace: [],
  reference: `sha256:${'3c'.repeat(32)}`,
  notComputed: [{ layer: '301', name: 'Section 301', line: 2, why: 'no list at hand', cite: '9903.88' }],
};

/** The rules' answer about the sample entry: one claim fails, with a fix. */
export const sampleEvaluation: Evaluation = {
  program: 'usmca-cafta',
  ruleVersion: '2026.11.1',
  findings: [
    {
      code: 'USMCA_ORIGIN_OUTSIDE',
      severity: 'refer',
      path: '/lines/1/spi',
      message: 'Line 2 claims USMCA for goods of Peru.',
      mend: 'Drop the claim on line 2.',
      fault: 'filer',
      cite: '19 CFR 182.12',
      fix: { label: 'Drop the claim on line 2', typed: { '/lines/1/spi': null } },
    },
  ],
  duty,
  withoutClaim: { ...duty, totals: { duty: '376.00', fees: '51.96', tax: '0.00', total: '427.96' } },
  outcome: 'refer',
  reasons: ['A claim is not supported.'],
  lines: [
    { number: 1, claim: { spi: 'S+', state: 'supported', certificate: certificateDigest } },
    { number: 2, claim: { spi: 'S', state: 'failed' } },
  ],
};
