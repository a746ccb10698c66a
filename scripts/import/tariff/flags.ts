import { readCsv } from '../csv.ts';
import type { Flagged } from './others.ts';
import type { Sources } from './sources.ts';

const REPORT = 'hts/cbp_ace_hts_pga_report_2026-02-21.csv.gz';
const AGENCY_COLUMNS = Array.from({ length: 10 }, (_, index) => `PGA ${index + 1}`);

/** Flags of CBP's report by number. The report has two lines of its own above the column names. */
export function readReport(sources: Sources): Flagged[] {
  const rows = readCsv(sources.text(REPORT).split('\n').slice(2).join('\n'));
  return rows.map((row) => ({
    number: row['Tariff Number'] ?? '',
    codes: AGENCY_COLUMNS.map((column) => row[column] ?? '')
      .filter((code) => code !== '')
      .sort()
      .join(' '),
    antidumping: row['AD Duty'] === 'Y',
    countervailing: row['CV Duty'] === 'Y',
  }));
}

/** flags.tsv: flags, antidumping, countervailing, numbers that have exactly these. */
export function flagRows(flags: readonly Flagged[]): string[] {
  const byFlags = new Map<string, string[]>();
  for (const { number, codes, antidumping, countervailing } of flags) {
    if (codes === '' && !antidumping && !countervailing) continue;
    const key = [codes, antidumping ? 'Y' : '', countervailing ? 'Y' : ''].join('\t');
    byFlags.set(key, [...(byFlags.get(key) ?? []), number]);
  }
  return [...byFlags].map(([key, numbers]) => `${key}\t${numbers.sort().join(' ')}`).sort();
}
