import { isRecord, type JsonObject, type JsonValue } from '@portolan/kernel';
import { readCells } from './csv.ts';

/** Names whose values are lists of one object in a row: `checks.what`, `controllers.name`. */
const LISTS: ReadonlySet<string> = new Set(['checks', 'controllers', 'identifiers']);

/**
 * Attestations of a CSV file, one a row: columns are pointers with dots (`organization.name`, `checks.how`), empty cells
 * are left out. Whoever attests for many keeps them in a sheet.
 */
export function rowsOfCsv(text: string): JsonObject[] {
  const [header = [], ...rows] = readCells(text);
  return rows.map((cells) => {
    const document: Record<string, JsonValue> = {};
    for (const [column, path] of header.entries()) {
      const value = cells[column]?.trim();
      if (value) place(document, path.trim().split('.'), value);
    }
    return document;
  });
}

function place(
  target: Record<string, JsonValue>,
  [name = '', ...rest]: readonly string[],
  value: string,
): void {
  if (rest.length === 0) {
    target[name] = typed(name, value);
    return;
  }
  const known = target[name];
  const [inner] = Array.isArray(known) ? known : [known];
  const next: Record<string, JsonValue> = isRecord(inner) ? (inner as Record<string, JsonValue>) : {};
  place(next, rest, value);
  const isList = name === 'identifiers' || LISTS.has(name);
  target[name] = isList ? [next] : next;
}

function typed(name: string, value: string): JsonValue {
  return name === 'sharePercent' || name === 'transactions' ? Number(value) : value;
}
