import type { Sources } from './sources.ts';
import { EU, type Part, type Row, rowMaker, type Scope, scopeOf } from './tables.ts';

const SCOPE = 'section-232-metals';
const FROM = '2026-04-06';
const SINCE_JUNE = '2026-06-08';
/** The floor rate on some equipment is temporary. */
const FLOOR_TO = '2027-12-31';
/** U.S. note 16(c)(i), (iii) and (v): articles of the metal itself; what else annex I-A lists are derivatives. */
const PRIMARY: Record<string, readonly string[]> = {
  aluminum: ['7601', '7604', '7605', '7606', '7607', '7608', '7609', '7616995160', '7616995170'],
  steel: [
    ...[
      '7206',
      '7207',
      '7208',
      '7209',
      '7210',
      '7211',
      '7212',
      '7213',
      '7214',
      '7215',
      '7217',
      '7218',
      '7219',
    ],
    ...[
      '7220',
      '7221',
      '7222',
      '7223',
      '7224',
      '7225',
      '7226',
      '7227',
      '7228',
      '7229',
      '7304',
      '7305',
      '7306',
    ],
    ...[
      '72161000',
      '72162100',
      '72162200',
      '72163100',
      '72163200',
      '72163300',
      '72164000',
      '72165000',
      '72169900',
    ],
    ...['73011000', '730210', '73024000', '730290'],
  ],
  copper: ['74'],
};
/** Chapters of the metals: the 15 percent test does not count there. */
const METAL_CHAPTERS = ['72', '73', '74', '76'];
/** Heading 9903.82.22. */
const PARTNERS = ['AR', 'EC', 'SV', 'GT', 'JP', 'KR', 'LI', 'CH', 'TW', 'GB', ...EU];

/** Section 232 on metals since 6 April 2026: on the full customs value, one heading at most (U.S. note 16). */
export function section232Metals(sources: Sources): Part {
  const row = rowMaker({
    from: FROM,
    cite: 'U.S. note 16 to subchapter III, chapter 99; CSMS 68253075',
    source: 'HTS 2026 revisions 6 and 10; annexes of the tariff-rate-tracker, June 2026',
    certainty: 'verified',
  });
  return {
    layers: [
      {
        id: SCOPE,
        name: 'Section 232 duties on aluminum, steel and copper',
        cite: 'U.S. note 16 to subchapter III, chapter 99',
        notChapters: ['98', '99'],
        horizon: '2026-07-23',
        unknownAfter: 'changes of lists and rates after those of 8 June 2026',
        rows: [
          ...exemptions(row),
          ...russia(sources, row),
          ...favoured(sources, row),
          ...ordinary(sources, row),
        ],
      },
    ],
    scopes: lists(sources),
  };
}

type Make = ReturnType<typeof rowMaker>;

function exemptions(row: Make): Row[] {
  const any = { effect: 'none', from: FROM, scope: SCOPE, list: 'any' } as const;
  return [
    row({
      ...any,
      heading: '9903.82.01',
      claimed: true,
      why: 'the article contains no aluminum, steel or copper',
    }),
    row({
      ...any,
      heading: '9903.82.03',
      notPrefixes: METAL_CHAPTERS,
      conditions: [{ is: 'metal-share-below', percent: '15' }],
      why: 'the listed metal weighs less than 15 percent of the article',
    }),
    row({
      ...any,
      heading: '9903.82.13',
      prefixes: ['84', '85', '87'],
      claimed: true,
      why: 'motorcycle parts for manufacture in the United States, note 16(g)',
    }),
  ];
}

/** Aluminum of Russia, or smelted or cast there: 200 percent (notes 19(a)(vii) and 19(m)). */
function russia(sources: Sources, row: Make): Row[] {
  const touched = { is: 'metal-touched' as const, metal: 'aluminum', countries: ['RU'] };
  return [
    ['9903.85.67', 'primary-aluminum'],
    ['9903.85.68', 'derivative-aluminum'],
  ].flatMap(([heading = '', list = '']) => {
    const charge = {
      heading,
      list,
      scope: SCOPE,
      effect: 'add',
      from: FROM,
      percent: sources.percentOf(heading),
    } as const;
    return [
      row({ ...charge, origins: ['RU'], why: 'aluminum articles of Russia' }),
      row({ ...charge, conditions: [touched], why: 'aluminum smelted or cast in Russia' }),
    ];
  });
}

