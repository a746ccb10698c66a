import { plainName } from '@portolan/documents';
import { disguised } from './skeleton.ts';
import { transliterate } from './transliterate.ts';

/** How two names come to be taken for each other. */
export type Likeness = 'same' | 'disguised' | 'transliterated' | 'similar';

/**
 * Compares two names that share a key: `same` apart from case, marks and legal form; `disguised` where letters of another
 * script pass for Latin ones; `transliterated` where one is the other in another script; `similar` for the rest (1 for l).
 */
export function likeness(name: string, other: string): Likeness {
  if (plainName(name) === plainName(other)) return 'same';
  if (disguised(name).length > 0 || disguised(other).length > 0) return 'disguised';
  if (plainName(transliterate(name)) === plainName(transliterate(other))) return 'transliterated';
  return 'similar';
}
