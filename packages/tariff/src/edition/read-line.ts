import { measuresOf } from '../rate/measure.ts';
import { parseRate } from '../rate/parse.ts';
import { parseSpecial } from '../rate/parse-special.ts';
import type { FactsRow } from './facts.ts';
import { inheritRates, ratedRows } from './inherit.ts';
import type { TariffLine } from './line.ts';
import type { Schedule } from './schedule.ts';
import { parseSeason } from './season.ts';

/** Reads lines of a schedule, each once: the same rate texts recur on thousands of rows. */
export function createLineReader(schedule: Schedule): (index: number | undefined) => TariffLine | undefined {
  const parsers = {
    rate: remembered(parseRate),
    special: remembered(parseSpecial),
    season: remembered(parseSeason),
  };
  const complete = new Set(schedule.complete);
  const lines = new Map<number, TariffLine>();
  return (index) => {
    if (index === undefined) return undefined;
    const known = lines.get(index);
    if (known !== undefined) return known;
    const line = readLine(schedule.upwards(index), parsers, complete.has(index));
    if (line !== undefined) lines.set(index, line);
    return line;
  };
}

/** "Described in additional U.S. note 10 to chapter 4 and entered pursuant to its provisions": the quota of that note. */
const QUOTA = /described in additional U\.S\. ?note \d+ to (?:this )?chapter.*pursuant to its provisions/i;

interface Parsers {
  readonly rate: typeof parseRate;
  readonly special: typeof parseSpecial;
  readonly season: typeof parseSeason;
}

function readLine(upwards: readonly FactsRow[], parsers: Parsers, complete: boolean): TariffLine | undefined {
  const [row, ...above] = upwards;
  if (row === undefined || row.hts === '') return undefined;
  const { general, special, other, inheritedFrom } = inheritRates(upwards);
  const { measures } = measuresOf(row.units);
  const footnotes = footnotesOf(upwards);
  return {
    hts: row.hts,
    description: row.description,
    path: above.map(({ description }) => description).reverse(),
    units: [...new Set(measures.map(({ unit }) => unit))],
    measures,
    general: parsers.rate(general),
    special: parsers.special(special),
    column2: parsers.rate(other),
    texts: { general, special, column2: other },
    footnotes,
    headings: headingsOf(footnotes),
    indent: row.indent,
    ...(inheritedFrom === undefined ? {} : { inheritedFrom }),
    ...seasonOf(upwards, parsers),
    inQuota: upwards.some(({ description }) => QUOTA.test(description)),
    complete,
  };
}

function seasonOf(
  upwards: readonly FactsRow[],
  { season }: Parsers,
): Pick<TariffLine, 'season' | 'seasonFrom'> {
  for (const { description, hts } of upwards) {
    const found = season(description);
    if (found !== undefined) return { season: found, seasonFrom: hts };
  }
  return {};
}

/** Footnotes of the row and of the rows up to the legal line that it inherits from. */
function footnotesOf(upwards: readonly FactsRow[]): string[] {
  const texts = ratedRows(upwards).flatMap(({ footnotes }) => footnotes);
  return [...new Set(texts.map((note) => note.slice(note.indexOf('|') + 1)))];
}

function headingsOf(footnotes: readonly string[]): string[] {
  return [...new Set(footnotes.flatMap((note) => note.match(/\b9[89]\d{2}(?:\.\d{2}){1,2}/g) ?? []))];
}

function remembered<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (known.has(text)) return known.get(text) as T;
    const parsed = parse(text);
    known.set(text, parsed);
    return parsed;
  };
}