/** Lower rates that rest on where the metal was made, or on an authorization. */
function favoured(sources: Sources, row: Make): Row[] {
  const from = (country: string) => [{ is: 'metal-from' as const, percent: '95', countries: [country] }];
  const add = (heading: string, list: string, more: Partial<Row>, why: string): Row =>
    row({
      heading,
      list,
      scope: SCOPE,
      effect: 'add',
      from: FROM,
      percent: sources.percentOf(heading),
      why,
      ...more,
    });
  const authorized = {
    claimed: true,
    origins: ['CA', 'MX'],
    conditions: [{ is: 'claims-program' as const, programs: ['S', 'S+'] }],
  };
  const british = { origins: ['GB'], conditions: from('GB') };
  const american = { conditions: from('US') };
  const floors = (heading: string, nothing: string, list: string, since: string) =>
    row({
      heading,
      headingIfNothing: nothing,
      list,
      scope: SCOPE,
      effect: 'raise-to',
      percent: '10',
      from: since,
      to: FLOOR_TO,
      ...american,
      why: 'at least 95 percent of the metal made in the United States, note 16(e)',
    });
  return [
    add('9903.82.18', 'primary-steel', authorized, 'quantities authorized by Commerce, note 16(h)'),
    add('9903.82.19', 'primary-aluminum', authorized, 'quantities authorized by Commerce, note 16(i)'),
    ...['1a-aluminum', '1a-steel'].map((list) =>
      add(
        '9903.82.04',
        list,
        british,
        'at least 95 percent of the metal made in the United Kingdom, note 16(d)',
      ),
    ),
    ...['1b-aluminum', '1b-steel'].map((list) =>
      add(
        '9903.82.05',
        list,
        british,
        'at least 95 percent of the metal made in the United Kingdom, note 16(d)',
      ),
    ),
    ...['derivative-1a', '1b-aluminum', '1b-steel', '1b-copper'].map((list) =>
      add(
        '9903.82.06',
        list,
        american,
        'at least 95 percent of the metal made in the United States, note 16(e)',
      ),
    ),
    add(
      '9903.82.06',
      '1c-steel',
      { ...american, from: SINCE_JUNE },
      'at least 95 percent of the metal made in the United States, note 16(e)',
    ),
    floors('9903.82.07', '9903.82.08', '3', FROM),
    floors('9903.82.23', '9903.82.24', '3-june', SINCE_JUNE),
    row({
      heading: '9903.82.22',
      list: '1c-steel',
      scope: SCOPE,
      effect: 'raise-to',
      percent: sources.percentOf('9903.82.22'),
      from: SINCE_JUNE,
      origins: PARTNERS,
      certainty: 'secondary',
      why: 'derivative steel of a partner country, note 16(c)(xi); read as a rate that includes the base duty',
    }),
    add(
      '9903.82.20',
      'any',
      { claimed: true, from: SINCE_JUNE, certainty: 'secondary' },
      'derivative steel of note 16(j), whose text is not at hand',
    ),
  ];
}

