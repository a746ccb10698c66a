import type { FactsRow } from './facts.ts';

export interface RateTexts {
  readonly general: string;
  readonly special: string;
  readonly other: string;
  /** Number of the row whose rates these are, when it is not the row itself. */
  readonly inheritedFrom?: string;
}

/**
 * The rates of a row, each column from the nearest row upwards that prints it, up to and including the legal line:
 * the first row with a general rate or with eight digits. Above that nothing is inherited, so that a blank special
 * column of the legal line means "no special rate".
 */
export function inheritRates(upwards: readonly FactsRow[]): RateTexts {
  const end = upwards.findIndex((row) => row.general !== '' || row.hts.length === 8);
  const rows = end < 0 ? upwards : upwards.slice(0, end + 1);
  const first = (column: 'general' | 'special' | 'other'): string =>
    rows.find((row) => row[column] !== '')?.[column] ?? '';
  const rates = { general: first('general'), special: first('special'), other: first('other') };
  const bearer = rows.at(-1);
  const own = upwards[0];
  return bearer === undefined || bearer === own || end < 0 ? rates : { ...rates, inheritedFrom: bearer.hts };
}
