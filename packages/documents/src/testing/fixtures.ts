import type { Evidence, EvidenceOf } from '../evidence.ts';
import type { BillOfLading } from '../schema/bill-of-lading.ts';
import type { CertificationOfOrigin } from '../schema/certification-of-origin.ts';
import type { CommercialInvoice } from '../schema/commercial-invoice.ts';
import type { DocumentMap, DocumentType } from '../schema/document.ts';
import type { EntryNumberDocument } from '../schema/entry-number.ts';
import type { Heat } from '../schema/heat.ts';
import type { IntentToImport } from '../schema/intent-to-import.ts';
import type { MillTestReport } from '../schema/mill-test-report.ts';
import type { OrganizationIdentity } from '../schema/organization-identity.ts';
import type { PackingList } from '../schema/packing-list.ts';
import type { Party } from '../schema/party.ts';
import type { PowerOfAttorney } from '../schema/power-of-attorney.ts';
import type { ProcessingRecord } from '../schema/processing-record.ts';
import type { ProductionStatement } from '../schema/production-statement.ts';
import type { PurchaseOrder } from '../schema/purchase-order.ts';
import type { RegionalValueStatement } from '../schema/regional-value-statement.ts';
import type { SteelImportLicense } from '../schema/steel-import-license.ts';
import type { SteelImportLicenseApplication } from '../schema/steel-import-license-application.ts';
import * as liquids from './liquid-fixtures.ts';
import * as orders from './order-fixtures.ts';

/** Sample documents of one shipment that agree with each other, for the tests of this package. All parties are invented. */

export const seller: Party = {
  name: 'Sample Valle Verde Produce S.A. de C.V.',
  did: 'did:key:z6MkSampleGrower',
  identifiers: [{ scheme: 'tax', value: 'SVV010101AAA' }],
  address: {
    street: '12 Camino Sample',
    city: 'Hermosillo',
    region: 'SON',
    postalCode: '83000',
    country: 'MX',
  },
};

export const buyer: Party = {
  name: 'Sample Harbor Foods Inc.',
  identifiers: [{ scheme: 'importer-number', value: '12-3456789AB' }],
  address: {
    street: '200 Sample Harbor Road',
    city: 'Rio Rico',
    region: 'AZ',
    postalCode: '85648',
    country: 'US',
  },
};

export const carrier: Party = {
  name: 'Sample Frontera Trucking',
  identifiers: [{ scheme: 'scac', value: 'ZZZZ' }],
  address: { city: 'Nogales', country: 'MX' },
};

const usd = (amount: string) => ({ amount, currency: 'USD' });
const kg = (value: string) => ({ value, unit: 'KGM' });

export const order: PurchaseOrder = {
  number: 'PO-77',
  issueDate: '2026-06-01',
  buyer,
  seller,
  incoterm: { code: 'DAP', place: 'Nogales' },
  currency: 'USD',
  lines: [
    {
      number: '1',
      sku: 'PEP-1',
      description: 'Bell peppers',
      hs: '070960',
      originCountry: 'MX',
      quantity: kg('1000'),
      unitPrice: usd('1.50'),
      amount: usd('1500.00'),
    },
    {
      number: '2',
      sku: 'MAN-1',
      description: 'Mangoes, fresh',
      originCountry: 'MX',
      quantity: kg('500'),
      unitPrice: usd('2.00'),
      amount: usd('1000.00'),
    },
  ],
  total: usd('2500.00'),
};

export const invoice: CommercialInvoice = {
  number: 'INV-9',
  issueDate: '2026-06-10',
  seller,
  buyer,
  orderNumbers: ['PO-77'],
  incoterm: { code: 'DAP', place: 'Nogales' },
  currency: 'USD',
  lines: [
    {
      number: '1',
      orderLine: '1',
      sku: 'PEP-1',
      lot: 'L-1',
      description: 'Bell peppers',
      hts: '0709604065',
      originCountry: 'MX',
      quantity: kg('1000'),
      netWeight: kg('1000'),
      grossWeight: kg('1080'),
      unitPrice: usd('1.50'),
      amount: usd('1500.00'),
    },
    {
      number: '2',
      orderLine: '2',
      sku: 'MAN-1',
      lot: 'L-2',
      description: 'Mangoes, fresh',
      hts: '0804504045',
      originCountry: 'MX',
      quantity: kg('500'),
      unitPrice: usd('2.00'),
      amount: usd('1000.00'),
    },
  ],
  charges: [{ kind: 'freight', amount: usd('100.00'), includedInPrice: true }],
  total: usd('2500.00'),
};

