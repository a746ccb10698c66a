import type { Sources } from '../sources.ts';
import { claimed, maker, voided } from './shared.ts';

/** Goods of Brazil. */
export function brazil(sources: Sources) {
  const cite = 'U.S. note 2(x) to subchapter III, chapter 99; EO 14323';
  const row = maker(cite);
  const from = '2025-08-06';
  const origins = ['BR'];
  return {
    id: 'ieepa-brazil',
    name: 'IEEPA duties on goods of Brazil',
    cite,
    rows: [
      voided(from, origins),
      claimed(row, '9903.01.80', from, 'informational materials', { origins }),
      row({
        heading: '9903.01.81',
        effect: 'none',
        from,
        origins,
        scope: 'ieepa-brazil-exempt',
        why: 'listed in note 2(x)(iii)',
      }),
      row({
        heading: '9903.01.77',
        effect: 'add',
        percent: sources.percentOf('9903.01.77'),
        from,
        origins,
        why: 'goods of Brazil',
      }),
    ],
  };
}

/** Goods of India. */
export function india(sources: Sources) {
  const cite = 'U.S. note 2(z) to subchapter III, chapter 99; EO 14329';
  const row = maker(cite);
  const from = '2025-08-27';
  const origins = ['IN'];
  return {
    id: 'ieepa-india',
    name: 'IEEPA duties on goods of India',
    cite,
    rows: [
      voided(from, origins),
      claimed(row, '9903.01.88', from, 'donations', { origins }),
      claimed(row, '9903.01.89', from, 'informational materials', { origins }),
      row({
        heading: '9903.01.86',
        effect: 'none',
        from,
        origins,
        scope: 'ieepa-exempt',
        list: '9903.01.32',
        why: 'listed in note 2(v)(iii)',
      }),
      row({
        heading: '9903.01.84',
        effect: 'add',
        percent: sources.percentOf('9903.01.84'),
        from,
        origins,
        why: 'goods of India',
      }),
    ],
  };
}
