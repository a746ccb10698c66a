import type { CertificationOfOrigin, CommercialInvoice } from '@portolan/documents';
import type { CredentialFile, ExampleFolder, StoryFile } from './file.ts';
import { identityFile, powerFile, statusIndexes } from './standing.ts';
import {
  carrierCertificate,
  mangoBill,
  mangoCertificate,
  mangoInvoice,
  mangoPackingList,
  nonPartyTrader,
} from './variant-documents.ts';

const CERTIFIED_AT = '2026-01-02T16:00:00.000Z';

const invoiceFile: StoryFile = {
  form: 'credential',
  file: 'commercial-invoice.vc.json',
  issuer: 'grower',
  subject: { type: 'CommercialInvoice', document: mangoInvoice },
  validFrom: '2026-06-10T18:00:00.000Z',
  statusIndex: statusIndexes.variantInvoice,
};

function certificateFile(
  document: CertificationOfOrigin,
  extra: Partial<CredentialFile> = {},
): CredentialFile {
  return {
    form: 'credential',
    file: 'certification-of-origin.vc.json',
    issuer: 'grower',
    subject: { type: 'CertificationOfOrigin', document },
    validFrom: CERTIFIED_AT,
    statusIndex: statusIndexes.variantCertificate,
    ...extra,
  };
}

interface Change {
  readonly name: string;
  readonly title: string;
  readonly reason: string;
  readonly certificate: CredentialFile;
  readonly invoice?: StoryFile;
  readonly more?: readonly StoryFile[];
}

/** One shipment of mangoes with one thing wrong about its certification. */
function variant({
  name,
  title,
  reason,
  certificate,
  invoice = invoiceFile,
  more = [],
}: Change): ExampleFolder {
  return {
    folder: `variants/${name}`,
    title,
    files: [
      invoice,
      {
        form: 'csv-packing-list',
        file: 'packing-list.csv',
        subject: { type: 'PackingList', document: mangoPackingList },
      },
      {
        form: 'credential',
        file: 'bill-of-lading.vc.json',
        issuer: 'carrier',
        subject: { type: 'BillOfLading', document: mangoBill },
        validFrom: '2026-06-11T20:00:00.000Z',
        statusIndex: statusIndexes.variantBill,
      },
      certificate,
      identityFile('grower'),
      ...more,
      powerFile,
    ],
    filing: {
      importer: 'importer',
      filer: 'broker',
      storyAt: '2026-06-12T17:00:00.000Z',
      typed: { '/bond': { type: '8', surety: '999' }, '/lines/0/relatedParties': false },
    },
    expected: {
      draft: {
        outcome: 'refuse',
        reasons: [reason],
        totals: { duty: '330.00', fees: '33.58', total: '363.58' },
        withoutClaim: { duty: '330.00', fees: '33.58', total: '363.58' },
      },
    },
    arithmetic: [
      'The claim does not stand, so the general rate applies: 6.6 cents/kg x 5,000 kg = 330.00 (0804.50.60, HTS 2026 revision 10).',
      'Mangoes are exempt from the section 122 surcharge by list (9903.03.03).',
      'Processing fee 5,500 x 0.3464% = 19.05, raised to the minimum 33.58 (fiscal year 2026).',
    ],
  };
}

const nonPartyInvoice: CommercialInvoice = { ...mangoInvoice, seller: nonPartyTrader, issuedIn: 'PA' };

/** Filings refused for the right reason. */
export const variants: readonly ExampleFolder[] = [
  variant({
    name: 'altered',
    title: 'The blanket period was stretched after signing',
    reason: 'USMCA_CERTIFICATE_ALTERED',
    certificate: certificateFile(
      { ...mangoCertificate, blanketPeriod: { from: '2026-01-02', to: '2026-05-31' } },
      { altered: { '/blanketPeriod/to': '2026-12-31' } },
    ),
  }),
  variant({
    name: 'expired',
    title: 'The certification has expired',
    reason: 'USMCA_CERTIFICATE_EXPIRED',
    certificate: certificateFile(mangoCertificate, { validUntil: '2026-05-31T23:59:59.000Z' }),
  }),
  variant({
    name: 'revoked',
    title: 'The grower revoked the certification',
    reason: 'USMCA_CERTIFICATE_REVOKED',
    certificate: certificateFile(mangoCertificate, { statusIndex: statusIndexes.revokedCertificate }),
  }),
  variant({
    name: 'blanket-short',
    title: 'The blanket period ended before the importation',
    reason: 'USMCA_BLANKET_NOT_COVERING',
    certificate: certificateFile({
      ...mangoCertificate,
      blanketPeriod: { from: '2026-01-02', to: '2026-05-31' },
    }),
  }),
  variant({
    name: 'non-party-invoice',
    title: "The certification stands on a Panamanian trader's invoice",
    reason: 'USMCA_NON_PARTY_INVOICE',
    certificate: certificateFile({ ...mangoCertificate, issuedOn: 'invoice', onDocumentIssuedIn: 'PA' }),
    invoice: {
      form: 'json',
      file: 'commercial-invoice.json',
      subject: { type: 'CommercialInvoice', document: nonPartyInvoice },
    },
  }),
  variant({
    name: 'carrier-as-producer',
    title: 'The carrier certifies as producer',
    reason: 'USMCA_CARRIER_AS_PRODUCER',
    certificate: certificateFile(carrierCertificate, {
      issuer: 'carrier',
      statusIndex: statusIndexes.carrierCertificate,
    }),
    more: [identityFile('carrier')],
  }),
];