export const packingList: PackingList = {
  number: 'PL-9',
  issueDate: '2026-06-10',
  shipper: seller,
  consignee: buyer,
  invoiceNumbers: ['INV-9'],
  orderNumbers: ['PO-77'],
  lines: [
    {
      number: '1',
      invoiceLine: '1',
      description: 'Bell peppers',
      quantity: kg('1000'),
      packages: { count: 100, kind: 'carton' },
      netWeight: kg('1000'),
      grossWeight: kg('1080'),
    },
    {
      number: '2',
      invoiceLine: '2',
      description: 'Mangoes, fresh',
      quantity: kg('500'),
      packages: { count: 125, kind: 'carton' },
      netWeight: kg('500'),
      grossWeight: kg('545'),
    },
  ],
  packages: { count: 225, kind: 'carton' },
  netWeight: kg('1500'),
  grossWeight: kg('1625'),
};

export const bill: BillOfLading = {
  number: 'ZZZZ0001',
  issueDate: '2026-06-11',
  mode: 'truck',
  carrier,
  shipper: seller,
  consignee: buyer,
  exportCountry: 'MX',
  exportDate: '2026-06-12',
  portOfEntry: { name: 'Nogales, AZ', code: '2604' },
  arrivalDate: '2026-06-12',
  packages: { count: 225, kind: 'carton' },
  grossWeight: kg('1625'),
  invoiceNumbers: ['INV-9'],
};

export const certificate: CertificationOfOrigin = {
  agreement: 'USMCA',
  number: 'CO-1',
  certifier: {
    role: 'producer',
    party: seller,
    signatory: { name: 'Sample Signatory', title: 'Export manager' },
  },
  producer: seller,
  importer: buyer,
  goods: [
    { number: '1', description: 'Bell peppers', hs6: '070960', criterion: 'A', originCountry: 'MX' },
    { number: '2', description: 'Mangoes, fresh', hs6: '080450', criterion: 'A', originCountry: 'MX' },
  ],
  blanketPeriod: { from: '2026-01-01', to: '2026-12-31' },
  completedOn: '2026-01-01',
  statement: 'Sample statement.',
};

export const powerOfAttorney: PowerOfAttorney = {
  number: 'POA-1',
  grantor: buyer,
  grantee: { name: 'Sample Meridian Customs Brokers LLC', address: { country: 'US' } },
  powers: ['file-entry', 'claim-preference'],
  limits: { ports: ['2604'], maximumEntryValue: usd('100000.00') },
  from: '2026-01-01',
  until: '2027-12-31',
};

export const identity: OrganizationIdentity = {
  organization: { ...seller, did: 'did:key:z6MkSampleGrower' },
  roles: ['producer', 'exporter'],
  registry: { name: 'Sample Registry', number: 'R-1' },
  from: '2026-01-01',
  goods: ['0709', '0804'],
};

export const production: ProductionStatement = {
  agreement: 'USMCA',
  number: 'PS-1',
  producer: seller,
  goods: [
    {
      number: '1',
      description: 'Bell peppers, dried',
      hs: '090421',
      madeIn: 'MX',
      value: usd('1500.00'),
      materials: [
        { id: '1', description: 'Fresh peppers', hs: '070960', value: usd('900.00'), country: 'PE' },
      ],
    },
  ],
  period: { from: '2026-01-01', to: '2026-12-31' },
  statedOn: '2026-01-05',
  statement: 'Sample statement.',
};

export const contentStatement: RegionalValueStatement = {
  agreement: 'USMCA',
  number: 'RVS-1',
  verifier: { name: 'Sample Verifiers SC', address: { country: 'MX' } },
  producer: seller,
  good: { description: 'Electric cart', hs6: '870310' },
  method: 'TV',
  atLeast: '60',
  period: { from: '2026-01-01', to: '2026-12-31' },
  examinedOn: '2026-01-20',
  worksheet: `sha256:${'1'.repeat(64)}`,
  statement: 'Sample statement.',
};

const mill: Party = { name: 'Sample Mill S.A.', did: 'did:key:z6MkSampleMill', address: { country: 'MX' } };
const heatReference = { mill: 'did:key:z6MkSampleMill', number: 'H-1' };
const melted = [{ stage: 'melt' as const, country: 'MX' }];

export const heat: Heat = {
  number: 'H-1',
  metal: 'steel',
  mill,
  furnace: { name: 'Furnace 1', country: 'MX' },
  pouredAt: '2026-06-01T06:00:00Z',
  stages: melted,
  pouredMass: kg('100000'),
  yieldLoss: kg('4000'),
};

export const millTestReport: MillTestReport = {
  number: 'MTR-1',
  kind: '3.1',
  metal: 'steel',
  manufacturer: mill,
  producedAt: '2026-06-02T06:00:00Z',
  dispatchedAt: '2026-06-03T06:00:00Z',
  standards: [{ standard: 'ASTM A36/A36M', edition: '19', grade: '36' }],
  product: { form: 'section', description: 'H sections' },
  items: [
    {
      number: '1',
      heat: heatReference,
      lot: 'bundle 1',
      weight: kg('9000'),
      madeIn: 'MX',
      stages: melted,
      chemistry: [{ element: 'C', percent: '0.18' }],
      tests: [
        { number: 'T-1', yield: { value: '290', unit: 'MPa' }, tensile: { value: '450', unit: 'MPa' } },
      ],
    },
  ],
  statement: 'Sample statement.',
  inspector: { name: 'Sample Inspector', title: 'Quality manager', independent: true },
};

