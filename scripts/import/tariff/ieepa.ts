import { countries } from '../../../packages/kernel/src/tables/countries.ts';
import { numbersIn, type Sources } from './sources.ts';
import { EU, type Part, type Row, rowMaker, type Scope, scopeOf } from './tables.ts';

/** Collected to 23 February 2026; that the duties are void from the beginning is known since collection stopped. */
const TO = '2026-02-23';
const VOID_KNOWN = '2026-02-24';
const PROGRAMS = { conditions: [{ is: 'claims-program' as const, programs: ['S', 'S+'] }] };
const NAMES: Record<string, string> = {
  "Côte d'Ivoire": 'CI',
  'Democratic Republic of the Congo': 'CD',
  Laos: 'LA',
  Moldova: 'MD',
  'Myanmar (Burma)': 'MM',
  Syria: 'SY',
  Taiwan: 'TW',
  Turkey: 'TR',
  'United Kingdom': 'GB',
  Venezuela: 'VE',
  Vietnam: 'VN',
  Bolivia: 'BO',
  'Falkland Islands': 'FK',
  'South Korea': 'KR',
  Brunei: 'BN',
};

type Make = ReturnType<typeof rowMaker>;

function maker(cite: string): Make {
  return rowMaker({
    to: TO,
    supersededAt: VOID_KNOWN,
    cite,
    source: 'HTS 2025 revision 32 and 2026 revision 10, chapter 99; lists of the tariff-rate-tracker',
    certainty: 'secondary',
  });
}

/** The row that is known since: nothing is owed, what was paid is refunded. */
function voided(from: string, origins?: readonly string[]): Row {
  return {
    heading: '',
    effect: 'none',
    from,
    to: TO,
    knownAt: VOID_KNOWN,
    ...(origins === undefined ? {} : { origins: [...origins] }),
    why: 'void since Learning Resources v. Trump (20 February 2026); collected until 24 February 2026, refunded by CAPE to the importer by ACH',
    cite: 'Learning Resources v. Trump, 20 February 2026; CSMS 67834313',
    source: 'CSMS 67834313',
    certainty: 'verified',
  };
}

/** Duties under the International Emergency Economic Powers Act, by executive order. */
export function ieepa(sources: Sources): Part {
  const scopes = exemptScopes(sources);
  const layers = [china(sources), border(sources), reciprocal(sources), brazil(sources), india(sources)].map(
    (layer) => ({
      ...layer,
      notChapters: ['98', '99'],
    }),
  );
  return { layers, scopes };
}

function claimed(row: Make, heading: string, from: string, why: string, more: Partial<Row> = {}): Row {
  return row({ heading, effect: 'none', claimed: true, from, why, ...more });
}

function china(sources: Sources) {
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

/** Goods of Canada and Mexico; those of the USMCA are exempt, energy and potash bear 10 percent. */
function border(sources: Sources) {
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

function reciprocal(sources: Sources) {
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

function isoOf(name: string): string {
  const plain = name.replaceAll(/[`’]/g, "'");
  const known = NAMES[plain] ?? Object.entries(countries).find(([, country]) => country.name === plain)?.[0];
  if (known === undefined) throw new Error(`country "${name}" is not known`);
  return known;
}

function brazil(sources: Sources) {
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

function india(sources: Sources) {
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

function exemptScopes(sources: Sources): Scope[] {
  const exempt = sources.remedies('ieepa_exempt_products.csv');
  const spans = [
    ...new Set(exempt.map((row) => `${row.effective_date_start} ${row.effective_date_end}`)),
  ].sort();
  const partner = (heading: string, group: string): Scope => {
    const rows = sources
      .remedies('floor_exempt_products.csv')
      .filter((row) => row.category === 'ptaap' && row.country_group === group);
    return scopeOf(
      'ieepa-partner-exempt',
      heading,
      rows[0]?.effective_date_start ?? '',
      numbersIn(rows, 'hts8'),
      TO,
    );
  };
  const carved = sources.remedies('fentanyl_carveout_products.csv');
  const carveOuts = [...new Set(carved.map(({ ch99_code = '' }) => ch99_code))].sort();
  const brazilRows = sources
    .remedies('country_eo_exempt_products.csv')
    .filter((row) => row.ch99_code === '9903.01.77');
  const brazilDates = [
    ...new Set(brazilRows.map(({ effective_date_start = '' }) => effective_date_start)),
  ].sort();
  return [
    ...spans.map((span) => {
      const [first = '', last = ''] = span.split(' ');
      const rows = exempt.filter(
        (row) => row.effective_date_start === first && row.effective_date_end === last,
      );
      return scopeOf(
        'ieepa-exempt',
        '9903.01.32',
        first === 'NA' ? '2025-04-05' : first,
        numbersIn(rows, 'hts10'),
        last === 'NA' ? TO : last,
      );
    }),
    partner('9903.02.74', 'eu'),
    partner('9903.02.84', 'swiss'),
    ...carveOuts.map((heading) =>
      scopeOf(
        'ieepa-carve-out',
        heading,
        '2025-03-04',
        numbersIn(
          carved.filter((row) => row.ch99_code === heading),
          'hts8',
        ),
        TO,
      ),
    ),
    ...brazilDates.map((date) =>
      scopeOf(
        'ieepa-brazil-exempt',
        '9903.01.81',
        date,
        numbersIn(
          brazilRows.filter((row) => row.effective_date_start === date),
          'hts10',
        ),
        TO,
      ),
    ),
  ];
}
