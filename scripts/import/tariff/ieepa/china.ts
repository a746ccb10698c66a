import type { Sources } from '../sources.ts';
import type { Row } from '../tables.ts';
import { claimed, maker, TO, voided } from './shared.ts';

/** Goods of China and Hong Kong. */
export function china(sources: Sources) {
  const cite = 'U.S. notes 2(s) and 2(u) to subchapter III, chapter 99; EO 14195 and its amendments';
  const row = maker(cite);
  const origins = ['CN', 'HK'];
  const from = '2025-02-04';
  const span = (first: string, last: string, percent: string, heading: string): Row =>
    row({
      heading,
      effect: 'add',
      percent,
      from: first,
      to: last,
      origins,
      why: 'goods of China and Hong Kong',
    });
  return {
    id: 'ieepa-china',
    name: 'IEEPA duties on goods of China and Hong Kong',
    cite,
    rows: [
      voided(from, origins),
      claimed(row, '9903.01.21', from, 'donations', { origins }),
      claimed(row, '9903.01.22', from, 'informational materials', { origins }),
      span(from, '2025-03-03', '10', '9903.01.20'),
      span('2025-03-04', '2025-11-09', '20', '9903.01.24'),
      span('2025-11-10', TO, sources.percentOf('9903.01.24'), '9903.01.24'),
    ],
  };
}
