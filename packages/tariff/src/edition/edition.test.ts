import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edition, row } from '../testing/rows.ts';

const rate = { general: '3¢/kg', special: 'Free (S)', other: '11¢/kg' };
const book = edition([
  row(0, '0904', 'Pepper:'),
  row(1, '', 'Fruits of the genus Capsicum:'),
  row(2, '0904.21', 'Dried, neither crushed nor ground:'),
  row(4, '0904.21.20.00', 'Paprika', { ...rate, units: ['kg'] }),
  row(4, '0904.21.60', 'Other', { ...rate, footnotes: ['general|See 9903.88.15.'] }),
  row(5, '0904.21.60.10', 'Bell peppers', { units: ['kg'], footnotes: ['desc|See statistical note 1.'] }),
  row(5, '0904.21.60.90', 'Other', { units: ['kg'] }),
  row(0, '9903.88.15', 'Goods of China', {
    general: 'The duty provided in the applicable subheading + 7.5%',
  }),
  row(0, '9802.00.40', 'Articles repaired', { general: 'Free' }),
  row(0, '9802.00.40', 'Articles repaired, continued', { general: '5%' }),
]);

test('a line has its path, inherited rates and the footnotes down from the legal line', () => {
  const line = book.line('0904.21.60.10');
  assert.deepEqual(line?.path, [
    'Pepper:',
    'Fruits of the genus Capsicum:',
    'Dried, neither crushed nor ground:',
    'Other',
  ]);
  assert.equal(line?.inheritedFrom, '09042160');
  assert.deepEqual(line?.general, { kind: 'specific', amount: '0.03', currency: 'USD', per: 'KGM' });
  assert.deepEqual(line?.footnotes, ['See statistical note 1.', 'See 9903.88.15.']);
  assert.deepEqual(line?.headings, ['9903.88.15']);
  assert.deepEqual(line?.units, ['KGM']);
});

test('complete numbers: ten digits, and eight where none continues them', () => {
  assert.equal(book.line('0904216010')?.complete, true);
  assert.equal(book.line('0904.21.60')?.complete, false);
  assert.equal(book.line('9903.88.15')?.complete, true);
  assert.equal(book.line('09042120'), undefined, 'the line exists only as its .00 row');
  assert.deepEqual(
    book.under('0904.21.20').map(({ hts }) => hts),
    ['0904212000'],
  );
});

test('of a number that the export repeats, the first row stands', () => {
  assert.equal(book.line('9802.00.40')?.description, 'Articles repaired');
  assert.equal(book.under('9802').length, 1);
});

test('search by the beginning of a number, and by words of the path, nearest first', () => {
  const codes = (query: string, limit?: number) => book.search(query, limit).map(({ hts }) => hts);
  assert.deepEqual(codes('0904.21.6'), ['0904216010', '0904216090']);
  assert.deepEqual(codes('dried bell pepper'), ['0904216010']);
  assert.deepEqual(codes('capsicum', 2), ['0904212000', '0904216010']);
  assert.deepEqual(codes('goods china'), ['99038815']);
  assert.deepEqual(codes('submarine'), []);
  assert.deepEqual(codes('  '), []);
});
