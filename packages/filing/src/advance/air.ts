import type { JsonValue } from '@portolan/kernel';
import { highestFirst, lowest } from '../derive/carriage.ts';
import { sourceOf } from '../sheet/candidate.ts';
import type { DataSet } from './data-set.ts';
import type { Element } from './element.ts';
import { numbersOf } from './offers.ts';
import {
  arrival,
  carrier,
  consignee,
  element,
  goods,
  numbers,
  packages,
  port,
  sampleParty,
  shipper,
  voyage,
  weight,
} from './parts.ts';

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
