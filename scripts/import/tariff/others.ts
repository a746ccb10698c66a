import { numbersIn, type Sources } from './sources.ts';
import { type Part, type Row, rowMaker, scopeOf } from './tables.ts';

/** U.S. note 18(b): developing members of the World Trade Organization that the safeguard leaves out. */
const DEVELOPING = (
  'AF AL DZ AO AM AZ BZ BJ BO BA BW BR BF MM BI KH CM CV CF TD KM CG CD CI DJ DM EC EG ER ET FJ GA GM GE GH GD GN GW GY ' +
  'HT IN ID IQ JM JO KZ KE KI KG LB LS LR MG MW MV ML MR MU MD MN ME MZ NA NP NE NG MK PK PG PY RW LC VC WS ST SN RS SL ' +
  'SB SO ZA SS LK SR SZ TZ TL TG TO TN TV UG UA UZ VU YE ZM ZW'
).split(' ');
/** Yearly rates of the extension that ended on 6 February 2026 (Proclamation 10339). */
const SOLAR_YEARS = [
  { from: '2022-02-07', to: '2023-02-06', percent: '14.75' },
  { from: '2023-02-07', to: '2024-02-06', percent: '14.5' },
  { from: '2024-02-07', to: '2025-02-06', percent: '14.25' },
  { from: '2025-02-07', to: '2026-02-06', percent: '14' },
];
const SOLAR_TO = '2026-02-06';

/** Section 201 safeguard on crystalline silicon photovoltaic cells and modules (U.S. note 18). */
export function solar(sources: Sources): Part {
  const id = 'section-201-solar';
  const cite = 'HTS chapter 99, U.S. note 18 to subchapter III; Proclamation 10339';
  const row = rowMaker({
    cite,
    source: 'HTS 2025 revision 32; yearly rates by general knowledge of Proclamation 10339',
    certainty: 'unverified',
    to: SOLAR_TO,
  });
  const listed = sources.remedies('s201_solar_products.csv');
  const headings = [...new Set(listed.map(({ ch99_code = '' }) => ch99_code))].sort();
  const from = SOLAR_YEARS[0]?.from ?? '';
  const rows: Row[] = [
    row({
      heading: '9903.45.27',
      effect: 'none',
      from,
      origins: ['CA'],
      scope: id,
      list: 'any',
      why: 'goods of Canada',
    }),
    row({
      heading: '9903.45.21',
      effect: 'none',
      from,
      claimed: true,
      scope: id,
      list: 'cells',
      why: 'cells within the yearly quantity',
    }),
    ...SOLAR_YEARS.flatMap((year) => [
      row({
        ...year,
        heading: '9903.45.22',
        effect: 'add',
        notOrigins: DEVELOPING,
        scope: id,
        list: 'cells',
        open: true,
        why: 'cells above the yearly quantity',
      }),
      row({
        ...year,
        heading: '9903.45.25',
        effect: 'add',
        notOrigins: DEVELOPING,
        scope: id,
        list: 'modules',
        why: 'modules',
      }),
    ]),
  ];
  const numbers = numbersIn(listed, 'hts10');
  if (headings.length === 0) throw new Error('no numbers of section 201');
  return {
    layers: [
      { id, name: 'Section 201 safeguard on solar cells and modules', cite, notChapters: ['98', '99'], rows },
    ],
    scopes: [
      scopeOf(id, 'any', from, numbers, SOLAR_TO),
      scopeOf(
        id,
        'cells',
        from,
        numbers.filter((number) => number.startsWith('854142')),
        SOLAR_TO,
      ),
      scopeOf(
        id,
        'modules',
        from,
        numbers.filter((number) => number.startsWith('854143')),
        SOLAR_TO,
      ),
    ],
  };
}

/** Increased column 2 rates on goods of Russia (U.S. note 30): the footnote of the line names the heading. */
export function russia(sources: Sources): Part {
  const cite = 'HTS chapter 99, U.S. note 30 to subchapter III';
  const row = rowMaker({
    origins: ['RU'],
    effect: 'instead',
    conditions: [{ is: 'footnote' }],
    cite,
    source: 'HTS 2026 revision 10',
    certainty: 'verified',
  });
  const at = (heading: string, from: string): Row =>
    row({
      heading,
      effect: 'instead',
      from,
      percent: sources.percentOf(heading),
      why: 'increased rate on goods of Russia in place of column 2',
    });
  return {
    layers: [
      {
        id: 'russia',
        name: 'Increased column 2 duties on goods of Russia',
        cite,
        notChapters: ['98', '99'],
        rows: [at('9903.90.09', '2023-04-01'), at('9903.90.08', '2022-07-27')],
      },
    ],
    scopes: [],
  };
}

/** Lists of measures that are only named: section 232 on pharmaceuticals, antidumping and countervailing flags. */
export function namedScopes(sources: Sources, flags: readonly Flagged[]): Part {
  return {
    layers: [],
    scopes: [
      scopeOf(
        'section-232-pharmaceuticals',
        '',
        '2025-10-01',
        numbersIn(sources.remedies('s232_pharma_products.csv'), 'hts10'),
      ),
      scopeOf(
        'antidumping',
        '',
        '1979-01-01',
        flags.filter(({ antidumping }) => antidumping).map(({ number }) => number),
      ),
      scopeOf(
        'countervailing',
        '',
        '1979-01-01',
        flags.filter(({ countervailing }) => countervailing).map(({ number }) => number),
      ),
    ],
  };
}

export interface Flagged {
  readonly number: string;
  readonly codes: string;
  readonly antidumping: boolean;
  readonly countervailing: boolean;
}
