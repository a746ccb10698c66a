import type { DocumentOfType } from '../../usmca-cafta/stories/file.ts';
import { kg } from '../../usmca-cafta/stories/parties.ts';
import { carriedGoods, type Sale } from './papers.ts';

/** A shipment of one mode: the sale, its transport papers, and what the rules must come to. */
export interface ModeStory {
  readonly folder: string;
  readonly title: string;
  readonly summary: string;
  readonly storyAt: string;
  readonly sale: Sale;
  readonly transport: readonly { readonly file: string; readonly subject: DocumentOfType }[];
  readonly typed: Readonly<Record<string, unknown>>;
  readonly totals: { readonly duty: string; readonly fees: string; readonly total: string };
  readonly arithmetic: readonly string[];
  /** What its draft comes to where it is not accepted as it stands. */
  readonly outcome?: 'refer';
}

const typed = { '/bond': { type: '8', surety: '999' }, '/lines/0/relatedParties': false };
const MPF = (value: string, share: string) =>
  `Processing fee ${value} x 0.3464% = ${share}, between the minimum of 33.58 and the maximum (fiscal year 2026).`;
const SURCHARGE = (value: string, amount: string) =>
  `Section 122, 10% until 24 July 2026: ${amount} of ${value}; no preference is claimed.`;

const EXEMPT = 'Section 122: the goods are on the list of agricultural products exempt from it (9903.03.03).';

export const juice: Sale = {
  id: 'LCL-0601',
  seller: 'juicer',
  sku: 'JT-PINE-NFC',
  description: 'Pineapple juice, not from concentrate, Brix 12.8, in aseptic drums',
  hts: '2009412000',
  origin: 'CR',
  incoterm: { code: 'FOB', place: 'Moin', country: 'CR' },
  unit: 'LTR',
  ordered: '4000',
  shipped: '4000',
  unitPrice: '0.84',
  netKg: '4200',
  grossKg: '4400',
  packages: { count: 20, kind: 'drum' },
  orderedOn: '2026-05-20',
  invoicedOn: '2026-06-08',
};

export const moin = { name: 'Moin', country: 'CR', port: '22315' };
export const philadelphia = { name: 'Philadelphia', country: 'US', port: '1101' };

/** Part of a container: the consolidator's house bill under the ocean carrier's master bill. */
export const oceanLcl: ModeStory = {
  folder: 'order-ocean-lcl',
  title: 'Pineapple juice by vessel in a consolidated container',
  summary:
    'The goods travel on the house bill of a consolidator under the master bill of the ocean carrier; the entry names the house bill, the vessel comes from the master.',
  storyAt: '2026-06-18T14:00:00.000Z',
  sale: juice,
  transport: [
    {
      file: 'master-bill-of-lading.json',
      subject: {
        type: 'MasterBillOfLading',
        document: {
          number: 'ZZZY26061190',
          issueDate: '2026-06-11',
          carrier: {
            name: 'Sample Caribe Line',
            identifiers: [{ scheme: 'scac', value: 'ZZZY' }],
            address: { city: 'Moin', country: 'CR' },
          },
          shipper: { name: 'Sample Consolidado S.A.', address: { city: 'Moin', country: 'CR' } },
          consignee: { name: 'Sample Deconsolidation Co.', address: { city: 'Philadelphia', country: 'US' } },
          conveyance: { name: 'SAMPLE CARIBE STAR', voyage: '026N' },
          containers: ['ZZZU0000020'],
          placeOfLoading: moin,
          placeOfUnlading: philadelphia,
          exportDate: '2026-06-11',
          arrivalDate: '2026-06-18',
          grossWeight: kg('19800'),
        },
      },
    },
    {
      file: 'house-bill-of-lading.json',
      subject: {
        type: 'HouseBillOfLading',
        document: {
          number: 'ZZCS26061104',
          masterNumber: 'ZZZY26061190',
          issueDate: '2026-06-11',
          carrier: { name: 'Sample Consolidado S.A.', identifiers: [{ scheme: 'scac', value: 'ZZCS' }] },
          containers: ['ZZZU0000020'],
          placeOfLoading: moin,
          placeOfUnlading: philadelphia,
          placeOfDelivery: philadelphia,
          exportDate: '2026-06-11',
          arrivalDate: '2026-06-18',
          ...carriedGoods(juice),
        },
      },
    },
    {
      file: 'arrival-notice.json',
      subject: {
        type: 'ArrivalNotice',
        document: {
          number: 'AN-26-0618',
          transportDocument: 'ZZCS26061104',
          issueDate: '2026-06-18',
          carrier: { name: 'Sample Caribe Line' },
          arrivalDate: '2026-06-18',
          certainty: 'actual',
          placeOfUnlading: philadelphia,
        },
      },
    },
  ],
  typed,
  totals: { duty: '504.00', fees: '37.78', total: '541.78' },
  arithmetic: [
    '4,000 litres x 4.2 cents = 168.00 (2009.41.20, HTS 2026 revision 10).',
    SURCHARGE('3,360.00', '336.00'),
    MPF('3,360', '11.64, raised to 33.58'),
    'Harbor maintenance fee 3,360 x 0.125% = 4.20. Fees 37.78.',
  ],
};

