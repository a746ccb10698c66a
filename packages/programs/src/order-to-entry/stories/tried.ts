import { kg, usd } from '../../usmca-cafta/stories/parties.ts';
import { juice, type ModeStory, moin, philadelphia } from './modes.ts';
import { carriedGoods, type Sale } from './papers.ts';

const relation = { '/lines/0/relatedParties': false };
const typed = { '/bond': { type: '8', surety: '999' }, ...relation };
const culiacan = { name: 'Culiacan', country: 'MX' };
const dates = { issueDate: '2026-06-11', exportDate: '2026-06-12', arrivalDate: '2026-06-12' };
const grown = {
  ...{ seller: 'grower' as const, origin: 'MX', orderedOn: '2026-06-01', invoicedOn: '2026-06-11' },
  incoterm: { code: 'FCA', place: 'Culiacan', country: 'MX' },
} as const;

const crude: Sale = {
  ...grown,
  ...{ id: 'PIPE-0612', sku: 'CRUDE-LIGHT', description: 'Crude petroleum, 35 degrees API, by pipeline' },
  ...{ hts: '2709002090', unit: 'BLL', ordered: '10000', shipped: '10000', unitPrice: '70.00' },
  ...{ netKg: '1350000', grossKg: '1350000', packages: { count: 1, kind: 'lot' } },
};

/** A single ticket of a pipeline; the month of a line is the oil program's. */
export const pipeline: ModeStory = {
  folder: 'order-pipeline',
  title: 'Crude petroleum by pipeline',
  summary: 'One ticket of the pipeline stands for the bill of lading.',
  storyAt: '2026-06-12T16:00:00.000Z',
  sale: crude,
  transport: [
    {
      file: 'pipeline-ticket.json',
      subject: {
        type: 'PipelineTicket',
        document: {
          ...{ number: 'ZZPL26061201', ...dates, placeOfLoading: culiacan, ...carriedGoods(crude) },
          carrier: { name: 'Sample Pipeline Company', identifiers: [{ scheme: 'scac', value: 'ZZPL' }] },
          placeOfDelivery: { name: 'Laredo, TX', country: 'US', port: '2304' },
        },
      },
    },
  ],
  typed,
  totals: { duty: '1050.00', fees: '651.50', total: '1701.50' },
  arithmetic: [
    '10,000 barrels x 10.5 cents = 1,050.00 (2709.00.20, HTS 2026 revision 10); no surcharge on energy.',
    'Processing fee 700,000 x 0.3464% = 2,424.80, lowered to the maximum of 651.50 (fiscal year 2026).',
  ],
};

const parcel: Sale = {
  ...grown,
  ...{ id: 'MAIL-0612', sku: 'VV-CHILI-GIFT', description: 'Dried chilies, whole, in bags of 1 kg' },
  ...{ hts: '0904216090', unit: 'KGM', ordered: '20', shipped: '20', unitPrice: '12.00' },
  ...{ netKg: '20', grossKg: '21', packages: { count: 1, kind: 'parcel' } },
};

/** A parcel of low value: an informal entry, for which no bond is asked. */
export const mail: ModeStory = {
  folder: 'order-mail',
  title: 'Dried chilies by mail',
  summary: 'The despatch note of the post stands for the bill of lading; the entry is informal.',
  storyAt: '2026-06-12T16:00:00.000Z',
  sale: parcel,
  transport: [
    {
      file: 'postal-despatch-note.json',
      subject: {
        type: 'PostalDespatchNote',
        document: {
          ...{ number: 'CP123456785MX', ...dates, placeOfLoading: culiacan, ...carriedGoods(parcel) },
          carrier: { name: 'Sample Postal Operator', identifiers: [{ scheme: 'scac', value: 'ZZPO' }] },
          placeOfDelivery: { name: 'Los Angeles, CA', country: 'US', port: '2704' },
        },
      },
    },
  ],
  typed: relation,
  totals: { duty: '0.50', fees: '0.00', total: '0.50' },
  arithmetic: [
    '20 kg x 2.5 cents = 0.50 (0904.21.60, HTS 2026 revision 10); the goods are on the list exempt from section 122.',
    'Goods by mail pay no fee of an informal entry.',
  ],
};

const juiceInPart: Sale = {
  ...juice,
  id: 'CIF-0618',
  incoterm: { code: 'CIF', place: 'Philadelphia', country: 'US' },
  unitPrice: '0.90',
  ...{ ordered: '20000', shipped: '20000', packed: '12000', netKg: '21000', grossKg: '22000' },
  packages: { count: 100, kind: 'drum' },
};

/**
 * Two questions with a proposal: the price holds freight that only the house bill states, and of what was invoiced a part came. Left
 * open, the whole line is entered at its whole price.
 */
export const cifInPart: ModeStory = {
  folder: 'order-ocean-cif',
  title: 'Pineapple juice by vessel, CIF, a part of the invoice',
  summary:
    'The freight in the price stands on the house bill, and the packing list has three fifths of the invoice: both are asked, with a proposal.',
  storyAt: '2026-06-18T14:00:00.000Z',
  sale: juiceInPart,
  transport: [
    {
      file: 'house-bill-of-lading.json',
      subject: {
        type: 'HouseBillOfLading',
        document: {
          number: 'ZZCS26061109',
          issueDate: '2026-06-11',
          carrier: { name: 'Sample Consolidado S.A.', identifiers: [{ scheme: 'scac', value: 'ZZCS' }] },
          conveyance: { name: 'SAMPLE CARIBE STAR', voyage: '026N' },
          containers: ['ZZZU0000041'],
          ...{ placeOfLoading: moin, placeOfUnlading: philadelphia, placeOfDelivery: philadelphia },
          ...{ exportDate: '2026-06-11', arrivalDate: '2026-06-18' },
          ...carriedGoods(juiceInPart),
          packages: { count: 60, kind: 'drum' },
          grossWeight: kg('13200'),
          charges: [{ kind: 'freight', amount: usd('1240.00'), description: 'Ocean freight' }],
        },
      },
    },
  ],
  typed,
  outcome: 'refer',
  totals: { duty: '2640.00', fees: '84.85', total: '2724.85' },
  arithmetic: [
    'Left open: 20,000 litres x 4.2 cents = 840.00 and section 122, 10% of 18,000.00 = 1,800.00.',
    'Processing fee 18,000 x 0.3464% = 62.35, harbor maintenance fee 18,000 x 0.125% = 22.50.',
    'As proposed: (18,000 - 1,240) x 12,000 / 20,000 = 10,056; duty 504.00 + 1,005.60 = 1,509.60; fees 34.83 + 12.57 = 47.40; total 1,557.00.',
  ],
};

/** Shipments to be tried by hand, each with its mode or its question; the sample community files none of them. */
export const triedStories: readonly ModeStory[] = [pipeline, mail, cifInPart];
