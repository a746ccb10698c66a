import { parseDate } from '@portolan/kernel';
import { editionOn, flagsOf, historyOf, type Shelf } from '@portolan/server/tariff';
import { type Edition, newestInForce, type TariffLine } from '@portolan/tariff';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type Outcome, outcomeOf, refuse } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';
import { historyText } from './history-text.ts';
import { editionText, foundText, lineText, outlineText } from './line-text.ts';
import { openShelf, type ShelfFlags } from './shelf.ts';

export interface LookUpFlags extends ShelfFlags {
  readonly date?: string;
  readonly edition?: string;
  readonly limit: string;
  readonly history?: boolean;
}

/** Looks a number or words up in the schedule and reports what was found. */
export async function lookUp(io: Io, query: string, flags: LookUpFlags): Promise<number> {
  const limit = Number(flags.limit);
  if (!/^\d{1,4}$/.test(flags.limit) || limit < 1) {
    const params = { option: '--limit', value: flags.limit, expected: 'a number from 1 to 9999' };
    return reportFailure(io, flags, refuse('CLI_OPTION_INVALID', params, exitCodes.usage));
  }
  const shelf = await openShelf(io, flags);
  if (!shelf.ok) return reportFailure(io, flags, shelf);
  const date = flags.date ?? io.now().slice(0, 10);
  const edition = editionFor(io, shelf.value, flags, date);
  if (!edition.ok) return reportFailure(io, flags, edition);
  const digits = query.replace(/[.\s]/g, '');
  if (flags.history) return showHistory(io, flags, digits, shelf.value);
  const lines = find(edition.value, query, digits, limit);
  if (lines.length === 0)
    return reportFailure(io, flags, refuse('CLI_TARIFF_LINE_UNKNOWN', { query, edition: edition.value.id }));
  show(io, flags, { edition: edition.value, shelf: shelf.value, digits, date }, lines);
  return exitCodes.ok;
}

/** A look-up shows the newest edition at hand and says until when it is known to hold; only computing needs certainty. */
function editionFor(io: Io, { reference }: Shelf, { edition }: LookUpFlags, on: string): Outcome<Edition> {
  if (edition !== undefined) return outcomeOf(editionOn(reference, { edition }, io.now()));
  const date = outcomeOf(parseDate(on), exitCodes.usage);
  return date.ok ? outcomeOf(newestInForce(reference, { date: date.value, knownAt: io.now() })) : date;
}

const NUMBER = /^\d{2,10}$/;

function find(edition: Edition, query: string, digits: string, limit: number): TariffLine[] {
  if (!NUMBER.test(digits)) return edition.search(query, limit);
  const exact = edition.line(digits);
  return exact?.complete ? [exact] : edition.under(digits, limit);
}

interface LookedUp {
  readonly edition: Edition;
  readonly shelf: Shelf;
  readonly digits: string;
  readonly date: string;
}

function show(io: Io, flags: LookUpFlags, at: LookedUp, lines: readonly TariffLine[]): void {
  const { edition, shelf, digits, date } = at;
  const [only] = lines;
  const flagsFound = lines.length === 1 && only ? flagsOf(only, shelf.reference, date) : [];
  const text =
    lines.length === 1 && only
      ? lineText(only, flagsFound)
      : NUMBER.test(digits)
        ? outlineText(edition, digits, Number(flags.limit))
        : foundText(lines);
  const value = { edition: edition.id, items: lines, ...(lines.length === 1 ? { flags: flagsFound } : {}) };
  report(io, flags, value, [...text, '', ...editionText(edition, date)]);
}

function showHistory(io: Io, flags: LookUpFlags, digits: string, shelf: Shelf): number {
  if (!NUMBER.test(digits)) {
    const params = { option: '--history', value: digits, expected: 'a tariff number beside it' };
    return reportFailure(io, flags, refuse('CLI_OPTION_INVALID', params, exitCodes.usage));
  }
  const history = historyOf(digits, shelf);
  if (history.steps.every(({ line }) => line === undefined))
    return reportFailure(io, flags, refuse('CLI_TARIFF_LINE_UNKNOWN', { query: digits, edition: 'at hand' }));
  report(io, flags, history, historyText(history));
  return exitCodes.ok;
}
