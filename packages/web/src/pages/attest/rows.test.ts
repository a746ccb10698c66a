import { attestationTypes } from '@portolan/parties';
import { expect, test } from 'vitest';
import { toCsv } from '../../format/csv.ts';
import { documentOf } from './document.ts';
import { fieldsOf } from './fields.ts';
import { timesOf, valuesOf } from './requests.ts';
import { checkRows, columnOf, templateOf } from './rows.ts';

test('the example row of every type is fit to sign', () => {
  for (const type of attestationTypes) {
    const { unknown, rows } = checkRows(type, templateOf(type));
    expect(unknown).toEqual([]);
    expect(rows.map(({ refusals }) => refusals)).toEqual([[]]);
  }
});

const header = [
  'organization.name',
  'organization.did',
  'organization.address.country',
  'checks.what',
  'checks.how',
  'checks.on',
  'checks.2.what',
  'checks.2.how',
  'checks.2.on',
  'from',
  'until',
  'relation',
  'tradingSince',
  'transactions',
];
const good = [
  'Sample Orchard',
  'did:web:orchard.example',
  'MX',
  'activity',
  'own-records',
  '2026-05-30',
  'address',
  'site-visit',
  '2026-05-31',
  '2026-06-01',
  '',
  'supplier',
  '2019-03-01',
  '14',
];
const sheet = (...rows: string[][]) => checkRows('TradePartnerReference', toCsv(header, rows));

test('a row is a document: lists in order, whole numbers as numbers, what is empty left out', () => {
  const { rows } = sheet(good);
  expect(rows[0]?.refusals).toEqual([]);
  expect(rows[0]?.document).toMatchObject({
    checks: [{ what: 'activity' }, { what: 'address', how: 'site-visit' }],
    transactions: 14,
  });
  expect(rows[0]?.document).not.toHaveProperty('until');
});

test('a refused row names row and column, and holds up no other', () => {
  const wrong = good.with(7, 'guessed').with(2, 'Mexico');
  const { rows } = sheet(good, wrong, good.with(10, '2026-05-01'));
  expect(rows.map(({ row, refusals }) => [row, refusals.map(({ column }) => column).sort()])).toEqual([
    [2, []],
    [3, ['checks.2.how', 'organization.address.country']],
    [4, ['until']],
  ]);
});

test('a heading that the type does not know is told, since its values would be lost', () => {
  expect(checkRows('TradePartnerReference', 'organisation,from\nx,2026-06-01\n').unknown).toEqual([
    'organisation',
  ]);
});

test('a gap in a list is a refusal in the column of the gap', () => {
  const { rows } = sheet(good.with(3, '').with(4, '').with(5, ''));
  expect(rows[0]?.refusals.map(({ column }) => column)).toContain('checks.what');
});

test('the column of a place counts from the second of a list', () => {
  expect(columnOf('/checks/0/how')).toBe('checks.how');
  expect(columnOf('/organization/identifiers/1/value')).toBe('organization.identifiers.2.value');
  expect(columnOf('')).toBe('');
});

test('what a request proposes fills the form, and the form makes the same document again', () => {
  const proposed = sheet(good).rows[0]?.document ?? {};
  const fields = fieldsOf('TradePartnerReference', timesOf(proposed));
  expect(documentOf(fields, valuesOf(fields, proposed))).toEqual(proposed);
});
