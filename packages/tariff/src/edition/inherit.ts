import type { FactsRow } from './facts.ts';

export interface RateTexts {
  readonly general: string;
  readonly special: string;
  readonly other: string;
  /** Number of the row whose rates these are, when it is not the row itself. */
  readonly inheritedFrom?: string;
}

/**
 * The row and those above it up to and including its legal line: the first with a general rate or with eight digits.
 * Only the row itself where there is none, as for headings.
 */
export function ratedRows(upwards: readonly FactsRow[]): readonly FactsRow[] {
  const end = upwards.findIndex((row) => row.general !== '' || row.hts.length === 8);
  return upwards.slice(0, Math.max(end, 0) + 1);
}

/**
 * The rates of a row, each column from the nearest row upwards that prints it, as far as the legal line. Above that
 * nothing is inherited, so that a blank special column of the legal line means "no special rate".
 */
export function inheritRates(upwards: readonly FactsRow[]): RateTexts {
  const rows = ratedRows(upwards);
  const first = (column: 'general' | 'special' | 'other'): string =>
    rows.find((row) => row[column] !== '')?.[column] ?? '';
  const rates = { general: first('general'), special: first('special'), other: first('other') };
  const bearer = rows.at(-1);
  return bearer === undefined || rows.length === 1 ? rates : { ...rates, inheritedFrom: bearer.hts };
}
