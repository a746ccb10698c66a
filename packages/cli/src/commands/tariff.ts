import { type CalendarDate, parseDate } from '@portolan/kernel';
import { type Edition, newestInForce, type TariffLine } from '@portolan/tariff';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { outcomeOf, refuse } from '../outcome.ts';
import { measured, tariffNumber } from '../output/format.ts';
import { type OutputFlags, report, reportFailure } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
Needs no node: the tariff edition comes with the command.

Examples:
  portolan tariff 0804.50                    the numbers under a subheading
  portolan tariff 0804.50.6055               one number with its rates
  portolan tariff fresh mangoes              search by words
  portolan tariff 0709.60 --date 2026-06-12

Exit codes: 0 found, 1 nothing found, 2 wrong usage.`;

interface TariffFlags extends OutputFlags {
  readonly date?: string;
  readonly limit: string;
}

/** `portolan tariff`: looks up the schedule, by number or by words. */
export function tariffCommand(io: Io): Command {
  const command = new Command('tariff')
    .description('Look up the tariff by number or words')
    .argument('<query...>', 'number, or words of the description')
    .option('--date <date>', 'edition in force on this day (today)')
    .option('--limit <count>', 'at most so many lines', '25')
    .addHelpText('after', examples)
    .action((query: readonly string[], flags: TariffFlags) => {
      io.exitCode = runTariff(io, query.join(' '), flags);
    });
  return withJsonFlag(command);
}

function runTariff(io: Io, query: string, flags: TariffFlags): number {
  const date = outcomeOf(parseDate(flags.date ?? io.now().slice(0, 10)), exitCodes.usage);
  if (!date.ok) return reportFailure(io, flags, date);
  const limit = Number(flags.limit);
  if (!/^\d{1,4}$/.test(flags.limit) || limit < 1) {
    const params = { option: '--limit', value: flags.limit, expected: 'a number from 1 to 9999' };
    return reportFailure(io, flags, refuse('CLI_OPTION_INVALID', params, exitCodes.usage));
  }
  // A look-up shows the newest edition at hand and says until when it is known to hold; only computing needs certainty.
  const edition = outcomeOf(newestInForce(loadEmbeddedReference(), { date: date.value, knownAt: io.now() }));
  if (!edition.ok) return reportFailure(io, flags, edition);
  return show(io, flags, edition.value, find(edition.value, query, limit), query, date.value);
}

function find(edition: Edition, query: string, limit: number): TariffLine[] {
  const digits = query.replace(/[.\s]/g, '');
  if (!/^\d{2,10}$/.test(digits)) return edition.search(query, limit);
  const exact = edition.line(digits);
  return exact?.complete ? [exact] : edition.under(digits, limit);
}

function show(
  io: Io,
  flags: TariffFlags,
  edition: Edition,
  lines: readonly TariffLine[],
  query: string,
  date: CalendarDate,
): number {
  const [only] = lines;
  if (!only)
    return reportFailure(io, flags, refuse('CLI_TARIFF_LINE_UNKNOWN', { query, edition: edition.id }));
  const text = lines.length === 1 ? lineText(only) : table(columns, lines.map(row));
  report(io, flags, { edition: edition.id, items: lines }, [...text, '', ...editionText(edition, date)]);
  return exitCodes.ok;
}

const columns = [
  { title: 'HTS' },
  { title: 'Description' },
  { title: 'General' },
  { title: 'Special' },
] as const;

function row({ hts, path, description, texts }: TariffLine): string[] {
  const words = [...path.slice(-1), description].join(' › ');
  return [tariffNumber(hts), cut(words, 60), cut(texts.general, 30), cut(texts.special, 50)];
}

function lineText({ hts, path, description, units, texts, season, footnotes }: TariffLine): string[] {
  return [
    tariffNumber(hts),
    ...[...path, description].map((text, depth) => `${'  '.repeat(depth + 1)}${text}`),
    '',
    ...facts([
      ['General', texts.general],
      ['Special', texts.special || undefined],
      ['Column 2', texts.column2],
      ['Report in', units.map((unit) => measured({ value: '', unit }).trim()).join(', ') || undefined],
      ['Season', season && JSON.stringify(season)],
    ]),
    ...footnotes.map((note) => `Note: ${note}`),
  ];
}

function editionText(
  { id, effective, horizon, unknownAfter, source }: Edition,
  date: CalendarDate,
): string[] {
  return [
    `Edition ${id}, in force from ${effective}. Source: ${source}`,
    ...(date > horizon ? [`Not known to be current on ${date}: ${unknownAfter}`] : []),
  ];
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
