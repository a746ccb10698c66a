import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCsv } from '../csv.ts';

/** The official and secondary files that the tables are made from, below one folder. */
export interface Sources {
  text(path: string): string;
  /** Rows of a CSV of trade-remedies/. */
  remedies(name: string): Record<string, string>[];
  /** Text of the U.S. notes of chapter 99. */
  readonly notes: string;
  /** Percentage that a heading of chapter 99 prints, in the newest edition that has it; throws where none does. */
  percentOf(heading: string): string;
  /** Description of a heading of chapter 99. */
  wordsOf(heading: string): string;
  /** Numbers of chapter 99 in either edition. */
  readonly headings: readonly string[];
}

const EDITIONS = ['hts/hts_2026_rev_10.json.gz', 'hts/hts_2025_rev_32.json.gz'];
/** "The duty provided in the applicable subheading + a duty of 25% upon the value of …", or the rate alone. */
const PERCENT = /(?:\+|plus|^) ?(?:a duty of )?(\d+(?:\.\d+)?) ?%/;

interface Heading {
  readonly htsno: string;
  readonly general: string;
  readonly special: string;
  readonly other: string;
  readonly description: string;
}

export function openSources(folder: string): Sources {
  const text = (path: string): string => {
    const bytes = readFileSync(join(folder, path));
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  };
  const byNumber = new Map<string, Heading>();
  for (const path of EDITIONS)
    for (const row of JSON.parse(text(path)) as Heading[])
      if (row.htsno.startsWith('99') && !byNumber.has(row.htsno)) byNumber.set(row.htsno, row);
  const find = (heading: string): Heading => {
    const found = byNumber.get(heading);
    if (found === undefined) throw new Error(`heading ${heading} is in no edition`);
    return found;
  };
  return {
    text,
    remedies: (name) => readCsv(text(`trade-remedies/${name}`)),
    notes: text('hts/chapter99_us_notes_2026_rev_6.txt.gz'),
    headings: [...byNumber.keys()],
    wordsOf: (heading) => find(heading).description.replace(/\s+/g, ' '),
    percentOf: (heading) => {
      const { general, special, other } = find(heading);
      const percent = [general, special, other].map((column) => PERCENT.exec(column.trim())?.[1]);
      const [first] = percent.filter((value) => value !== undefined);
      if (first === undefined) throw new Error(`heading ${heading} prints no percentage: ${general}`);
      return first;
    },
  };
}

/** Values of a column that are numbers, digits only. */
export function numbersIn(rows: readonly Record<string, string>[], column: string): string[] {
  return rows.map((row) => (row[column] ?? '').replaceAll('.', '')).filter((value) => /^\d+$/.test(value));
}
