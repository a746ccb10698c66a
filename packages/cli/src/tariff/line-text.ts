import type { TariffFlag } from '@portolan/contract';
import type { Edition, OutlineRow, TariffLine } from '@portolan/tariff';
import { measured, tariffNumber } from '../output/format.ts';
import { facts, table } from '../output/table.ts';

/** One number with the path of its headings, rates, units, flags and notes. */
export function lineText(line: TariffLine, flags: readonly TariffFlag[]): string[] {
  const { hts, path, description, units, texts, season, footnotes } = line;
  return [
    tariffNumber(hts),
    ...[...path, description].map((text, depth) => `${'  '.repeat(depth + 1)}${text}`),
    '',
    ...facts([
      ['General', texts.general],
      ['Special', texts.special || undefined],
      ['Column 2', texts.column2],
      ['Report in', units.map(unitText).join(', ') || undefined],
      ['Season', season && `entered ${season.text}`],
    ]),
    ...flags.map(({ kind, code, text }) => `Flag: ${kind} ${code}: ${text}`),
    ...footnotes.map((note) => `Note: ${note}`),
  ];
}

const columns = [
  { title: 'HTS' },
  { title: 'Description' },
  { title: 'General' },
  { title: 'Special' },
] as const;

/** Lines that a search found, each with the heading above it. */
export function foundText(lines: readonly TariffLine[]): string[] {
  return table(
    columns,
    lines.map(({ hts, path, description, texts }) => [
      tariffNumber(hts),
      cut([...path.slice(-1), description].join(' › '), 60),
      cut(texts.general, 30),
      cut(texts.special, 50),
    ]),
  );
}

/** The first rows of a heading or subheading as the schedule prints them, indented below their headings. */
export function outlineText(edition: Edition, digits: string, limit: number): string[] {
  const above = [4, 6, 8]
    .filter((length) => length < digits.length)
    .flatMap((length) => edition.line(digits.slice(0, length)) ?? [])
    .map(({ hts, description }) => `${tariffNumber(hts)}  ${description}`);
  const rows = edition.outline(digits);
  const least = Math.min(...rows.map(({ indent }) => indent));
  const shown = firstNumbers(rows, limit);
  const more = rows.slice(shown.length).filter(({ hts }) => hts !== '').length;
  return [
    ...above,
    ...(above.length > 0 ? [''] : []),
    ...table(
      columns,
      shown.map(({ hts, indent, description, general, special }) => [
        tariffNumber(hts),
        cut(`${'  '.repeat(indent - least)}${description}`, 60),
        cut(general, 30),
        cut(special, 50),
      ]),
    ),
    ...(more > 0 ? [`… ${more} more numbers: --limit ${limit + more}`] : []),
  ];
}

/** The rows down to the last of so many numbers, with the description rows between them. */
function firstNumbers(rows: readonly OutlineRow[], limit: number): readonly OutlineRow[] {
  let count = 0;
  const end = rows.findIndex(({ hts }) => hts !== '' && ++count > limit);
  return end < 0 ? rows : rows.slice(0, end);
}

/** Which edition was looked into, and what is unknown where it may not hold on the date. */
export function editionText(
  { id, effective, horizon, unknownAfter, source }: Edition,
  date: string,
): string[] {
  return [
    `Edition ${id}, in force from ${effective}. Source: ${source}`,
    ...(date > horizon ? [`Not known to be current on ${date}: ${unknownAfter}`] : []),
  ];
}

function unitText(unit: string): string {
  return measured({ value: '', unit }).trim();
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
