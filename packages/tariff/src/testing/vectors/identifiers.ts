import { formatEntryNumber, midName, midNumber, parseEntryNumber, s10CheckDigit } from '@portolan/kernel';
import type { Vector } from '../../value/testing/vector.ts';

const APPENDIX_E = 'CATAIR appendix E';
const MID = '19 CFR part 102, appendix; CBP instructions for the manufacturer identification code';
const names: [string, string][] = [
  ['A B C Company', 'ABCCOM'],
  ['O.A.S.I.S. Corp.', 'OASCOR'],
  ['Dr. S.A. Smith', 'DRSA'],
  ['Shavings B L Inc.', 'SHABL'],
  ['Bergstrom', 'BER'],
];
const streets: [string, string][] = [
  ['12-34-56 Alaska Road', '1234'],
  ['11455 Main Street Suite 9999', '1145'],
];

function accepted(text: string): string {
  const number = parseEntryNumber(text);
  return number.ok ? number.value : number.refusals.map(({ code }) => code).join(', ');
}

/** Numbers with check digits that stand on an entry. */
export const identifierVectors: readonly Vector[] = [
  ...['B76-0324527-8', 'ABC-1234567-6', 'XJ5-0000001-4', 'Z9Z-9999999-0', 'ZZ9-0000103-5'].map(
    (text): Vector => ({
      title: `entry number ${text}`,
      source: APPENDIX_E,
      certainty: text.startsWith('B76') ? 'published' : 'computed',
      expected: text,
      computed: () => accepted(text),
    }),
  ),
  {
    title: 'check digit of filer B76, serial 324527',
    source: APPENDIX_E,
    certainty: 'published',
    expected: 'B76-0324527-8',
    computed: () => formatEntryNumber('B76', 324527),
  },
  ...names.map(
    ([name, expected]): Vector => ({
      title: `name part of "${name}"`,
      source: MID,
      certainty: 'published',
      expected,
      computed: () => midName(name),
    }),
  ),
  ...streets.map(
    ([street, expected]): Vector => ({
      title: `number part of "${street}"`,
      source: `${MID}, secondary`,
      certainty: 'published',
      expected,
      computed: () => midNumber(street),
    }),
  ),
  {
    title: 'postal item 47312482',
    source: 'UPU S10',
    certainty: 'published',
    expected: '9',
    computed: () => s10CheckDigit('47312482'),
  },
];
