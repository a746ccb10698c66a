import type { Refusal } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import { placeOf } from '../words.ts';

/** Refuses a line number that stands twice: links and answers name lines by it. */
export function checkLineNumbers(lines: readonly { readonly number: string }[], list = '/lines'): Refusal[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ number }, index) => {
    const before = first.get(number);
    if (before === undefined) {
      first.set(number, index);
      return [];
    }
    const params = { number, first: placeOf(`${list}/${before}`), second: placeOf(`${list}/${index}`) };
    return [documentsCatalogue.refuse('DOC_LINE_DUPLICATE', { path: `${list}/${index}/number`, params })];
  });
}
