import {
  checkContainer,
  checkGln,
  checkGtin,
  checkImo,
  checkLei,
  checkSscc,
  formatEntryNumber,
  type IdentifierCheck,
  midName,
  midNumber,
  parseEntryNumber,
  s10CheckDigit,
} from '@portolan/kernel';
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

const checked: [string, IdentifierCheck, string, 'valid' | 'refused', string][] = [
  ['legal entity identifier', checkLei, '506700GE1G29325QX363', 'valid', 'ISO 7064 mod 97-10'],
  ['legal entity identifier', checkLei, '5493001KJTIIGC8Y1R12', 'valid', 'ISO 7064 mod 97-10'],
  ['legal entity identifier', checkLei, '5493001KJTIIGC8Y1R17', 'refused', 'ISO 7064 mod 97-10'],
  ['trade item', checkGtin, '4006381333931', 'valid', 'GS1 mod 10'],
  ['trade item', checkGtin, '09506000134352', 'valid', 'GS1 mod 10'],
  ['shipping container', checkSscc, '106141412345678908', 'valid', 'GS1 mod 10'],
  ['location', checkGln, '0614141000012', 'valid', 'GS1 mod 10'],
  ['container', checkContainer, 'CSQU3054383', 'valid', 'ISO 6346'],
  ['ship', checkImo, '9074729', 'valid', 'IMO number scheme'],
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
    computed: () => String(s10CheckDigit('47312482')),
  },
  ...checked.map(
    ([title, check, text, expected, source]): Vector => ({
      title: `${title} ${text}`,
      source,
      certainty: 'published',
      expected,
      computed: () => (check(text).ok ? 'valid' : 'refused'),
    }),
  ),
];
