import type { Edition } from './edition.ts';
import type { TariffLine } from './line.ts';

/** A line of one edition, as a list of changes shows it. */
export interface LineSummary {
  readonly hts: string;
  readonly description: string;
  readonly path: readonly string[];
}

/** What a line printed before and prints now, in the words of the schedule. */
export interface LineChange extends LineSummary {
  readonly before: string;
  readonly after: string;
}

export interface RateChange extends LineChange {
  readonly column: 'general' | 'special' | 'column-2';
}

export interface EditionDifference {
  readonly from: string;
  readonly to: string;
  readonly added: readonly LineSummary[];
  readonly ended: readonly LineSummary[];
  readonly rateChanged: readonly RateChange[];
  readonly unitChanged: readonly LineChange[];
  readonly descriptionChanged: readonly LineChange[];
}

const COLUMNS = [
  ['general', 'general'],
  ['special', 'special'],
  ['column-2', 'column2'],
] as const;

/**
 * How one edition differs from another, over the numbers under which goods can be entered. A rate that moves between a
 * line and the row it inherits from is no change: rates are compared with what they inherit.
 */
export function diffEditions(from: Edition, to: Edition): EditionDifference {
  const before = byNumber(from);
  const after = byNumber(to);
  const kept = [...before].flatMap(([hts, line]) => {
    const next = after.get(hts);
    return next === undefined ? [] : [{ line, next }];
  });
  return {
    from: from.id,
    to: to.id,
    added: [...after].filter(([hts]) => !before.has(hts)).map(([, line]) => summary(line)),
    ended: [...before].filter(([hts]) => !after.has(hts)).map(([, line]) => summary(line)),
    rateChanged: kept.flatMap(({ line, next }) => rateChanges(line, next)),
    unitChanged: kept.flatMap(({ line, next }) => change(next, unitsOf(line), unitsOf(next))),
    descriptionChanged: kept.flatMap(({ line, next }) => change(next, wordsOf(line), wordsOf(next))),
  };
}

function byNumber(edition: Edition): Map<string, TariffLine> {
  return new Map(edition.under('').map((line) => [line.hts, line]));
}

function rateChanges(line: TariffLine, next: TariffLine): RateChange[] {
  return COLUMNS.flatMap(([column, text]) =>
    change(next, plain(line.texts[text]), plain(next.texts[text])).map((found) => ({ ...found, column })),
  );
}

function change(line: TariffLine, before: string, after: string): LineChange[] {
  return before === after ? [] : [{ ...summary(line), before, after }];
}

function summary({ hts, description, path }: TariffLine): LineSummary {
  return { hts, description, path };
}

function unitsOf({ measures }: TariffLine): string {
  return measures.map(({ unit, of }) => (of === undefined ? unit : `${unit} of ${of}`)).join(', ');
}

function wordsOf({ path, description }: TariffLine): string {
  return [...path, description].join(' > ');
}

/** Blanks and a final full stop of a rate are the printer's. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}
