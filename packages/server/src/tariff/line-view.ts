import type { TariffLineView } from '@portolan/contract';
import type { Edition, TariffLine } from '@portolan/tariff';

/** A tariff line as the contract shows it, in the words of its edition. */
export function lineView(line: TariffLine, edition: Edition): TariffLineView {
  const { hts, description, path, units, texts, general, column2, footnotes, season } = line;
  return {
    hts,
    description,
    path: [...path],
    units: [...units],
    ...texts,
    rates: { general, column2 },
    footnotes: [...footnotes],
    ...(season === undefined ? {} : { season: season.text }),
    edition: edition.id,
  };
}
