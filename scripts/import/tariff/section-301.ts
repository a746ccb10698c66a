import { numbersIn, type Sources } from './sources.ts';
import { type Part, type Row, rowMaker, scopeOf } from './tables.ts';

/** First and last days of the lists in their present rates (Federal Register notices of the U.S. Trade Representative). */
const LISTS: Record<string, { from: string; note: string }> = {
  '9903.88.01': { from: '2018-07-06', note: 'list 1, U.S. note 20(b)' },
  '9903.88.02': { from: '2018-08-23', note: 'list 2, U.S. note 20(d)' },
  '9903.88.03': { from: '2019-05-10', note: 'list 3, U.S. note 20(f)' },
  '9903.88.04': { from: '2019-05-10', note: 'list 3, U.S. note 20(g)' },
  '9903.88.15': { from: '2020-02-14', note: 'list 4A, U.S. note 20(s)' },
  '9903.91.01': { from: '2024-09-27', note: 'U.S. note 31(b)' },
  '9903.91.02': { from: '2024-09-27', note: 'U.S. note 31(c)' },
  '9903.91.03': { from: '2024-09-27', note: 'U.S. note 31(d)' },
  '9903.91.05': { from: '2025-01-01', note: 'U.S. note 31(f)' },
  '9903.91.11': { from: '2025-01-01', note: 'U.S. note 31(j)' },
  '9903.91.06': { from: '2026-01-01', note: 'U.S. note 31(g)' },
  '9903.91.07': { from: '2026-01-01', note: 'U.S. note 31(h)' },
  '9903.91.08': { from: '2026-01-01', note: 'U.S. note 31(i)' },
  '9903.92.10': { from: '2024-09-27', note: 'ship-to-shore gantry cranes' },
};

/** Exemptions of note 31 that the filer claims. */
const CLAIMED: { heading: string; from: string; to?: string; prefixes: string[]; why: string }[] = [
  {
    heading: '9903.91.09',
    from: '2024-09-27',
    prefixes: ['8426'],
    why: 'ship-to-shore gantry cranes under contracts made before 14 May 2024',
  },
  {
    heading: '9903.91.10',
    from: '2024-09-27',
    to: '2025-12-31',
    prefixes: ['9018'],
    why: 'enteral syringes',
  },
  {
    heading: '9903.92.80',
    from: '2024-09-27',
    prefixes: ['84261900'],
    why: 'other than ship-to-shore gantry cranes',
  },
];

/** Section 301: lists by number, exclusions by dates; where several lists name a number the footnote of the line decides. */
export function section301(sources: Sources): Part {
  const row = rowMaker({
    origins: ['CN'],
    cite: 'HTS chapter 99, U.S. notes 20 and 31 to subchapter III',
    source: 'HTS 2026 revision 10; lists of the tariff-rate-tracker, June 2026; dates of the USTR notices',
    certainty: 'verified',
  });
  const listed = sources.remedies('s301_product_lists.csv');
  const headings = Object.keys(LISTS).sort(
    (a, b) => Number(sources.percentOf(b)) - Number(sources.percentOf(a)) || (a < b ? -1 : 1),
  );
  const charges = headings.map((heading): Row => {
    const { from, note } = LISTS[heading] ?? { from: '', note: '' };
    return row({
      heading,
      effect: 'add',
      percent: sources.percentOf(heading),
      from,
      scope: 'section-301',
      why: `goods of China, ${note}`,
    });
  });
  const byFootnote = charges.map((charge): Row => ({ ...charge, conditions: [{ is: 'footnote' }] }));
  const exclusions = exclusionRows(sources, row);
  return {
    layers: [
      {
        id: 'section-301',
        name: 'Section 301 duties on goods of China',
        cite: 'HTS chapter 99, U.S. notes 20 and 31 to subchapter III',
        notChapters: ['98', '99'],
        horizon: '2026-07-23',
        unknownAfter:
          'changes of lists and exclusions after revision 10, and the action on some sixty economies',
        rows: [...exclusions.rows, ...byFootnote, ...charges],
      },
    ],
    scopes: [
      ...headings.map((heading) =>
        scopeOf(
          'section-301',
          heading,
          LISTS[heading]?.from ?? '',
          numbersIn(
            listed.filter((item) => item.ch99_code === heading),
            'hts8',
          ),
        ),
      ),
      ...exclusions.scopes,
    ],
  };
}

