import type { JsonValue } from '@portolan/kernel';
import { lowest } from '../derive/carriage.ts';
import { derived } from '../sheet/candidate.ts';
import type { DataSet } from './data-set.ts';
import type { Element, LineElement, Shipment } from './element.ts';
import { carriedParty, invoiceParty, maker, numbersOf, origin, partyValue, proposed, six } from './offers.ts';

const cite = (paragraph: string) => `19 CFR 149.3(a)(${paragraph})`;

/** Who packed the goods and where is on no paper of the trade as such; who shipped them is the likely answer. */
function packer({ papers }: Shipment): JsonValue | undefined {
  const [list] = papers.packingLists;
  if (list) return partyValue(list.document.shipper);
  const [bill] = lowest(papers.carriages);
  return bill?.shipper ? partyValue(bill.shipper.value) : undefined;
}

/** Importer number of the buyer or consignee among the identifiers of a party. */
function numberOf(member: 'buyer' | 'consignee') {
  return ({ papers }: Shipment) => {
    const parties =
      member === 'buyer'
        ? papers.invoices.map((item) => ({ item, pointer: '/buyer', value: item.document.buyer }))
        : lowest(papers.carriages).flatMap(({ item, consignee }) =>
            consignee ? { item, ...consignee } : [],
          );
    return parties.flatMap(({ item, pointer, value }) =>
      (value.identifiers ?? []).flatMap((identifier, index) =>
        identifier.scheme === 'importer-number'
          ? derived<JsonValue>(
              item,
              `${pointer}/identifiers/${index}/value`,
              identifier.value,
              'identifier of the party',
            )
          : [],
      ),
    );
  };
}

const question = (text: string, example: JsonValue, paragraph: string) => ({
  question: text,
  why: 'No document of the shipment says it.',
  example,
  required: true,
  cite: cite(paragraph),
});

const sampleParty = { name: 'Sample Packing House', address: { city: 'Sample City', country: 'CR' } };

const elements: readonly Element[] = [
  { pointer: '/seller', label: 'Seller', cite: cite('1'), required: true, from: invoiceParty('seller') },
  { pointer: '/buyer', label: 'Buyer', cite: cite('2'), required: true, from: invoiceParty('buyer') },
  {
    pointer: '/importerOfRecord/number',
    label: 'Importer of record number',
    cite: cite('3'),
    required: true,
    from: numberOf('buyer'),
    ask: () => question("What is the importer's number with the agency?", '12-3456789AB', '3'),
  },
  {
    pointer: '/consignee/number',
    label: 'Consignee number',
    cite: cite('4'),
    required: true,
    from: (shipment) => [...numberOf('consignee')(shipment), ...numberOf('buyer')(shipment)].slice(0, 1),
    ask: () => question("What is the consignee's number with the agency?", '12-3456789AB', '4'),
  },
  {
    pointer: '/shipTo',
    label: 'Ship-to party',
    cite: cite('6'),
    required: true,
    from: carriedParty('consignee'),
    ask: () => question('To whom are the goods delivered first after release?', sampleParty, '6'),
  },
  {
    pointer: '/stuffingLocation',
    label: 'Container stuffing location',
    cite: cite('9'),
    required: true,
    from: () => [],
    ask: proposed(question('Where were the goods packed into the container?', sampleParty, '9'), packer),
  },
  {
    pointer: '/consolidator',
    label: 'Consolidator (stuffer)',
    cite: cite('10'),
    required: true,
    from: () => [],
    ask: proposed(question('Who packed the goods into the container?', sampleParty, '10'), packer),
  },
  {
    pointer: '/billOfLading',
    label: 'Bill of lading, lowest level',
    cite: '19 CFR 149.2(c)',
    required: true,
    from: ({ papers }) => numbersOf(lowest(papers.carriages)),
    ask: () => ({
      ...question('What is the number of the house bill of lading?', ['ZZZZ26061201'], '1'),
      cite: '19 CFR 149.2(c)',
    }),
  },
];

const lineElements: readonly LineElement[] = [
  {
    pointer: '/manufacturer',
    label: 'Manufacturer (or supplier)',
    cite: cite('5'),
    required: true,
    from: maker,
  },
  {
    pointer: '/originCountry',
    label: 'Country of origin',
    cite: cite('7'),
    required: true,
    from: origin,
    ask: () => question('In which country were these goods grown or made?', 'MX', '7'),
  },
  {
    pointer: '/hs6',
    label: 'HTSUS number, six digits',
    cite: cite('8'),
    required: true,
    from: six,
    ask: () => question('Which six digits of the tariff are these goods?', '080450', '8'),
  },
];

/** Elements that may follow after lading, no later than 24 hours before arrival (19 CFR 149.2(b)(3)). */
export const LATER_ELEMENTS: readonly string[] = ['/stuffingLocation', '/consolidator'];

/** Importer security filing, ten elements. The carrier's stow plan and container messages are its own. */
export const securityFiling: DataSet = {
  id: 'security-filing',
  label: 'Importer security filing (10 elements)',
  mode: 'vessel',
  sender: 'importer',
  from: '2009-01-26',
  source: '19 CFR part 149; 73 FR 71730',
  certainty: 'general',
  elements,
  lineElements,
};
