import type { JsonValue } from '@portolan/kernel';
import { highestFirst, lowest } from '../derive/carriage.ts';
import { sourceOf } from '../sheet/candidate.ts';
import type { DataSet } from './data-set.ts';
import type { Element, LineElement } from './element.ts';
import {
  carriedParty,
  conveyance,
  description,
  invoiceParty,
  lower,
  numbersOf,
  scac,
  six,
  upper,
} from './offers.ts';

type Part = Omit<Element, 'cite' | 'ask'> & { readonly example?: JsonValue; readonly question?: string };

/** An element with a question in the words of its label, unless it has one of its own. */
function element(cite: string, { example, question, ...part }: Part): Element {
  const asked = {
    question: question ?? `${part.label}?`,
    why: 'No transport document at hand says it.',
    example: example ?? '',
    required: part.required,
    cite,
  };
  return { ...part, cite, ...(example === undefined ? {} : { ask: () => asked }) };
}

const sampleParty = {
  name: 'Sample Shipper',
  address: { street: '1 Sample Road', city: 'Sample City', country: 'MX' },
};

const shipper: Part = {
  pointer: '/shipper',
  label: 'Shipper, name and address',
  required: true,
  from: carriedParty('shipper'),
  example: sampleParty,
};
const consignee: Part = {
  pointer: '/consignee',
  label: 'Consignee, name and address',
  required: true,
  from: carriedParty('consignee'),
  example: sampleParty,
};
const packages: Part = {
  pointer: '/packages',
  label: 'Quantity, smallest outer packages',
  required: true,
  from: lower('packages'),
  example: { count: 1250, kind: 'carton' },
};
const weight: Part = {
  pointer: '/grossWeight',
  label: 'Gross weight',
  required: true,
  from: lower('grossWeight'),
  example: { value: '5500', unit: 'KGM' },
};
const carrier: Part = {
  pointer: '/carrier/scac',
  label: 'Carrier code',
  required: true,
  from: scac,
  example: 'ZZZZ',
};
const port: Part = {
  pointer: '/portOfArrival',
  label: 'Port of arrival',
  required: true,
  from: ({ papers }) =>
    [...lower('portOfEntry')({ papers, lines: [] }), ...upper('portOfUnlading')({ papers, lines: [] })].slice(
      0,
      1,
    ),
  example: '2604',
};
const arrival: Part = {
  pointer: '/arrivalDate',
  label: 'Day of arrival',
  required: true,
  from: upper('arrivalDate'),
  example: '2026-06-12',
};
const numbers = (label: string): Part => ({
  pointer: '/number',
  label,
  required: true,
  from: ({ papers }) => numbersOf(lowest(papers.carriages)),
  example: ['ZZZZ26061201'],
});
const voyage = (label: string): Part => ({
  pointer: '/conveyance/voyage',
  label,
  required: true,
  from: conveyance('voyage'),
  example: '117E',
});
const containers: Part = {
  pointer: '/containers',
  label: 'Containers and other equipment',
  required: false,
  from: lower('containers'),
};

const goods = (cite: string, withNumber: boolean): LineElement[] => [
  {
    pointer: '/description',
    label: 'Description of the goods',
    cite,
    required: true,
    from: description,
  },
  { pointer: '/hs6', label: 'HTSUS number, six digits', cite, required: withNumber, from: six },
];

const OCEAN = '19 CFR 4.7a(c)(4)';
export const oceanManifest: DataSet = {
  id: 'ocean-manifest',
  label: 'Vessel cargo declaration',
  mode: 'vessel',
  sender: 'carrier',
  from: '2003-02-02',
  source: '19 CFR 4.7(b), 4.7a(c); 67 FR 66318',
  certainty: 'general',
  elements: [
    element(OCEAN, carrier),
    element(OCEAN, { ...voyage('Voyage number'), required: true }),
    element(OCEAN, {
      pointer: '/conveyance/name',
      label: 'Vessel name',
      required: true,
      from: conveyance('name'),
      example: 'Sample Estrella',
    }),
    element(OCEAN, {
      pointer: '/foreignPortOfLading',
      label: 'Foreign port where the cargo is laden',
      required: true,
      from: upper('foreignPort'),
      example: '22303',
    }),
    element(OCEAN, port),
    element(OCEAN, arrival),
    element(OCEAN, numbers('Bills of lading')),
    element(OCEAN, packages),
    element(OCEAN, weight),
    element(OCEAN, shipper),
    element(OCEAN, consignee),
    element(OCEAN, containers),
  ],
  lineElements: goods(OCEAN, false),
};

const ACAS = '19 CFR 122.48b(d)';
const acasElements: readonly Element[] = [
  element(ACAS, shipper),
  element(ACAS, consignee),
  element(ACAS, packages),
  element(ACAS, weight),
  element(ACAS, numbers('Air waybill')),
  element(ACAS, {
    pointer: '/masterNumber',
    label: 'Master air waybill',
    required: false,
    from: ({ papers }) => numbersOf(highestFirst(papers.carriages).slice(0, 1)),
  }),
];

const screening = { id: 'air-cargo-screening', mode: 'air', sender: 'carrier' } as const;

/** Air Cargo Advance Screening as first required. */
export const airCargoScreening: DataSet = {
  ...screening,
  label: 'Air cargo advance screening (ACAS)',
  from: '2018-06-12',
  until: '2025-11-20',
  source: '19 CFR 122.48b; 83 FR 27380',
  certainty: 'general',
  elements: acasElements,
  lineElements: goods(ACAS, false),
};

