import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edition, row } from '../testing/rows.ts';
import { numberChoices } from './choices.ts';
import { readConcordance, successorsIn } from './concordance.ts';

const rate = { general: '3¢/kg', special: 'Free (S)', other: '11¢/kg' };
/** Heading 0904 has no row of its own, as 254 headings of the official export. */
const book = edition([
  row(0, '', 'Pepper of the genus Piper:'),
  row(1, '0904.11', 'Neither crushed nor ground', rate),
  row(2, '0904.11.00.20', 'Black', { units: ['kg'] }),
  row(2, '', 'Other:'),
  row(3, '0904.11.00.40', 'White', { units: ['kg'] }),
  row(0, '0905', 'Vanilla'),
  row(1, '0905.10.00.00', 'Beans', rate),
]);

test('the rows of a heading as printed, also where it has no row of its own', () => {
  assert.deepEqual(
    book.outline('0904').map(({ hts, description, complete }) => [hts, description, complete]),
    [
      ['', 'Pepper of the genus Piper:', false],
      ['090411', 'Neither crushed nor ground', false],
      ['0904110020', 'Black', true],
      ['', 'Other:', false],
      ['0904110040', 'White', true],
    ],
  );
  assert.deepEqual(
    book.outline('09.05').map(({ hts }) => hts),
    ['0905', '0905100000'],
  );
  assert.deepEqual(book.outline('10'), []);
});

test('what completes a number, with the words between', () => {
  assert.deepEqual(numberChoices(book, '0904.11'), [
    { hts: '0904110020', description: 'Black', below: [], units: ['KGM'] },
    { hts: '0904110040', description: 'White', below: ['Other:'], units: ['KGM'] },
  ]);
  assert.deepEqual(numberChoices(book, '0999'), []);
});

test('ended numbers lead to what is in the edition, over several steps and never in a circle', () => {
  const concordance = readConcordance(
    [
      '0904110090\t0904110099\t2024-01-01\ta test',
      '0904110099\t0904110020 0904110040\t2025-01-01\ta test',
      '0904990000\t0904990001\t2025-01-01\ta test',
      '0904990001\t0904990000\t2025-01-01\ta test',
      '0904880000\t\t2025-01-01\ta test',
    ].join('\n'),
  );
  const successors = (hts: string) => successorsIn(book, concordance, hts);
  assert.deepEqual(successors('0904.11.00.90'), ['0904110020', '0904110040']);
  assert.deepEqual(successors('0904110020'), ['0904110020']);
  assert.deepEqual(successors('0904990000'), []);
  assert.deepEqual(successors('0904880000'), []);
});
