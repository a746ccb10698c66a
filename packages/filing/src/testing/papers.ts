import type {
  BillOfLading,
  CertificationOfOrigin,
  CommercialInvoice,
  DocumentMap,
  DocumentType,
  Evidence,
  PackingList,
  Party,
  PowerOfAttorney,
  PurchaseOrder,
} from '@portolan/documents';
import { digestJson, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { assembleEntry } from '../assemble.ts';
import type { Given } from '../derive/desk.ts';

/** Test support: the papers of one small shipment. All parties are invented. */

export const tariff = loadEmbeddedReference();

export const seller: Party = {
  name: 'Sample Valle Verde Produce',
  did: 'did:key:z6MkSampleGrower',
  address: { street: 'Carretera Sample 1250', city: 'Culiacan', country: 'MX' },
};

export const buyer: Party = {
  name: 'Sample Harbor Foods Inc.',
  did: 'did:key:z6MkSampleImporter',
  identifiers: [{ scheme: 'importer-number', value: '12-3456789AB' }],
  address: { street: '200 Sample Harbor Road', city: 'Rio Rico', country: 'US' },
};

export const broker: Party = {
  name: 'Sample Meridian Customs Brokers LLC',
  did: 'did:key:z6MkSampleBroker',
  address: { city: 'Nogales', country: 'US' },
};

export const usd = (amount: string) => ({ amount, currency: 'USD' });
export const kg = (value: string) => ({ value, unit: 'KGM' });

export const invoice: CommercialInvoice = {
  number: 'INV-1',
  issueDate: '2026-06-10',
  seller,
  buyer,
  orderNumbers: ['PO-1'],
  incoterm: { code: 'FCA', place: 'Culiacan' },
  currency: 'USD',
  lines: [
    {
      number: '1',
      orderLine: '1',
      sku: 'MANGO',
      description: 'Mangoes, fresh',
      hts: '0804506055',
      originCountry: 'MX',
      quantity: { value: '1250', unit: 'C62' },
      amount: usd('5500.00'),
    },
  ],
  total: usd('5500.00'),
};

export const order: PurchaseOrder = {
  number: 'PO-1',
  issueDate: '2026-06-01',
  buyer,
  seller,
  currency: 'USD',
  lines: [
    {
      number: '1',
      sku: 'MANGO',
      description: 'Mangoes, fresh',
      hs: '080450',
      originCountry: 'MX',
      quantity: { value: '1250', unit: 'C62' },
      amount: usd('5500.00'),
    },
  ],
};

export const packingList: PackingList = {
  number: 'PL-1',
  issueDate: '2026-06-10',
  shipper: seller,
  consignee: buyer,
  invoiceNumbers: ['INV-1'],
  lines: [
    {
      number: '1',
      invoiceLine: '1',
      description: 'Mangoes, fresh',
      quantity: { value: '1250', unit: 'C62' },
      netWeight: kg('5000'),
      grossWeight: kg('5500'),
    },
  ],
};

export const bill: BillOfLading = {
  number: 'ZZZZ260612',
  issueDate: '2026-06-11',
  mode: 'truck',
  carrier: {
    name: 'Sample Frontera Trucking',
    identifiers: [{ scheme: 'scac', value: 'ZZZZ' }],
    address: { country: 'MX' },
  },
  shipper: seller,
  consignee: buyer,
  exportCountry: 'MX',
  exportDate: '2026-06-12',
  portOfEntry: { name: 'Nogales, AZ', code: '2604' },
  arrivalDate: '2026-06-12',
  packages: { count: 1250, kind: 'carton' },
  grossWeight: kg('5500'),
  invoiceNumbers: ['INV-1'],
};

export const certificate: CertificationOfOrigin = {
  agreement: 'USMCA',
  number: 'CO-1',
  certifier: { role: 'producer', party: seller, signatory: { name: 'Sample Signatory', title: 'Manager' } },
  producer: seller,
  goods: [
    {
      number: '1',
      description: 'Mangoes',
      hs6: '080450',
      criterion: 'A',
      originCountry: 'MX',
      invoiceLine: '1',
    },
  ],
  invoiceNumbers: ['INV-1'],
  completedOn: '2026-06-10',
  statement: 'I certify that the goods originate.',
};

export const power: PowerOfAttorney = {
  number: 'POA-1',
  grantor: buyer,
  grantee: broker,
  powers: ['file-entry', 'claim-preference'],
  from: '2026-01-01',
};

export type Paper = {
  [T in DocumentType]: { readonly type: T; readonly document: DocumentMap[T]; readonly signed?: boolean };
}[DocumentType];

export const shipment: readonly Paper[] = [
  { type: 'CommercialInvoice', document: invoice, signed: true },
  { type: 'PurchaseOrder', document: order },
  { type: 'PackingList', document: packingList },
  { type: 'BillOfLading', document: bill, signed: true },
  { type: 'CertificationOfOrigin', document: certificate, signed: true },
  { type: 'PowerOfAttorney', document: power, signed: true },
];

export function evidence(papers: readonly Paper[]): Evidence[] {
  return papers.map(({ type, document, signed = false }) => {
    const digest = digestJson(nodeCrypto, { type, signed, document } as unknown as JsonValue);
    const base = { digest, type, document } as unknown as Evidence;
    return signed
      ? { ...base, class: 'signed', issuer: 'did:key:z6MkSampleIssuer' }
      : { ...base, class: 'imported' };
  });
}

/** The shipment with the document of one type changed. */
export function changed<T extends DocumentType>(
  type: T,
  change: (document: DocumentMap[T]) => DocumentMap[T],
  papers: readonly Paper[] = shipment,
): Paper[] {
  return papers.map((paper) =>
    paper.type === type ? ({ ...paper, document: change(paper.document as DocumentMap[T]) } as Paper) : paper,
  );
}

export function withoutType(type: DocumentType): Paper[] {
  return shipment.filter((paper) => paper.type !== type);
}

export function assemble(papers: readonly Paper[] = shipment, given: Partial<Given> = {}) {
  return assembleEntry(
    evidence(papers),
    {
      filer: { code: 'ZZ9', name: broker.name, did: broker.did ?? '' },
      typed: {},
      at: '2026-06-12T16:00:00.000Z',
      ...given,
    },
    tariff,
  );
}
