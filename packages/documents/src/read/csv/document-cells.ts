import type { JsonValue, Refusal } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { placeOf, shown } from '../../words.ts';
import type { CellValue } from './cell.ts';

/** Values of the whole document, gathered from all rows: the same everywhere, or refused. Lists gather what differs. */
export class DocumentCells {
  #first = new Map<string, { row: number; value: CellValue }>();

  /** Adds the values of a row; gives the refusals of those that contradict an earlier row. */
  add(values: readonly CellValue[], row: number): Refusal[] {
    return values.flatMap((value) => this.#addOne(value, row));
  }

  values(): CellValue[] {
    return [...this.#first.values()].map(({ value }) => value);
  }

  #addOne(value: CellValue, row: number): Refusal[] {
    const [path, found] = value;
    if (found.value === undefined) return [];
    const isList = path[0]?.endsWith('Numbers');
    const key = isList ? `${path.join('/')}=${found.value}` : path.join('/');
    const before = this.#first.get(key);
    if (!before) this.#first.set(key, { row, value });
    if (!before || before.value[1].value === found.value) return [];
    return [conflict(key, row, found.value, before.row, before.value[1].value)];
  }
}

function conflict(
  key: string,
  row: number,
  found: JsonValue,
  first: number,
  before: JsonValue | undefined,
): Refusal {
  const path = `/${key}`;
  const params = { row, found: shown(found), field: placeOf(path), first, before: shown(before) };
  return documentsCatalogue.refuse('DOC_CSV_CONFLICT', { path, params });
}
