import { readCsv } from '../csv.ts';
import type { Sources } from './sources.ts';

const TRACKER = 'tariff-rate-tracker, differences of the editions of 2025 and 2026';
const ROUNDS = 'Harmonized System 2022, headings 6201 and 6202';
/**
 * Headings of the Harmonized System 2017 in which rules of origin are still written: coats and jackets went by kind and
 * fibre, since 2022 by fibre alone.
 */
const HS_2017 = ['6201', '6202'].flatMap((heading) =>
  [
    ['1', '20'],
    ['2', '30'],
    ['3', '40'],
    ['9', '90'],
  ].flatMap(([fibre = '', next = '']) => [
    [`${heading}1${fibre}`, `${heading}${next}`],
    [`${heading}9${fibre}`, `${heading}${next}`],
  ]),
);

interface Ended {
  readonly successors: Set<string>;
  ended: string;
}

/** concordance.tsv: ended number, successors, first day without it, source; `editionEnds` are numbers only one edition has. */
export function concordanceRows(
  sources: Sources,
  editionEnds: ReadonlyMap<string, readonly string[]>,
): string[] {
  const dates = new Map(
    readCsv(sources.text('hts/revision_dates.csv')).map((row) => [
      row.revision ?? '',
      row.effective_date ?? '',
    ]),
  );
  const ended = new Map<string, Ended>();
  for (const row of sources.remedies('hts_concordance.csv')) {
    const {
      old_hts10: old = '',
      new_hts10: next = '',
      change_type: kind = '',
      revision_to: revision = '',
    } = row;
    if (!/^(?:rename|split|dropped|many_to_many)$/.test(kind) || !/^\d+$/.test(old)) continue;
    const known = ended.get(old) ?? { successors: new Set<string>(), ended: dates.get(revision) ?? '' };
    if (isSuccessor(old, next, kind)) known.successors.add(next);
    ended.set(old, known);
  }
  const tracked = [...ended].map(([old, { successors, ended: date }]) =>
    line(old, [...successors], date, TRACKER),
  );
  const between = [...editionEnds]
    .filter(([old]) => !ended.has(old))
    .map(([old, successors]) =>
      line(old, successors, '2026-06-08', 'HTS 2025 revision 32 and 2026 revision 10 compared'),
    );
  const rounds = HS_2017.filter(([old = '', next]) => old !== next).map(([old = '', next = '']) =>
    line(old, [next], '2022-01-27', ROUNDS),
  );
  return [...tracked, ...between, ...rounds].sort();
}

/** Where many numbers became many, only those of the same subheading are told apart from chance likeness of words. */
function isSuccessor(old: string, next: string, kind: string): boolean {
  if (!/^\d+$/.test(next) || next === old) return false;
  return kind !== 'many_to_many' || next.slice(0, 8) === old.slice(0, 8);
}

function line(old: string, successors: readonly string[], date: string, source: string): string {
  return [old, [...successors].sort().join(' '), date, source].join('\t');
}
