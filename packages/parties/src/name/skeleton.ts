import { confusables } from './tables/confusables.ts';

/** Signs of one look once letters are small: i, l and 1; o and 0; rn and m; vv and w. */
const TWINS: readonly (readonly [RegExp, string])[] = [
  [/[i1|]/g, 'l'],
  [/0/g, 'o'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];

/**
 * What a name looks like to a hurried reader: compatibility forms and marks folded, look-alike characters replaced by the
 * Latin letter they resemble (UTS 39, section 4), capitals made small. Two names of one skeleton can be taken for each other.
 */
export function skeleton(name: string): string {
  let look = '';
  for (const char of folded(name)) look += lookOf(char);
  return TWINS.reduce((text, [sign, twin]) => text.replace(sign, twin), look);
}

/** Letters of a name that pass for Latin ones without being any. */
export function disguised(name: string): string[] {
  const letters = [...folded(name)];
  const hasLatin = letters.some((char) => /[A-Za-z]/.test(char));
  // A name wholly in another script disguises nothing; mixing scripts inside one name does.
  return hasLatin ? letters.filter((char) => confusables.has(char) && !/\p{Script=Latin}/u.test(char)) : [];
}

function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '');
}

function lookOf(char: string): string {
  return confusables.get(char) ?? confusables.get(char.toUpperCase()) ?? char.toLowerCase();
}
