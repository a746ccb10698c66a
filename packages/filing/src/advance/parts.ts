import type { JsonValue } from '@portolan/kernel';
import { lowest } from '../derive/carriage.ts';
import type { Element, LineElement } from './element.ts';
import { carriedParty, conveyance, description, lower, numbersOf, scac, six, upper } from './offers.ts';

/** Elements that the data sets of carriers share, each with the question where no paper gives it. */
export type Part = Omit<Element, 'cite' | 'ask'> & {
  readonly example?: JsonValue;
  readonly question?: string;
};

/** An element with a question in the words of its label, unless it has one of its own. */
export function element(cite: string, { example, question, ...part }: Part): Element {
  const asked = {
    question: question ?? `${part.label}?`,
    why: 'No transport document at hand says it.',
    example: example ?? '',
    required: part.required,
    cite,
  };
  return { ...part, cite, ...(example === undefined ? {} : { ask: () => asked }) };
}

export const sampleParty = {
  name: 'Sample Shipper',
  address: { street: '1 Sample Road', city: 'Sample City', country: 'MX' },
};

export const shipper: Part = {
  pointer: '/shipper',
  label: 'Shipper, name and address',
  required: true,
  from: carriedParty('shipper'),
  example: sampleParty,
};
export const consignee: Part = {
  pointer: '/consignee',
  label: 'Consignee, name and address',
  required: true,
  from: carriedParty('consignee'),
  example: sampleParty,
};
export const packages: Part = {
  pointer: '/packages',
  label: 'Quantity, smallest outer packages',
  required: true,
  from: lower('packages'),
  example: { count: 1250, kind: 'carton' },
};
export const weight: Part = {
  pointer: '/grossWeight',
  label: 'Gross weight',
  required: true,
  from: lower('grossWeight'),
  example: { value: '5500', unit: 'KGM' },
};
export const carrier: Part = {
  pointer: '/carrier/scac',
  label: 'Carrier code',
  required: true,
  from: scac,
  example: 'ZZZZ',
};
export const port: Part = {
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
export const arrival: Part = {
  pointer: '/arrivalDate',
  label: 'Day of arrival',
  required: true,
  from: upper('arrivalDate'),
  example: '2026-06-12',
};
export const numbers = (label: string): Part => ({
  pointer: '/number',
  label,
  required: true,
  from: ({ papers }) => numbersOf(lowest(papers.carriages)),
  example: ['ZZZZ26061201'],
});
export const voyage = (label: string): Part => ({
  pointer: '/conveyance/voyage',
  label,
  required: true,
  from: conveyance('voyage'),
  example: '117E',
});
export const containers: Part = {
  pointer: '/containers',
  label: 'Containers and other equipment',
  required: false,
  from: lower('containers'),
};

export const goods = (cite: string, withNumber: boolean): LineElement[] => [
  {
    pointer: '/description',
    label: 'Description of the goods',
    cite,
    required: true,
    from: description,
  },
  { pointer: '/hs6', label: 'HTSUS number, six digits', cite, required: withNumber, from: six },
];