function ordinary(sources: Sources, row: Make): Row[] {
  const add = (heading: string, list: string, why: string, more: Partial<Row> = {}): Row =>
    row({
      heading,
      list,
      scope: SCOPE,
      effect: 'add',
      from: FROM,
      percent: sources.percentOf(heading),
      why,
      ...more,
    });
  const russian = { origins: ['RU'] };
  const column2 = { conditions: [{ is: 'column-2' as const }] };
  const floor = (heading: string, nothing: string, list: string, since: string): Row =>
    row({
      heading,
      headingIfNothing: nothing,
      list,
      scope: SCOPE,
      effect: 'raise-to',
      percent: sources.percentOf(heading),
      from: since,
      to: FLOOR_TO,
      why: 'certain equipment: base duty and this together make 15 percent, note 16(f)',
    });
  return [
    ...['1a-steel', '1a-copper'].map((list) => add('9903.82.14', list, 'steel or copper of Russia', russian)),
    ...['1b-steel', '1b-copper'].map((list) => add('9903.82.16', list, 'derivatives of Russia', russian)),
    add('9903.82.17', '3', 'derivative steel of Russia', russian),
    ...['1a-aluminum', '1a-steel', '1a-copper'].map((list) =>
      add(
        '9903.82.02',
        list,
        `articles of metal and derivatives on the full value, note 16(c), list ${list}`,
      ),
    ),
    ...['1b-aluminum', '1b-steel', '1b-copper'].map((list) =>
      add('9903.82.09', list, `derivatives on the full value, note 16(c), list ${list}`),
    ),
    add('9903.82.09', '1c-steel', 'derivative steel on the full value, note 16(c)(xi)', { from: SINCE_JUNE }),
    add('9903.82.12', '3', 'derivatives of a country of general note 3(b)', column2),
    floor('9903.82.10', '9903.82.11', '3', FROM),
    floor('9903.82.25', '9903.82.26', '3-june', SINCE_JUNE),
  ];
}

interface Listed {
  readonly prefix: string;
  readonly annex: string;
  readonly metal: string;
  readonly from: string;
  readonly to: string;
}

/** Numbers of the annexes; a number that the changes of 8 June 2026 list anew leaves the list on which it stood. */
function listed(sources: Sources): Listed[] {
  const rows = sources.remedies('s232_annex_products.csv');
  const moved = new Set(rows.filter((row) => row.effective_date === SINCE_JUNE).map((row) => row.hts_prefix));
  return rows
    .filter((row) => row.annex !== '2')
    .map(({ hts_prefix: prefix = '', annex = '', metal_type: metal = '', effective_date: from = FROM }) => {
      const ended = from !== SINCE_JUNE && moved.has(prefix);
      return { prefix, annex, metal, from, to: ended ? '2026-06-07' : '' };
    });
}

/** The lists of the note by annex and metal; "any" holds all of them, "derivative-1a" annex I-A without the metals themselves. */
function lists(sources: Sources): Scope[] {
  const rows = listed(sources);
  const named = (list: string, wanted: (row: Listed) => boolean): Scope[] => {
    const found = rows.filter(wanted);
    const spans = [...new Set(found.map(({ from, to }) => `${from} ${to}`))].sort();
    return spans.map((span) => {
      const [from = '', to = ''] = span.split(' ');
      const within = found.filter((row) => row.from === from && row.to === to);
      return scopeOf(
        SCOPE,
        list,
        from,
        within.map(({ prefix }) => prefix),
        to,
      );
    });
  };
  const isPrimary = ({ metal, prefix }: Listed): boolean =>
    PRIMARY[metal]?.some((start) => prefix.startsWith(start)) ?? false;
  const byMetal = ['1a', '1b', '1c'].flatMap((annex) =>
    ['aluminum', 'steel', 'copper'].flatMap((metal) =>
      named(`${annex}-${metal}`, (row) => row.annex === annex && row.metal === metal),
    ),
  );
  return [
    ...byMetal,
    ...named('3', (row) => row.annex === '3' && row.from === FROM),
    ...named('3-june', (row) => row.annex === '3' && row.from === SINCE_JUNE),
    ...named('any', () => true),
    ...named('derivative-1a', (row) => row.annex === '1a' && !isPrimary(row)),
    scopeOf(SCOPE, 'primary-steel', FROM, PRIMARY.steel ?? []),
    scopeOf(SCOPE, 'primary-aluminum', FROM, PRIMARY.aluminum ?? []),
    ...named('derivative-aluminum', (row) => row.metal === 'aluminum' && !isPrimary(row)),
  ];
}
