import { editionYears } from '../facts/grades/grades.ts';

/**
 * The year of an edition as certificates write it: `11`, `04a`, `-22`, `2019`, `46th`. Undefined where it says no year.
 * Two digits from 50 on are of the last century.
 */
export function editionYear(
  standard: string,
  edition: string,
  counted: Readonly<Record<string, number>> = editionYears,
): number | undefined {
  const text = edition
    .trim()
    .replace(/^[-:]/, '')
    .replace(/(?:st|nd|rd|th)(?: ed(?:ition|\.)?)?$/i, '');
  const byCount = Object.entries(counted).find(([name]) => {
    const [series = '', count = ''] = name.split(' ');
    return count === text && plain(standard).includes(series);
  });
  if (byCount) return byCount[1];
  const year = /^(\d{4}|\d{2})(?:\s?[a-z]\d?)?$/i.exec(text)?.[1];
  if (year === undefined) return undefined;
  const number = Number(year);
  if (year.length === 4) return number;
  return number >= 50 ? 1900 + number : 2000 + number;
}

/** Without spaces and dashes of taste, in capitals. */
export function plain(text: string): string {
  return text.toUpperCase().replace(/\s+/g, '');
}

/** A grade without the word that says it is one. */
export function plainGrade(text: string): string {
  return plain(text).replace(/^(?:GRADE|GR\.?|TYPE|CLASS)/, '');
}
