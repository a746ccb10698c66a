import { type Edition, parseRate, parseSpecial } from '../../packages/tariff/src/index.ts';

/** Distinct rate texts of an edition's rows, and those that the rate grammar does not cover, each with its reason. */
export function rateLines(edition: Edition): { texts: number; unread: string[] } {
  const texts = new Set<string>();
  const unread = new Set<string>();
  const read = (text: string, rates: readonly ReturnType<typeof parseRate>[]): void => {
    if (text === '') return;
    texts.add(text);
    for (const rate of rates) if (rate.kind === 'unparsed') unread.add(`${rate.text} (${rate.reason})`);
  };
  for (let chapter = 1; chapter <= 99; chapter++)
    for (const row of edition.outline(String(chapter).padStart(2, '0'))) {
      read(row.general, [parseRate(row.general)]);
      read(row.column2, [parseRate(row.column2)]);
      read(
        row.special,
        parseSpecial(row.special).map(({ rate }) => rate),
      );
    }
  return { texts: texts.size, unread: [...unread] };
}
