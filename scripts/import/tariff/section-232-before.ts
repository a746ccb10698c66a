import { numbersIn, type Sources } from './sources.ts';
import { type Part, type Row, rowMaker, type Scope, scopeOf } from './tables.ts';

/** Rates of 12 March and of 4 June 2025; all of it was replaced on 6 April 2026. */
const SPANS = [
  { from: '2025-03-12', to: '2025-06-03', percent: '25' },
  { from: '2025-06-04', to: '2026-04-05', percent: '50' },
];
const [FIRST, SECOND] = SPANS;
const COPPER_FROM = '2025-08-01';
const TO = '2026-04-05';

interface Metal {
  readonly id: string;
  readonly metal: 'steel' | 'aluminum';
  readonly name: string;
  readonly note: string;
  /** Headings: the metal, its derivatives on full value, derivatives on the value of the metal, made of U.S. metal. */
  readonly mill: string;
  readonly derivative: string;
  readonly content: string;
  readonly american: string;
  /** The same for goods of the United Kingdom since 4 June 2025. */
  readonly british: readonly [string, string, string];
}

const METALS: readonly Metal[] = [
  {
    id: 'section-232-steel',
    metal: 'steel',
    name: 'Section 232 duties on steel, before 6 April 2026',
    note: 'U.S. note 16 to subchapter III, chapter 99 (2025)',
    mill: '9903.81.87',
    derivative: '9903.81.90',
    content: '9903.81.91',
    american: '9903.81.92',
    british: ['9903.81.94', '9903.81.97', '9903.81.98'],
  },
  {
    id: 'section-232-aluminum',
    metal: 'aluminum',
    name: 'Section 232 duties on aluminum, before 6 April 2026',
    note: 'U.S. note 19 to subchapter III, chapter 99 (2025)',
    mill: '9903.85.02',
    derivative: '9903.85.07',
    content: '9903.85.08',
    american: '9903.85.09',
    british: ['9903.85.12', '9903.85.14', '9903.85.15'],
  },
];

/** Section 232 on metals before 6 April 2026: articles on full value, derivatives outside the metal's chapter on its content. */
export function section232Before(sources: Sources): Part {
  const parts = METALS.map((metal) => metalPart(sources, metal));
  return {
    layers: [...parts.map(({ layer }) => layer), copperLayer(sources)],
    scopes: [...parts.flatMap(({ scopes }) => scopes), copperScope(sources)],
  };
}

function metalPart(sources: Sources, of: Metal) {
  const { id, name, note, metal, mill, derivative, content, american } = of;
  const row = rowMaker({
    scope: id,
    cite: note,
    source:
      'HTS 2025 revision 32; lists of the tariff-rate-tracker; proclamations of February, June and August 2025',
    certainty: 'secondary',
  });
  const given = { is: 'metal-value-given', metal } as const;
  const onContent = { of: `${metal} content`, conditions: [given] };
  const us = row({
    heading: american,
    list: derivative,
    effect: 'none',
    from: FIRST?.from ?? '',
    to: TO,
    conditions: [{ is: 'metal-from', percent: '100', countries: ['US'] }],
    why: `made abroad of ${metal} from the United States`,
  });
  const spans = SPANS.flatMap(({ from, to, percent }): Row[] => [
    row({ heading: mill, effect: 'add', percent, from, to, why: `articles of ${metal}` }),
    row({
      heading: derivative,
      effect: 'add',
      percent,
      from,
      to,
      why: `derivatives of ${metal} on the full value`,
    }),
    row({
      heading: content,
      effect: 'add',
      percent,
      from,
      to,
      ...onContent,
      why: `derivatives on the value of the ${metal}`,
    }),
    row({
      heading: content,
      effect: 'add',
      percent,
      from,
      to,
      why: `derivatives; the value of the ${metal} is not given, so on the full value`,
    }),
  ]);
  const british = britishRows(sources, of, row, onContent);
  const layer = {
    id,
    name,
    cite: note,
    notChapters: ['98', '99'],
    rows: [
      ...(metal === 'aluminum' ? russia(sources, row) : []),
      us,
      { ...us, list: content },
      ...british,
      ...spans,
    ],
  };
  return { layer, scopes: metalScopes(sources, of) };
}