const mangoes: Sale = {
  id: 'AIR-0612',
  seller: 'grower',
  sku: 'VV-MANGO-AIR',
  description: 'Fresh mangoes, tree ripe, cartons of 4 kg',
  hts: '0804506055',
  origin: 'MX',
  incoterm: { code: 'FCA', place: 'Culiacan', country: 'MX' },
  unit: 'KGM',
  ordered: '1000',
  shipped: '1000',
  unitPrice: '2.80',
  netKg: '1000',
  grossKg: '1100',
  packages: { count: 250, kind: 'carton' },
  orderedOn: '2026-06-01',
  invoicedOn: '2026-06-11',
};

/** One air waybill; no certification is at hand, so no preference is claimed. */
export const air: ModeStory = {
  folder: 'order-air',
  title: 'Fresh mangoes by air',
  summary:
    'One air waybill. No certification of origin is at hand, so the goods are entered without a claim.',
  storyAt: '2026-06-12T18:00:00.000Z',
  sale: mangoes,
  transport: [
    {
      file: 'air-waybill.json',
      subject: {
        type: 'IATAAirWaybill',
        document: {
          number: '999-12345675',
          issueDate: '2026-06-11',
          carrier: { name: 'Sample Aero Carga', identifiers: [{ scheme: 'scac', value: 'ZZAC' }] },
          conveyance: { voyage: 'ZA117' },
          placeOfLoading: { name: 'Culiacan', country: 'MX' },
          placeOfUnlading: { name: 'Los Angeles International Airport', country: 'US', port: '2720' },
          exportDate: '2026-06-12',
          arrivalDate: '2026-06-12',
          ...carriedGoods(mangoes),
        },
      },
    },
  ],
  typed,
  totals: { duty: '66.00', fees: '33.58', total: '99.58' },
  arithmetic: [
    '1,000 kg x 6.6 cents = 66.00 (0804.50.60, HTS 2026 revision 10).',
    EXEMPT,
    MPF('2,800', '9.70, raised to 33.58'),
  ],
};

const mangoesByTruck: Sale = {
  ...mangoes,
  id: 'TRK-0612',
  sku: 'VV-MANGO-4KG',
  description: 'Fresh mangoes, cartons of 4 kg',
  ordered: '5000',
  shipped: '5000',
  unitPrice: '1.10',
  netKg: '5000',
  grossKg: '5500',
  packages: { count: 1250, kind: 'carton' },
};

/** A truck bill alone. */
export const truck: ModeStory = {
  folder: 'order-truck',
  title: 'Fresh mangoes by truck',
  summary: 'A truck bill of lading; nothing but bond and relation is typed.',
  storyAt: '2026-06-12T16:00:00.000Z',
  sale: mangoesByTruck,
  transport: [
    {
      file: 'truck-bill-of-lading.json',
      subject: {
        type: 'TruckBillOfLading',
        document: {
          number: 'ZZZZ26061277',
          issueDate: '2026-06-11',
          carrier: { name: 'Sample Frontera Trucking', identifiers: [{ scheme: 'scac', value: 'ZZZZ' }] },
          conveyance: { voyage: 'TRIP-0612', trailer: 'TX-4471' },
          placeOfLoading: { name: 'Culiacan', country: 'MX' },
          placeOfDelivery: { name: 'Nogales, AZ', country: 'US', port: '2604' },
          exportDate: '2026-06-12',
          arrivalDate: '2026-06-12',
          ...carriedGoods(mangoesByTruck),
        },
      },
    },
  ],
  typed,
  totals: { duty: '330.00', fees: '33.58', total: '363.58' },
  arithmetic: [
    '5,000 kg x 6.6 cents = 330.00 (0804.50.60, HTS 2026 revision 10).',
    EXEMPT,
    MPF('5,500', '19.05, raised to 33.58'),
  ],
};

const chilies: Sale = {
  ...mangoes,
  id: 'RAIL-0612',
  sku: 'VV-CHILI-BULK',
  description: 'Dried chilies, whole, in bulk sacks of 25 kg',
  hts: '0904216090',
  ordered: '40000',
  shipped: '20000',
  unitPrice: '2.00',
  netKg: '20000',
  grossKg: '20400',
  packages: { count: 800, kind: 'sack' },
};

/** Half of an order by rail: the other half stays open. */
export const rail: ModeStory = {
  folder: 'order-rail',
  title: 'Dried chilies by rail, half of the order',
  summary: 'Half of what was ordered comes by rail; the graph keeps the other half open.',
  storyAt: '2026-06-12T17:00:00.000Z',
  sale: chilies,
  transport: [
    {
      file: 'rail-waybill.json',
      subject: {
        type: 'RailWaybill',
        document: {
          number: 'ZZRR26061205',
          issueDate: '2026-06-10',
          carrier: { name: 'Sample Ferrocarril', identifiers: [{ scheme: 'scac', value: 'ZZRR' }] },
          conveyance: { voyage: 'TREN-88', trailer: 'ZZRX 448213' },
          placeOfLoading: { name: 'Culiacan', country: 'MX' },
          placeOfDelivery: { name: 'Laredo, TX', country: 'US', port: '2304' },
          exportDate: '2026-06-12',
          arrivalDate: '2026-06-12',
          ...carriedGoods(chilies),
        },
      },
    },
  ],
  typed,
  totals: { duty: '500.00', fees: '138.56', total: '638.56' },
  arithmetic: [
    '20,000 kg x 2.5 cents = 500.00 (0904.21.60, HTS 2026 revision 10).',
    EXEMPT,
    'Processing fee 40,000 x 0.3464% = 138.56.',
  ],
};

export const modeStories: readonly ModeStory[] = [oceanLcl, air, truck, rail];
