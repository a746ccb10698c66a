import type { Sources } from '../sources.ts';
import type { Row } from '../tables.ts';
import { claimed, maker, TO, voided } from './shared.ts';

const PROGRAMS = { conditions: [{ is: 'claims-program' as const, programs: ['S', 'S+'] }] };

/** Goods of Canada and Mexico; those of the USMCA are exempt, energy and potash bear 10 percent. */
export function border(sources: Sources) {
  const cite =
    'U.S. notes 2(a) to 2(m) to subchapter III, chapter 99; EO 14193 and 14194 and their amendments';
  const row = maker(cite);
  const from = '2025-03-07';
  const ca = { origins: ['CA'] };
  const mx = { origins: ['MX'] };
  const add = (
    heading: string,
    first: string,
    last: string,
    percent: string,
    more: Partial<Row>,
    why: string,
  ): Row => row({ heading, effect: 'add', percent, from: first, to: last, why, ...more });
  const listed = (list: string) => ({ scope: 'ieepa-carve-out', list });
  return {
    id: 'ieepa-border',
    name: 'IEEPA duties on goods of Canada and Mexico',
    cite,
    rows: [
      voided('2025-03-04', ['CA', 'MX']),
      row({ ...ca, ...PROGRAMS, heading: '9903.01.14', effect: 'none', from, why: 'goods of the USMCA' }),
      row({ ...mx, ...PROGRAMS, heading: '9903.01.04', effect: 'none', from, why: 'goods of the USMCA' }),
      claimed(row, '9903.01.11', from, 'donations', ca),
      claimed(row, '9903.01.12', from, 'informational materials', ca),
      claimed(row, '9903.01.02', from, 'donations', mx),
      claimed(row, '9903.01.03', from, 'informational materials', mx),
      add(
        '9903.01.13',
        '2025-03-04',
        TO,
        sources.percentOf('9903.01.13'),
        { ...ca, ...listed('9903.01.13') },
        'energy and critical minerals of Canada',
      ),
      add(
        '9903.01.15',
        from,
        TO,
        sources.percentOf('9903.01.15'),
        { ...ca, ...listed('9903.01.15') },
        'potash of Canada',
      ),
      add(
        '9903.01.05',
        from,
        TO,
        sources.percentOf('9903.01.05'),
        { ...mx, ...listed('9903.01.05') },
        'potash of Mexico',
      ),
      add('9903.01.10', '2025-03-04', '2025-07-31', '25', ca, 'goods of Canada'),
      add('9903.01.10', '2025-08-01', TO, sources.percentOf('9903.01.10'), ca, 'goods of Canada'),
      add('9903.01.01', '2025-03-04', TO, sources.percentOf('9903.01.01'), mx, 'goods of Mexico'),
    ],
  };
}