export const processing: ProcessingRecord = {
  number: 'PR-1',
  metal: 'steel',
  processor: buyer,
  process: 'cut',
  at: '2026-06-05T06:00:00Z',
  place: { name: 'Yard', country: 'US' },
  inputs: [{ lot: 'bundle 1', heat: heatReference, quantity: kg('9000') }],
  outputs: [{ lot: 'bundle 1-a', heat: heatReference, quantity: kg('8900') }],
  losses: [{ reason: 'saw cuts', quantity: kg('100') }],
};

export const licence: SteelImportLicense = {
  number: 'S26SMP0001',
  metal: 'steel',
  kind: 'regular',
  office: { name: 'Sample Licence Office', address: { country: 'US' } },
  importer: buyer,
  issuedOn: '2026-06-01',
  validUntil: '2026-08-15',
  lines: [{ number: '1', hts: '7216330090', stages: melted, quantity: kg('9000'), value: usd('9000.00') }],
};

const { number: _number, issuedOn: _issued, validUntil: _until, ...asked } = licence;
export const licenceApplication: SteelImportLicenseApplication = {
  number: 'APP-1',
  appliedOn: '2026-05-28',
  applicant: licence.importer,
  ...asked,
};

export const intent: IntentToImport = {
  number: 'INT-1',
  declaredOn: '2026-05-20',
  importer: licence.importer,
  exportCountry: 'MX',
  goods: [{ number: '1', description: 'Steel beams', hs: '721633', originCountry: 'MX' }],
};

export const entryNumber: EntryNumberDocument = {
  number: 'ZZ9-0000103-5',
  assignedOn: '2026-06-09',
  filer: licence.importer,
  importer: licence.importer,
};

export const documents: DocumentMap = {
  OrderChange: orders.change,
  OrderConfirmation: orders.confirmation,
  CreditNote: orders.credit,
  DespatchAdvice: orders.despatch,
  ShippingInstructions: { number: 'SI-1', bookingNumber: 'BK-1' },
  MasterBillOfLading: orders.master,
  HouseBillOfLading: orders.house,
  IATAAirWaybill: { number: '020-12345675' },
  TruckBillOfLading: { number: 'TB-1' },
  RailWaybill: { number: 'RW-1' },
  PipelineTicket: { number: 'PT-1' },
  PostalDespatchNote: { number: 'CP123456785US' },
  FreightManifest: orders.manifest,
  ArrivalNotice: orders.notice,
  TransportStatus: orders.status,
  PurchaseOrder: order,
  CommercialInvoice: invoice,
  PackingList: packingList,
  BillOfLading: bill,
  CertificationOfOrigin: certificate,
  PowerOfAttorney: powerOfAttorney,
  OrganizationIdentity: identity,
  ProductionStatement: production,
  RegionalValueStatement: contentStatement,
  Heat: heat,
  MillTestReport: millTestReport,
  ProcessingRecord: processing,
  SteelImportLicense: licence,
  SteelImportLicenseApplication: licenceApplication,
  IntentToImport: intent,
  EntryNumber: entryNumber,
  PipelineProfile: liquids.profile,
  LiquidProduction: liquids.production,
  MeasurementTicket: liquids.ticket,
  LiquidBlend: liquids.blend,
  TitleTransfer: liquids.title,
  CustodyTransfer: liquids.custody,
  PipelineNomination: liquids.nomination,
  PipelineStock: liquids.stock,
  PipelineAllocation: liquids.allocation,
  InBondMovement: liquids.inBond,
  DeliveryStatement: liquids.statement,
  PipelineManifest: liquids.manifest,
};

/** A document as evidence; `mark` makes the digest. */
export function evidence<T extends DocumentType>(
  type: T,
  document: DocumentMap[T],
  mark: string,
  origin: 'signed' | 'imported' = 'signed',
): Evidence {
  const item: EvidenceOf<T> = { digest: `sha256:${mark.padStart(64, '0')}`, type, document, class: origin };
  return item as Evidence;
}

/** The whole shipment as evidence, in one order of arrival. */
export function shipment(): Evidence[] {
  return [
    evidence('PurchaseOrder', order, 'a'),
    evidence('CommercialInvoice', invoice, 'b'),
    evidence('PackingList', packingList, 'c'),
    evidence('BillOfLading', bill, 'd'),
    evidence('CertificationOfOrigin', certificate, 'e'),
  ];
}