/** Goods of the United Kingdom stayed at 25 percent when the rate rose. */
function britishRows(
  sources: Sources,
  { mill, derivative, content, british: [first, second, third], metal }: Metal,
  row: ReturnType<typeof rowMaker>,
  onContent: Partial<Row>,
): Row[] {
  const span = { from: SECOND?.from ?? '', to: TO, origins: ['GB'], effect: 'add' as const };
  const why = `${metal} of the United Kingdom`;
  return [
    row({ ...span, heading: first, list: mill, percent: sources.percentOf(first), why }),
    row({ ...span, heading: second, list: derivative, percent: sources.percentOf(second), why }),
    row({
      ...span,
      heading: third,
      list: content,
      percent: sources.percentOf(third),
      ...onContent,
      why: `${why}, on the value of the metal`,
    }),
    row({ ...span, heading: third, list: content, percent: sources.percentOf(third), why }),
  ];
}

function russia(sources: Sources, row: ReturnType<typeof rowMaker>): Row[] {
  const touched = { conditions: [{ is: 'metal-touched' as const, metal: 'aluminum', countries: ['RU'] }] };
  return [
    ['9903.85.67', '9903.85.02'],
    ['9903.85.68', '9903.85.07'],
    ['9903.85.68', '9903.85.08'],
  ].flatMap(([heading = '', list = '']) => {
    const charge = {
      heading,
      list,
      effect: 'add',
      percent: sources.percentOf(heading),
      from: '2023-03-10',
      to: TO,
    } as const;
    return [
      row({ ...charge, origins: ['RU'], why: 'aluminum articles of Russia' }),
      row({ ...charge, ...touched, why: 'aluminum smelted or cast in Russia' }),
    ];
  });
}

function metalScopes(sources: Sources, { id, metal, mill, derivative, content }: Metal): Scope[] {
  const chapter = sources
    .remedies('s232_metal_chapter_products.csv')
    .filter((row) => row.metal_type === metal);
  const listed = sources
    .remedies('s232_derivative_products.csv')
    .filter((row) => row.derivative_type === metal);
  const start = FIRST?.from ?? '';
  const dated = (heading: string, rows: readonly Record<string, string>[], column: string): Scope[] => {
    const dates = [...new Set(rows.map((row) => row.effective_date || start))].sort();
    return dates.map((date) =>
      scopeOf(
        id,
        heading,
        date < start ? start : date,
        numbersIn(
          rows.filter((row) => (row.effective_date || start) === date),
          column,
        ),
        TO,
      ),
    );
  };
  const isContent = (row: Record<string, string>): boolean => row.ch99_code === content;
  return [
    ...dated(
      mill,
      chapter.filter(({ kind }) => kind === 'mill'),
      'hts_prefix',
    ),
    ...dated(
      derivative,
      chapter.filter(({ kind }) => kind === 'derivative'),
      'hts_prefix',
    ),
    ...dated(
      derivative,
      listed.filter((row) => !isContent(row)),
      'hts_prefix',
    ),
    ...dated(content, listed.filter(isContent), 'hts_prefix'),
  ];
}

function copperLayer(sources: Sources) {
  const heading = '9903.78.01';
  const row = rowMaker({
    scope: 'section-232-copper',
    heading,
    effect: 'add',
    percent: sources.percentOf(heading),
    from: COPPER_FROM,
    to: TO,
    cite: 'U.S. note 36 to subchapter III, chapter 99 (2025)',
    source: 'HTS 2025 revision 32; list of the tariff-rate-tracker',
    certainty: 'secondary',
  });
  const fields = { heading, effect: 'add', from: COPPER_FROM } as const;
  return {
    id: 'section-232-copper',
    name: 'Section 232 duties on copper, before 6 April 2026',
    cite: 'U.S. note 36 to subchapter III, chapter 99 (2025)',
    notChapters: ['98', '99'],
    rows: [
      row({
        ...fields,
        of: 'copper content',
        conditions: [{ is: 'metal-value-given', metal: 'copper' }],
        why: 'copper products on the value of the copper',
      }),
      row({ ...fields, why: 'copper products; the value of the copper is not given, so on the full value' }),
    ],
  };
}

function copperScope(sources: Sources): Scope {
  const numbers = numbersIn(sources.remedies('s232_copper_products.csv'), 'hts10');
  return scopeOf('section-232-copper', '9903.78.01', COPPER_FROM, numbers, TO);
}