const ENHANCED = 'Air carriers, enhanced ACAS data elements of 21 November 2025';
/** The same with the elements added on 21 November 2025; account and billing elements are asked where the consignor is not verified. */
export const airCargoScreeningEnhanced: DataSet = {
  ...screening,
  lineElements: airCargoScreening.lineElements,
  label: 'Air cargo advance screening (ACAS), enhanced',
  from: '2025-11-21',
  source: 'Carrier notices of the enhanced ACAS elements, November 2025 (secondary)',
  certainty: 'open',
  elements: [
    ...acasElements,
    element(ENHANCED, {
      pointer: '/consignee/contact',
      label: 'Consignee, e-mail and telephone',
      required: true,
      from: ({ papers }) =>
        carriedContact(
          lowest(papers.carriages).flatMap(({ item, consignee: place }) => (place ? { item, ...place } : [])),
        ),
      question: "What are the consignee's e-mail address and telephone number?",
      example: { email: 'receiving@importer.example', phone: '+1 520 555 0100' },
    }),
    element(ENHANCED, {
      pointer: '/pickupLocation',
      label: 'Where the goods were packed or picked up',
      required: true,
      from: () => [],
      question: 'Where were the goods packed, or picked up from?',
      example: sampleParty,
    }),
    element(ENHANCED, { ...consignee, pointer: '/shipTo', label: 'Ship-to party' }),
    element(ENHANCED, {
      pointer: '/verifiedKnownConsignor',
      label: 'Verified known consignor',
      required: true,
      from: () => [],
      question: 'Is the shipper a verified known consignor of the carrier?',
      example: true,
    }),
  ],
};

function carriedContact(
  places: readonly {
    readonly item: Parameters<typeof numbersOf>[0][number]['item'];
    readonly pointer: string;
    readonly value: { readonly contact?: { email?: string; phone?: string } };
  }[],
) {
  return places.flatMap(({ item, pointer, value: { contact } }) =>
    contact?.email && contact.phone
      ? [
          {
            value: { email: contact.email, phone: contact.phone } as JsonValue,
            provenance: sourceOf(item, `${pointer}/contact`),
          },
        ]
      : [],
  );
}

const AIR = '19 CFR 122.48a(d)';
export const airManifest: DataSet = {
  id: 'air-manifest',
  label: 'Air cargo advance data',
  mode: 'air',
  sender: 'carrier',
  from: '2004-03-04',
  source: '19 CFR 122.48a; 68 FR 68140',
  certainty: 'general',
  elements: [
    element(AIR, numbers('Air waybill')),
    element(AIR, voyage('Trip or flight number')),
    element(AIR, carrier),
    element(AIR, port),
    element(AIR, arrival),
    element(AIR, packages),
    element(AIR, weight),
    element(AIR, shipper),
    element(AIR, consignee),
  ],
  lineElements: goods(AIR, false),
};

const TRUCK = '19 CFR 123.92(d)';
export const truckManifest: DataSet = {
  id: 'truck-manifest',
  label: 'Truck e-manifest',
  mode: 'truck',
  sender: 'carrier',
  from: '2004-01-05',
  source: '19 CFR 123.92; 68 FR 68140',
  certainty: 'general',
  elements: [
    element(TRUCK, carrier),
    element(TRUCK, voyage('Trip number')),
    element(TRUCK, {
      pointer: '/conveyance/trailer',
      label: 'Trailer or container number',
      required: true,
      from: conveyance('trailer'),
      example: 'TX-4471',
    }),
    element(TRUCK, port),
    element(TRUCK, arrival),
    element(TRUCK, numbers('Shipment control number')),
    element(TRUCK, packages),
    element(TRUCK, weight),
    element(TRUCK, shipper),
    element(TRUCK, consignee),
  ],
  lineElements: goods(TRUCK, false),
};

const RAIL = '19 CFR 123.91(d)';
export const railManifest: DataSet = {
  id: 'rail-manifest',
  label: 'Rail cargo advance data',
  mode: 'rail',
  sender: 'carrier',
  from: '2004-01-05',
  source: '19 CFR 123.91; 68 FR 68140',
  certainty: 'general',
  elements: [
    element(RAIL, carrier),
    element(RAIL, voyage('Trip number of the train')),
    element(RAIL, { ...containers, label: 'Rail cars and containers' }),
    element(RAIL, port),
    element(RAIL, arrival),
    element(RAIL, numbers('Bills of lading')),
    element(RAIL, packages),
    element(RAIL, weight),
    element(RAIL, shipper),
    element(RAIL, consignee),
  ],
  lineElements: goods(RAIL, false),
};

const MAIL = '19 CFR 145.74(b)';
export const mailData: DataSet = {
  id: 'mail-data',
  label: 'Mail advance electronic data',
  mode: 'mail',
  sender: 'carrier',
  from: '2021-03-15',
  source: '19 CFR 145.73, 145.74; 86 FR 14245',
  certainty: 'general',
  elements: [
    element(MAIL, numbers('Item number (S10)')),
    element(MAIL, { ...shipper, label: 'Sender, name and address' }),
    element(MAIL, { ...consignee, label: 'Recipient, name and address' }),
    element(MAIL, packages),
    element(MAIL, weight),
    element(MAIL, { pointer: '/seller', label: 'Seller', required: false, from: invoiceParty('seller') }),
  ],
  lineElements: goods(MAIL, false),
};
