import { measuresOf } from '../rate/measure.ts';
import { parseRate } from '../rate/parse.ts';
import { parseSpecial } from '../rate/parse-special.ts';
import type { FactsRow } from './facts.ts';
import { inheritRates } from './inherit.ts';
import type { TariffLine } from './line.ts';
import { parseSeason } from './season.ts';
import { findChildren, lineage, type Parents } from './tree.ts';

export interface LineReader {
  at(index: number | undefined): TariffLine | undefined;
  siblings(index: number | undefined): TariffLine[];
  /** Indexes of the rows under which goods can be entered, in the schedule's order. */
  readonly complete: readonly number[];
  hts(index: number): string;
  /** Descriptions from the heading down to the row itself. */
  words(index: number): string[];
}

export function createLineReader(
  rows: readonly FactsRow[],
  parents: Parents,
  byNumber: ReadonlyMap<string, number>,
): LineReader {
  const lines = new Map<number, TariffLine>();
  const general = remembered(parseRate);
  const special = remembered(parseSpecial);
  const season = remembered(parseSeason);
  const seasonOf = (row: FactsRow | undefined): Pick<TariffLine, 'season' | 'seasonFrom'> => {
    const found = row === undefined ? undefined : season(row.description);
    return row === undefined || found === undefined ? {} : { season: found, seasonFrom: row.hts };
  };
  const complete = completeRows(rows, byNumber);
  const isComplete = new Set(complete);

  const read = (index: number): TariffLine | undefined => {
    const upwards = lineage(rows, parents, index);
    const row = upwards[0];
    if (row === undefined || row.hts === '') return undefined;
    const rates = inheritRates(upwards);
    const footnotes = footnotesOf(upwards);
    const { measures } = measuresOf(row.units);
    const seasonal = upwards.find(({ description }) => season(description) !== undefined);
    return {
      hts: row.hts,
      description: row.description,
      path: upwards
        .slice(1)
        .reverse()
        .map(({ description }) => description),
      units: [...new Set(measures.map(({ unit }) => unit))],
      measures,
      general: general(rates.general),
      special: special(rates.special),
      column2: general(rates.other),
      texts: { general: rates.general, special: rates.special, column2: rates.other },
      footnotes,
      headings: [...new Set(footnotes.flatMap((note) => note.match(/\b9[89]\d{2}(?:\.\d{2}){1,2}/g) ?? []))],
      indent: row.indent,
      ...(rates.inheritedFrom === undefined ? {} : { inheritedFrom: rates.inheritedFrom }),
      ...seasonOf(seasonal),
      complete: isComplete.has(index),
    };
  };

  const at = (index: number | undefined): TariffLine | undefined => {
    if (index === undefined) return undefined;
    const known = lines.get(index);
    if (known !== undefined) return known;
    const line = read(index);
    if (line !== undefined) lines.set(index, line);
    return line;
  };

  let children: ReadonlyMap<number, readonly number[]> | undefined;
  const numberedBelow = (index: number): number[] => {
    children ??= findChildren(parents);
    const below = children.get(index) ?? [];
    return below.flatMap((child) => (rows[child]?.hts === '' ? numberedBelow(child) : [child]));
  };
  const beside = (index: number): number[] =>
    numberedBelow(parents[index] ?? -1).filter((other) => other !== index);

  return {
    at,
    complete,
    siblings: (index) =>
      index === undefined
        ? []
        : beside(index)
            .map(at)
            .filter((line) => line !== undefined),
    hts: (index) => rows[index]?.hts ?? '',
    words: (index) =>
      lineage(rows, parents, index)
        .map(({ description }) => description)
        .reverse(),
  };
}

/**
 * Ten-digit rows, and eight-digit rows that no ten-digit row continues (chapters 91, 98 and 99). Many eight-digit
 * lines exist only as their NNNN.NN.NN.00 row.
 */
function completeRows(rows: readonly FactsRow[], byNumber: ReadonlyMap<string, number>): number[] {
  const continued = new Set(rows.filter(({ hts }) => hts.length === 10).map(({ hts }) => hts.slice(0, 8)));
  return [...byNumber]
    .filter(([hts]) => hts.length === 10 || (hts.length === 8 && !continued.has(hts)))
    .map(([, index]) => index);
}

/** Footnotes of the row and of the rows down from the legal line that it inherits from. */
function footnotesOf(upwards: readonly FactsRow[]): string[] {
  const end = upwards.findIndex((row) => row.general !== '' || row.hts.length === 8);
  const rows = end < 0 ? upwards.slice(0, 1) : upwards.slice(0, end + 1);
  const texts = rows.flatMap(({ footnotes }) => footnotes.map((note) => note.slice(note.indexOf('|') + 1)));
  return [...new Set(texts)];
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
