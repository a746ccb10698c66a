import { numbersBetween } from '../../hts-numbers.ts';
import type { Sources } from '../sources.ts';
import { EU, type Part, type Row, scopeOf } from '../tables.ts';
import { common, maker, type Partner, raised } from './partner.ts';

/** Timber, lumber, upholstered furniture, kitchen cabinets and vanities (U.S. note 37). */
export function wood(sources: Sources): Part {
  const id = 'section-232-wood';
  const from = '2025-10-14';
  const row = maker('U.S. note 37 to subchapter III, chapter 99');
  const finished = ['9903.76.02', '9903.76.03'];
  const partners: Partner[] = [
    { origins: ['JP'], heading: '9903.76.21', from },
    { origins: EU, heading: '9903.76.22', from },
    { origins: ['KR'], heading: '9903.76.23', from: '2025-11-14' },
    { origins: ['TW'], heading: '9903.76.24', from: '2026-05-01' },
  ];
  const add = (heading: string, list: string, more: Partial<Row>, why: string): Row =>
    row({ heading, list, scope: id, effect: 'add', percent: sources.percentOf(heading), from, why, ...more });
  const rows = [
    row({
      scope: id,
      list: '9903.76.03',
      heading: '9903.76.04',
      effect: 'none',
      from,
      claimed: true,
      why: 'not a completed cabinet, vanity or part of one, note 37(g)',
    }),
    ...finished.map((list) =>
      add('9903.76.20', list, { origins: ['GB'] }, 'wood products of the United Kingdom'),
    ),
    ...partners.flatMap((partner) =>
      finished.map((list) =>
        raised(row, sources, partner, {
          scope: id,
          list,
          ...(partner.from > from
            ? { knownAt: partner.origins[0] === 'TW' ? '2026-05-28' : '2025-12-05' }
            : {}),
        }),
      ),
    ),
    add('9903.76.01', '9903.76.01', {}, 'softwood timber and lumber'),
    add('9903.76.02', '9903.76.02', {}, 'upholstered wooden furniture'),
    add('9903.76.03', '9903.76.03', {}, 'kitchen cabinets and vanities'),
  ];
  const between = (heading: string, begin: string, end: string) =>
    scopeOf(id, heading, from, numbersBetween(sources.notes, begin, end));
  const cite = 'HTS chapter 99, U.S. note 37 to subchapter III';
  return {
    layers: [{ id, name: 'Section 232 duties on timber, lumber and wood products', cite, ...common, rows }],
    scopes: [
      between(
        '9903.76.01',
        '(b) The rates of duty set forth in heading 9903.76.01',
        '(c) Heading 9903.76.02',
      ),
      between('9903.76.02', '(d) The rates of duty set forth in headings 9903.76.02', '(e) Except for'),
      between('9903.76.03', '(f) Except for as provided by 9903.76.04, the rates', '(g) Heading 9903.76.04'),
    ],
  };
}
