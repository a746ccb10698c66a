import { numbersIn, type Sources } from './sources.ts';
import { type Part, type Row, rowMaker, scopeOf } from './tables.ts';

/** First and last days of the lists in their present rates (Federal Register notices of the U.S. Trade Representative). */
const LISTS: Record<string, { from: string; to?: string; note: string }> = {
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
  '9903.92.10': { from: '2024-09-27', to: '2026-11-09', note: 'ship-to-shore gantry cranes' },
  '9903.91.12': { from: '2026-11-10', note: 'intermodal chassis, U.S. note 31(k)' },
  '9903.91.14': { from: '2026-11-10', note: 'ship-to-shore gantry cranes, U.S. note 31(k)' },
};

/** Exemptions of note 31 that the filer claims: contracts and parts. */
const CLAIMED: [string, string, string | undefined, string][] = [
  ['9903.91.09', '2024-09-27', undefined, 'ship-to-shore gantry cranes under contracts made before 14 May 2024'],
  ['9903.91.10', '2024-09-27', '2025-12-31', 'enteral syringes'],
  ['9903.91.13', '2026-11-10', undefined, 'chassis and parts of U.S. note 31(k)(ii)'],
  ['9903.91.15', '2026-11-10', undefined, 'ship-to-shore gantry cranes under earlier contracts'],
  ['9903.91.16', '2026-11-10', undefined, 'ship-to-shore gantry cranes excepted by the notice'],
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
    const { from, to, note } = LISTS[heading] ?? { from: '', note: '' };
    return row({
      heading,
      effect: 'add',
      percent: sources.percentOf(heading),
      from,
      ...(to === undefined ? {} : { to }),
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
        unknownAfter: 'changes of lists and exclusions after revision 10, and the action on some sixty economies',
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
          LISTS[heading]?.to,
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
function exclusionRows(sources: Sources, row: ReturnType<typeof rowMaker>): { rows: Row[]; scopes: Part['scopes'] } {
  const numbers = sources.remedies('s301_exclusion_lines.csv');
  const dated = sources.remedies('s301_exclusion_headings.csv').flatMap(({ ch99_code: heading = '', source_note = '' }) => {
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
  const claimed = CLAIMED.map(([heading, from, to, why]) =>
    row({
      heading,
      effect: 'none',
      claimed: true,
      from,
      ...(to === undefined ? {} : { to }),
      prefixes: heading === '9903.91.10' ? ['9018'] : ['8426', '8716'],
      why,
    }),
  );
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
