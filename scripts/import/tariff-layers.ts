/**
 * Writes scopes.tsv (which HTS numbers a measure beside the base rate may touch) and concordance.tsv (ended numbers).
 *
 *   node --conditions=portolan-source scripts/import/tariff-layers.ts <folder with hts/ and trade-remedies/> [<data folder>]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCsv } from './csv.ts';
import { numbersBetween } from './hts-numbers.ts';

const [source, target = 'packages/tariff/data'] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: tariff-layers.ts <folder> [<data folder>]');

const file = (path: string): string => {
  const bytes = readFileSync(join(source, path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};
const remedies = (name: string): Record<string, string>[] => readCsv(file(`trade-remedies/${name}`));
const column = (rows: readonly Record<string, string>[], name: string): string[] =>
  rows.map((row) => row[name] ?? '').filter((value) => /^\d+$/.test(value));
const notes = file('hts/chapter99_us_notes_2026_rev_6.txt.gz');

interface Scope {
  readonly layer: string;
  readonly heading: string;
  readonly from: string;
  readonly to: string;
  readonly prefixes: readonly string[];
}
const scope = (
  layer: string,
  heading: string,
  from: string,
  prefixes: readonly string[],
  to = '',
): Scope => ({
  layer,
  heading,
  from,
  to,
  prefixes: [...new Set(prefixes)].sort(),
});

/** U.S. note 2(aa): the list at (ii) exempts by number; those at (iii) and (iv) only the articles they describe. */
function section122(): Scope[] {
  const starts = ['(ii) As', '(iii) As', '(iv) As', '(v) As'].map(
    (numeral, index) => `${numeral} provided in heading 9903.03.0${index + 3}, the additional duty`,
  );
  return ['9903.03.03', '9903.03.04', '9903.03.05'].map((heading, index) =>
    scope(
      'section-122-exempt',
      heading,
      '2026-02-24',
      numbersBetween(notes, starts[index] ?? '', starts[index + 1] ?? ''),
    ),
  );
}

function section232(): Scope[] {
  const annex = remedies('s232_annex_products.csv');
  const dates = [...new Set(annex.map((row) => row.effective_date ?? ''))];
  const before = [
    ...column(remedies('s232_metal_chapter_products.csv'), 'hts_prefix'),
    ...column(remedies('s232_derivative_products.csv'), 'hts_prefix'),
    ...column(remedies('s232_copper_products.csv'), 'hts10'),
  ];
  const lines = (name: string): string[] => file(`trade-remedies/${name}`).match(/^\d+$/gm) ?? [];
  const wood = [
    ...numbersBetween(
      notes,
      '(b) The rates of duty set forth in heading 9903.76.01',
      '(c) Heading 9903.76.02',
    ),
    ...numbersBetween(notes, '(d) The rates of duty set forth in headings 9903.76.02', '(e) Except for'),
    ...numbersBetween(notes, '(f) Except for as provided by 9903.76.04, the rates', '(g) Heading 9903.76.04'),
  ];
  const vehicles = [
    ...numbersBetween(
      notes,
      '(b) The rates of duty set forth in headings 9903.94.01',
      '(c) Heading 9903.94.02',
    ),
    ...numbersBetween(
      notes,
      '(b) The rate of duty set forth in heading 9903.74.01',
      '(d) Heading 9903.74.03',
    ),
  ];
  return [
    scope('section-232-metals', '9903.80-85', '2018-03-23', before, '2026-04-05'),
    ...dates.map((date) =>
      scope(
        'section-232-metals',
        '9903.82',
        date,
        column(
          annex.filter((row) => row.effective_date === date),
          'hts_prefix',
        ),
      ),
    ),
    scope('section-232-vehicles', '9903.94.01, 9903.74.01', '2025-04-03', vehicles),
    scope('section-232-vehicle-parts', '9903.94.05', '2025-05-03', lines('s232_auto_parts.txt')),
    scope('section-232-vehicle-parts', '9903.74.08', '2025-11-01', lines('s232_mhd_parts.txt')),
    scope('section-232-wood', '9903.76', '2025-10-14', wood),
    scope(
      'section-232-semiconductors',
      '9903.79.01',
      '2026-01-15',
      column(remedies('s232_semi_products.csv'), 'hts10'),
    ),
    scope(
      'section-232-pharmaceuticals',
      '',
      '2025-10-01',
      column(remedies('s232_pharma_products.csv'), 'hts10'),
    ),
  ];
}

/** List 4B (9903.88.16) was never put in force. */
function section301(): Scope[] {
  const listed = remedies('s301_product_lists.csv').filter((row) => row.ch99_code !== '9903.88.16');
  const headings = [...new Set(listed.map((row) => row.ch99_code ?? ''))].sort();
  return headings.map((heading) =>
    scope(
      'section-301',
      heading,
      '2018-07-06',
      column(
        listed.filter((row) => row.ch99_code === heading),
        'hts8',
      ),
    ),
  );
}

/** The report has two lines of its own above the column names. */
function antidumping(): Scope[] {
  const report = readCsv(
    file('hts/cbp_ace_hts_pga_report_2026-02-21.csv.gz').split('\n').slice(2).join('\n'),
  );
  const flagged = (name: string): string[] =>
    column(
      report.filter((row) => row[name] === 'Y'),
      'Tariff Number',
    );
  return [
    scope('antidumping', '', '1979-01-01', flagged('AD Duty')),
    scope('countervailing', '', '1979-01-01', flagged('CV Duty')),
  ];
}

function concordance(): string[] {
  const known = remedies('hts_concordance.csv').filter((row) =>
    /^(rename|split|dropped)$/.test(row.change_type ?? ''),
  );
  const successors = new Map<string, Set<string>>();
  for (const { old_hts10: old = '', new_hts10: next = '' } of known) {
    const list = successors.get(old) ?? new Set();
    if (/^\d+$/.test(next)) list.add(next);
    successors.set(old, list);
  }
  return [...successors].map(([old, next]) => `${old}\t${[...next].join(' ')}`).sort();
}

const scopes = [
  ...section122(),
  ...section232(),
  ...section301(),
  scope('section-201-solar', '9903.45', '2018-02-07', column(remedies('s201_solar_products.csv'), 'hts10')),
  ...antidumping(),
];
const rows = scopes.map(({ layer, heading, from, to, prefixes }) =>
  [layer, heading, from, to, prefixes.join(' ')].join('\t'),
);
writeFileSync(join(target, 'scopes.tsv'), `${rows.join('\n')}\n`);
writeFileSync(join(target, 'concordance.tsv'), `${concordance().join('\n')}\n`);
for (const { layer, heading, prefixes } of scopes) console.log(`${layer} ${heading}: ${prefixes.length}`);
