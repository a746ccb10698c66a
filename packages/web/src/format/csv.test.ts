import { expect, test } from 'vitest';
import { fromCsv, toCsv } from './csv.ts';

test('a value with a comma, a quote or a line break comes back as it went', () => {
  const rows = [['Mangoes, fresh', 'say "ripe"', 'two\nlines']];
  const read = fromCsv(toCsv(['goods', 'note', 'more'], rows));
  expect(read).toEqual([{ goods: 'Mangoes, fresh', note: 'say "ripe"', more: 'two\nlines' }]);
});

test('a value that a spreadsheet would run is written as text', () => {
  expect(toCsv(['a'], [['=1+1']])).toBe("a\r\n'=1+1\r\n");
});

test('empty cells stay, empty lines go', () => {
  expect(fromCsv('a,b\n,2\n\n1,\n')).toEqual([
    { a: '', b: '2' },
    { a: '1', b: '' },
  ]);
});
