import { cyrillic } from './tables/cyrillic.ts';
import { greek } from './tables/greek.ts';

/** A name in Latin letters, as a passport would write it: Cyrillic and Greek by table, marks taken off. */
export function transliterate(name: string): string {
  let latin = '';
  for (const char of name.normalize('NFC').toLowerCase()) latin += cyrillic[char] ?? greek[char] ?? char;
  return latin.normalize('NFKD').replace(/\p{M}/gu, '');
}
