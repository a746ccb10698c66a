import { numbersIn, type Sources } from '../sources.ts';
import { type Part, scopeOf } from '../tables.ts';
import { common, maker } from './partner.ts';

/** Semiconductor articles (U.S. note 39): the number alone does not tell, so the heading must be claimed. */
export function semiconductors(sources: Sources): Part {
  const id = 'section-232-semiconductors';
  const from = '2026-01-15';
  const row = maker('U.S. note 39 to subchapter III, chapter 99');
  const scope = { scope: id, list: '9903.79.01', claimed: true, from };
  const uses = [
    '9903.79.02',
    '9903.79.03',
    '9903.79.04',
    '9903.79.05',
    '9903.79.06',
    '9903.79.07',
    '9903.79.08',
    '9903.79.09',
  ];
  const rows = [
    ...uses.map((heading) =>
      row({ ...scope, heading, effect: 'none', why: sources.wordsOf(heading).slice(0, 120) }),
    ),
    row({
      ...scope,
      heading: '9903.79.01',
      effect: 'add',
      percent: sources.percentOf('9903.79.01'),
      open: true,
      why: 'semiconductor articles of note 39(b)',
    }),
  ];
  const cite = 'HTS chapter 99, U.S. note 39 to subchapter III';
  return {
    layers: [{ id, name: 'Section 232 duties on semiconductor articles', cite, ...common, rows }],
    scopes: [scopeOf(id, '9903.79.01', from, numbersIn(sources.remedies('s232_semi_products.csv'), 'hts10'))],
  };
}
