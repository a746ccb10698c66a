import type {
  BillOfLading,
  CommercialInvoice,
  EntryNumberDocument,
  Heat,
  IntentToImport,
  MillTestReport,
  PackingList,
  PowerOfAttorney,
  PurchaseOrder,
  SteelImportLicense,
  SteelImportLicenseApplication,
} from '@portolan/documents';
import { kg, usd } from '../../usmca-cafta/stories/parties.ts';
import { steelParty } from './parties.ts';

const mill = steelParty('mill');
const buyer = steelParty('buyer');
const goods = 'Wide flange beams (H sections) of nonalloy steel, hot-rolled, W200 x 46, 12 m';

export const LOT = 'urn:sample:acero:bundle:2606-118';
export const HEAT = { mill: mill.did, number: 'A26-4711' };
export const melted = [
  { stage: 'melt' as const, country: 'MX', place: 'Monterrey' },
  { stage: 'pour' as const, country: 'MX', place: 'Monterrey' },
];

export const order: PurchaseOrder = {
  number: 'PB-2606-07',
  issueDate: '2026-05-20',
  buyer,
  seller: mill,
  incoterm: { code: 'FCA', place: 'Monterrey', country: 'MX' },
  currency: 'USD',
  lines: [
    {
      number: '1',
      sku: 'W200X46',
      description: goods,
      hs: '721633',
      originCountry: 'MX',
      quantity: kg('20000'),
      unitPrice: usd('0.90'),
      amount: usd('18000.00'),
    },
  ],
  total: usd('18000.00'),
};

export const heat: Heat = {
  number: HEAT.number,
  metal: 'steel',
  mill,
  furnace: { name: 'Furnace 2, Monterrey works', country: 'MX', practice: 'EAF' },
  pouredAt: '2026-06-01T07:10:00Z',
  stages: melted,
  pouredMass: kg('100000'),
  yieldLoss: kg('4000'),
};

/** Two standards on one certificate; a first test piece broke outside its gauge length, so T-2 repeats T-1. */
export const certificate: MillTestReport = {
  number: 'MTC-26-0118',
  kind: '3.1',
  metal: 'steel',
  manufacturer: mill,
  customer: buyer,
  orderNumber: order.number,
  worksOrder: 'WO-7712',
  producedAt: '2026-06-03T18:00:00Z',
  dispatchedAt: '2026-06-09T14:00:00Z',
  standards: [
    { standard: 'ASTM A992/A992M', edition: '11', grade: '50' },
    { standard: 'ASTM A572/A572M', edition: '15', grade: '50' },
  ],
  product: {
    form: 'section',
    description: goods,
    hts: '7216330090',
    shape: 'H',
    rolled: 'hot',
    dimensions: [
      { kind: 'height', size: { value: '203', unit: 'MMT' } },
      { kind: 'thickness', size: { value: '11', unit: 'MMT' } },
      { kind: 'length', size: { value: '12', unit: 'MTR' } },
    ],
    treatment: 'as rolled',
  },
  items: [
    {
      number: '1',
      heat: HEAT,
      lot: LOT,
      pieces: 36,
      weight: kg('20000'),
      theoreticalWeight: kg('19872'),
      loss: kg('400'),
      madeIn: 'MX',
      stages: melted,
      chemistry: [
        ['C', '0.10'],
        ['Mn', '1.15'],
        ['P', '0.014'],
        ['S', '0.018'],
        ['Si', '0.21'],
        ['Cu', '0.26'],
        ['Ni', '0.09'],
        ['Cr', '0.08'],
        ['Mo', '0.02'],
        ['V', '0.031'],
        ['Nb', '0.001'],
        ['Al', '0.003'],
        ['Ti', '0.002'],
        ['B', '0.0002'],
        ['Co', '0.006'],
        ['Pb', '0.001'],
        ['W', '0.002'],
        ['Zr', '0.001'],
      ].map(([element = '', percent = '']) => ({ element, percent, analysis: 'heat' as const })),
      tests: [
        { number: 'T-1', yield: { value: '338', unit: 'MPa' }, tensile: { value: '492', unit: 'MPa' } },
        {
          number: 'T-2',
          location: 'flange',
          direction: 'longitudinal',
          yield: { value: '378', unit: 'MPa' },
          tensile: { value: '498', unit: 'MPa' },
          elongation: { percent: '25', gauge: { value: '200', unit: 'MMT' } },
          retestOf: 'T-1',
        },
      ],
    },
  ],
  statement: 'The products conform to the order and to the standards named.',
  inspector: { name: 'Sample Quality Manager', title: 'Quality manager', independent: true },
  rounding: 'ASTM E29',
};

