import type { JsonObject, JsonValue } from '@portolan/kernel';
import type { AttestationField } from './fields.ts';

/** Values by column, as a form or a row of a spreadsheet holds them. */
export type Values = Readonly<Record<string, string>>;

/** The document that the values make; empty ones are left out, whole numbers are numbers. */
export function documentOf(fields: readonly AttestationField[], values: Values): JsonObject {
  const document: JsonObject = {};
  for (const { column, pointer, form } of fields) {
    const value = (values[column] ?? '').trim();
    if (value === '') continue;
    put(document, pointer.split('/').slice(1), form === 'whole' && /^\d+$/.test(value) ? Number(value) : value);
  }
  return document;
}

function put(into: JsonObject | JsonValue[], [name = '', ...rest]: readonly string[], value: JsonValue): void {
  const key = Array.isArray(into) ? Math.min(Number(name), into.length) : name;
  const at = into as Record<string | number, JsonValue>;
  if (rest.length === 0) {
    at[key] = value;
    return;
  }
  const known = at[key];
  const next =
    typeof known === 'object' && known !== null ? known : /^\d+$/.test(rest[0] ?? '') ? [] : {};
  at[key] = next;
  put(next as JsonObject | JsonValue[], rest, value);
}