/** "latest seen: 2024-06-15 to 2026-11-09" in the notes of the table of exclusions. */
const WINDOW = /latest seen: (\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})/;

/**
 * An exclusion covers a description, so it holds only where it is claimed; the number must be one that it names.
 * Headings without dates at hand are left out: claiming one is refused as not computed.
 */
function exclusionRows(
  sources: Sources,
  row: ReturnType<typeof rowMaker>,
): { rows: Row[]; scopes: Part['scopes'] } {
  const numbers = sources.remedies('s301_exclusion_lines.csv');
  const dated = sources
    .remedies('s301_exclusion_headings.csv')
    .flatMap(({ ch99_code: heading = '', source_note = '' }) => {
      const [, from, to] = WINDOW.exec(source_note) ?? [];
      return from === undefined || to === undefined ? [] : [{ heading, from, to }];
    });
  const rows = dated.map(({ heading, from, to }) =>
    row({
      heading,
      effect: 'none',
      claimed: true,
      open: true,
      from,
      to,
      scope: 'section-301-exclusion',
      why: 'exclusion granted by the U.S. Trade Representative for the goods described',
    }),
  );
  const claimed = CLAIMED.map((exemption) => row({ ...exemption, effect: 'none', claimed: true }));
  const scopes = dated.map(({ heading, from, to }) =>
    scopeOf(
      'section-301-exclusion',
      heading,
      from,
      numbersIn(
        numbers.filter((item) => item.ch99_code === heading),
        'hts10',
      ),
      to,
    ),
  );
  return { rows: [...rows, ...claimed], scopes: scopes.filter(({ prefixes }) => prefixes.length > 0) };
}

const PORTS_FROM = '2026-11-10';
const PORTS_CITE = 'HTS chapter 99, U.S. notes 31(k) and 31(l) to subchapter III';

/** Chassis and ship-to-shore cranes since 10 November 2026: a duty of its own beside the lists (note 31(a), last paragraph). */
export function section301Ports(sources: Sources): Part {
  const row = rowMaker({
    from: PORTS_FROM,
    cite: PORTS_CITE,
    source: 'HTS 2026 revision 10',
    certainty: 'verified',
  });
  const from = PORTS_FROM;
  const chassis = { origins: ['CN'], prefixes: ['8716390090', '87169030', '87169050'] };
  const cranes = { prefixes: ['84261900'] };
  const none = { effect: 'none', claimed: true, from } as const;
  const charge = (heading: string) =>
    ({ heading, effect: 'add', percent: sources.percentOf(heading), from }) as const;
  return {
    layers: [
      {
        id: 'section-301-ports',
        name: 'Section 301 duties on chassis and port cranes',
        cite: PORTS_CITE,
        notChapters: ['98', '99'],
        rows: [
          row({
            ...none,
            ...chassis,
            heading: '9903.91.13',
            open: true,
            why: 'other than intermodal chassis and their parts, note 31(k)(ii)',
          }),
          row({
            ...none,
            ...cranes,
            heading: '9903.91.15',
            why: 'cranes without parts of China or makers owned there',
          }),
          row({
            ...none,
            ...cranes,
            heading: '9903.91.16',
            why: 'cranes under a contract made before 17 April 2025',
          }),
          row({
            ...charge('9903.91.12'),
            ...chassis,
            why: 'intermodal chassis and their parts, note 31(k)(i)',
          }),
          row({
            ...charge('9903.91.14'),
            ...cranes,
            claimed: true,
            open: true,
            why: 'ship-to-shore gantry cranes of China, with parts of China, or of makers owned there, note 31(l)',
          }),
        ],
      },
    ],
    scopes: [],
  };
}