export const invoice: CommercialInvoice = {
  number: 'ADN-2606-118',
  issueDate: '2026-06-08',
  seller: mill,
  buyer,
  orderNumbers: [order.number],
  incoterm: { code: 'FCA', place: 'Monterrey', country: 'MX' },
  currency: 'USD',
  lines: [
    {
      number: '1',
      orderNumber: order.number,
      orderLine: '1',
      sku: 'W200X46',
      lot: LOT,
      description: goods,
      hts: '7216330090',
      originCountry: 'MX',
      manufacturer: mill,
      quantity: kg('20000'),
      netWeight: kg('20000'),
      grossWeight: kg('20100'),
      unitPrice: usd('0.90'),
      amount: usd('18000.00'),
    },
  ],
  total: usd('18000.00'),
};

export const packingList: PackingList = {
  number: 'ADN-PL-118',
  issueDate: '2026-06-08',
  shipper: mill,
  consignee: buyer,
  invoiceNumbers: [invoice.number],
  lines: [
    {
      number: '1',
      invoiceLine: '1',
      lot: LOT,
      description: goods,
      quantity: kg('20000'),
      packages: { count: 4, kind: 'bundle' },
      netWeight: kg('20000'),
      grossWeight: kg('20100'),
    },
  ],
};

export const bill: BillOfLading = {
  number: 'ZZZY2606118',
  issueDate: '2026-06-09',
  mode: 'truck',
  containerized: false,
  carrier: steelParty('carrier'),
  shipper: mill,
  consignee: buyer,
  placeOfLoading: { name: 'Monterrey', country: 'MX' },
  exportCountry: 'MX',
  exportDate: '2026-06-10',
  portOfEntry: { name: 'Laredo, TX', code: '2304' },
  arrivalDate: '2026-06-10',
  conveyance: { trailer: 'SMPL2304' },
  packages: { count: 4, kind: 'bundle' },
  grossWeight: kg('20100'),
  invoiceNumbers: [invoice.number],
};

export const licence: SteelImportLicense = {
  number: 'S26SMP0118',
  metal: 'steel',
  kind: 'regular',
  office: steelParty('licence-office'),
  importer: buyer,
  exporter: mill,
  manufacturer: mill,
  originCountry: 'MX',
  exportCountry: 'MX',
  portOfEntry: '2304',
  expectedExport: '2026-06-10',
  expectedImport: '2026-06-10',
  issuedOn: '2026-06-05',
  validUntil: '2026-08-19',
  lines: [
    {
      number: '1',
      hts: '7216330090',
      category: 'Structural shapes, heavy',
      stages: melted.slice(0, 1),
      quantity: kg('20000'),
      value: usd('18000.00'),
    },
  ],
};

const { number: _number, issuedOn: _issued, validUntil: _until, ...asked } = licence;

export const licenceApplication: SteelImportLicenseApplication = {
  number: 'PB-LIC-118',
  appliedOn: '2026-06-04',
  applicant: buyer,
  ...asked,
};

export const intent: IntentToImport = {
  number: 'PB-INT-2606',
  declaredOn: '2026-05-20',
  importer: buyer,
  exporter: mill,
  orderNumbers: [order.number],
  exportCountry: 'MX',
  portOfEntry: '2304',
  expectedImport: '2026-06-10',
  goods: [{ number: '1', description: goods, hs: '721633', originCountry: 'MX', quantity: kg('20000') }],
};

/** In a series of its own, so that no number that the node draws meets it. */
export const entryNumber: EntryNumberDocument = {
  number: 'ZZ9-9000103-6',
  assignedOn: '2026-06-09',
  filer: steelParty('broker'),
  importer: buyer,
  invoiceNumbers: [invoice.number],
  licenseNumbers: [licence.number],
};

export const power: PowerOfAttorney = {
  number: 'POA-SAMPLE-STEEL-1',
  grantor: buyer,
  grantee: steelParty('broker'),
  powers: ['file-entry', 'answer-requests'],
  from: '2026-01-01',
  until: '2026-12-31',
};
