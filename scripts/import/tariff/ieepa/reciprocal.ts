import type { Sources } from '../sources.ts';
import { EU, type Row } from '../tables.ts';
import { isoOf } from './country.ts';
import { claimed, type Make, maker, voided } from './shared.ts';

const COUNTRY = /articles the product of (?:the )?(.+?), (?:as provided|with an ad valorem)/;
/** Countries whose duty is raised to 15 percent; for Switzerland and Liechtenstein that was published later. */
const FLOORS = [
  { origins: EU, heading: '9903.02.20', nothing: '9903.02.19', from: '2025-08-07' },
  {
    origins: ['JP'],
    heading: '9903.02.73',
    nothing: '9903.02.72',
    from: '2025-08-07',
    knownAt: '2025-09-16',
  },
  {
    origins: ['KR'],
    heading: '9903.02.80',
    nothing: '9903.02.79',
    from: '2025-11-14',
    knownAt: '2025-12-05',
  },
  {
    origins: ['CH'],
    heading: '9903.02.83',
    nothing: '9903.02.82',
    from: '2025-11-14',
    knownAt: '2025-12-18',
  },
  {
    origins: ['LI'],
    heading: '9903.02.88',
    nothing: '9903.02.87',
    from: '2025-11-14',
    knownAt: '2025-12-18',
  },
];

/** One rate for each country, lists of exempt numbers, and what partners agreed. */
export function reciprocal(sources: Sources) {
  const cite = 'U.S. note 2(v) to subchapter III, chapter 99; EO 14257 and 14326 and their amendments';
  const row = maker(cite);
  const from = '2025-08-07';
  const none = (heading: string, more: Partial<Row>, why: string): Row =>
    row({ heading, effect: 'none', from, why, ...more });
  const byCountry = countryRows(sources, row);
  const named = [...byCountry.flatMap(({ origins = [] }) => origins), ...EU];
  return {
    id: 'ieepa-reciprocal',
    name: 'IEEPA reciprocal duties',
    cite,
    rows: [
      voided('2025-04-05'),
      none('9903.01.26', { origins: ['CA'] }, 'goods of Canada'),
      none('9903.01.27', { origins: ['MX'] }, 'goods of Mexico'),
      none('9903.01.29', { conditions: [{ is: 'column-2' }] }, 'countries of general note 3(b)'),
      claimed(row, '9903.01.30', from, 'donations'),
      claimed(row, '9903.01.31', from, 'informational materials'),
      none('9903.01.32', { scope: 'ieepa-exempt' }, 'listed in note 2(v)(iii)'),
      none('9903.02.74', { origins: EU, scope: 'ieepa-partner-exempt' }, 'listed for the European Union'),
      none(
        '9903.02.84',
        { origins: ['CH', 'LI'], scope: 'ieepa-partner-exempt' },
        'listed for Switzerland and Liechtenstein',
      ),
      ...FLOORS.map(({ origins, heading, nothing, from: first, knownAt }) =>
        row({
          heading,
          headingIfNothing: nothing,
          effect: 'raise-to',
          percent: sources.percentOf(heading),
          origins: [...origins],
          from: first,
          ...(knownAt === undefined ? {} : { knownAt }),
          why: 'base duty and this together make 15 percent',
        }),
      ),
      ...byCountry,
      row({
        heading: '9903.01.25',
        effect: 'add',
        percent: sources.percentOf('9903.01.25'),
        from,
        notOrigins: named,
        why: 'goods of every other country',
      }),
    ],
  };
}

/** Headings 9903.02.02 to .71: one country each. What a partner's floor replaced later stays as what was known before. */
function countryRows(sources: Sources, row: Make): Row[] {
  const headings = sources.headings
    .filter((heading) => /^9903\.02\.(0[2-9]|[1-6]\d|7[01])$/.test(heading))
    .sort();
  return headings.flatMap((heading) => {
    const name = COUNTRY.exec(sources.wordsOf(heading))?.[1] ?? '';
    if (/European Union|Japan/.test(name)) return [];
    const origin = isoOf(name);
    const charge = row({
      heading,
      effect: 'add',
      percent: sources.percentOf(heading),
      from: '2025-08-07',
      origins: [origin],
      why: `goods of ${name}`,
    });
    const floor = FLOORS.find(({ origins, from }) => origins.includes(origin) && from > '2025-08-07');
    if (floor?.knownAt === undefined) return [charge];
    return [
      { ...charge, to: dayBefore(floor.from) },
      { ...charge, from: floor.from, supersededAt: floor.knownAt },
    ];
  });
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
