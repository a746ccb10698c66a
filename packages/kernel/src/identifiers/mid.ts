/** What a manufacturer identification code is made of. */
export interface MidSource {
  /** ISO country code; for Canada the code of the province (XA, XB, XC, XM, XN, XO, XP, XQ, XS, XT, XV, XW, XY). */
  readonly country: string;
  readonly name: string;
  /** Street line with the number; a post office box counts as one. */
  readonly street?: string;
  readonly city: string;
}

/** Words of a name that do not count (19 CFR part 102, appendix). */
const SKIPPED = new Set(['A', 'AN', 'AND', 'OF', 'THE']);

/** Constructs a MID from name and address (19 CFR part 102, appendix), at most 15 characters. */
export function makeMid({ country, name, street = '', city }: MidSource): string {
  return `${country}${midName(name)}${midNumber(street)}${plain(city).replaceAll(' ', '').slice(0, 3)}`;
}

/** First three letters of the first two words; initials that follow each other are one word. */
export function midName(name: string): string {
  const words = joinInitials(plain(name).split(' ')).filter((word) => !SKIPPED.has(word));
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 3))
    .join('');
}

/** Up to four digits of the largest number on the street line; punctuation inside a number doesn't divide it. */
export function midNumber(street: string): string {
  const numbers = street.match(/\d[\d.,'/-]*/g)?.map((number) => number.replace(/\D/g, '')) ?? [];
  const largest = numbers.reduce((most, next) => (BigInt(next) > BigInt(most || '0') ? next : most), '');
  return largest.slice(0, 4);
}

/** Upper case without accents and punctuation; a point or apostrophe joins, anything else divides. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[.'’]/g, (mark, at: number, whole: string) =>
      isInitial(whole, at) ? ' ' : mark === '.' ? ' ' : '',
    )
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

function isInitial(text: string, at: number): boolean {
  return /(^|[^A-Z])[A-Z]$/.test(text.slice(0, at));
}

function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let previousWasInitial = false;
  for (const word of words) {
    const initial = word.length === 1;
    if (initial && previousWasInitial) joined[joined.length - 1] += word;
    else joined.push(word);
    previousWasInitial = initial;
  }
  return joined;
}
