import { plainName } from '@portolan/documents';
import { skeleton } from './skeleton.ts';
import { transliterate } from './transliterate.ts';

/** Keys under which look-alikes of a name are found: by look and by sound, without legal forms and blanks; sorted. */
export function nameKeys(name: string): readonly string[] {
  const keys = new Set([look(name), sound(name)].filter((key) => key.length > 2));
  return [...keys].sort();
}

/** Legal forms go first where they are recognized, and again once the letters are Latin. */
function look(name: string): string {
  return plainName(skeletonOfWords(plainName(name)))
    .replaceAll(' ', '')
    .toLowerCase();
}

function sound(name: string): string {
  return skeleton(plainName(transliterate(name)).replaceAll(' ', ''));
}

function skeletonOfWords(name: string): string {
  return name.split(' ').map(skeleton).join(' ');
}
