import type { Refusal } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import { placeOf, sentencePlace } from '../words.ts';

interface DatedField {
  readonly path: string;
  readonly date: string | undefined;
}

/** Refuses two dates of which the first must not be after the second; a date that is not given contradicts nothing. */
export function checkDateOrder(first: DatedField, second: DatedField): Refusal[] {
  if (!first.date || !second.date || first.date <= second.date) return [];
  return [
    documentsCatalogue.refuse('DOC_DATE_ORDER', {
      path: second.path,
      params: {
        first: sentencePlace(first.path),
        firstDate: first.date,
        second: placeOf(second.path),
        secondDate: second.date,
      },
    }),
  ];
}
