import { numbersBetween } from '../../hts-numbers.ts';
import type { Sources } from '../sources.ts';
import { EU, type Part, type Row, scopeOf } from '../tables.ts';
import { common, maker, raised, USMCA } from './partner.ts';

/** Vehicles (U.S. notes 33 and 38). */
export function vehicles(sources: Sources): Part {
  const id = 'section-232-vehicles';
  const row = maker('U.S. notes 33 and 38 to subchapter III, chapter 99');
  const cars = { scope: id, list: '9903.94.01' };
  const trucks = { scope: id, list: '9903.74.01' };
  const claimed = (heading: string, from: string, more: Partial<Row>, why: string): Row =>
    row({ heading, effect: 'none', from, claimed: true, why, ...more });
  const content = (heading: string, from: string, more: Partial<Row>): Row =>
    row({
      heading,
      effect: 'add',
      percent: sources.percentOf(heading),
      of: 'non-U.S. content',
      from,
      claimed: true,
      ...more,
      ...USMCA,
      why: 'on the content that is not of the United States, approved by Commerce',
    });
  const rows = [
    claimed('9903.94.02', '2025-04-03', cars, 'not a passenger vehicle or light truck'),
    claimed('9903.94.04', '2025-04-03', cars, 'made at least 25 years before the year of entry'),
    content('9903.94.03', '2025-04-03', cars),
    row({
      ...cars,
      heading: '9903.94.31',
      effect: 'add',
      percent: sources.percentOf('9903.94.31'),
      from: '2025-06-30',
      origins: ['GB'],
      claimed: true,
      why: 'passenger vehicles of the United Kingdom within the quota',
    }),
    raised(
      row,
      sources,
      { origins: ['JP'], heading: '9903.94.41', nothing: '9903.94.40', from: '2025-09-16' },
      cars,
    ),
    raised(
      row,
      sources,
      { origins: EU, heading: '9903.94.51', nothing: '9903.94.50', from: '2025-08-01' },
      cars,
    ),
    raised(
      row,
      sources,
      { origins: ['KR'], heading: '9903.94.61', nothing: '9903.94.60', from: '2025-11-01' },
      { ...cars, knownAt: '2025-12-05' },
    ),
    row({
      ...cars,
      heading: '9903.94.01',
      effect: 'add',
      percent: sources.percentOf('9903.94.01'),
      from: '2025-04-03',
      why: 'passenger vehicles and light trucks',
    }),
    content('9903.74.03', '2025-11-01', trucks),
    claimed('9903.74.05', '2025-11-01', trucks, 'note 38(e)'),
    claimed('9903.74.06', '2025-11-01', trucks, 'note 38(f)'),
    claimed('9903.74.07', '2025-11-01', trucks, 'note 38(g)'),
    row({
      heading: '9903.74.02',
      effect: 'add',
      percent: sources.percentOf('9903.74.02'),
      from: '2025-11-01',
      prefixes: ['8702'],
      why: 'buses and other vehicles of heading 8702',
    }),
    row({
      ...trucks,
      heading: '9903.74.01',
      effect: 'add',
      percent: sources.percentOf('9903.74.01'),
      from: '2025-11-01',
      why: 'medium- and heavy-duty vehicles',
    }),
  ];
  const cite = 'HTS chapter 99, U.S. notes 33 and 38 to subchapter III';
  return {
    layers: [{ id, name: 'Section 232 duties on vehicles', cite, ...common, rows }],
    scopes: [
      scopeOf(
        id,
        '9903.94.01',
        '2025-04-03',
        numbersBetween(
          sources.notes,
          '(b) The rates of duty set forth in headings 9903.94.01',
          '(c) Heading 9903.94.02',
        ),
      ),
      scopeOf(
        id,
        '9903.74.01',
        '2025-11-01',
        numbersBetween(
          sources.notes,
          '(b) The rate of duty set forth in heading 9903.74.01',
          '(d) Heading 9903.74.03',
        ).filter((number) => !number.startsWith('8702')),
      ),
    ],
  };
}
