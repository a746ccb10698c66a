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
    put(
      document,
      pointer.split('/').slice(1),
      form === 'whole' && /^\d+$/.test(value) ? Number(value) : value,
    );
  }
  return document;
}

function put(
  into: JsonObject | JsonValue[],
  [name = '', ...rest]: readonly string[],
  value: JsonValue,
): void {
  // A list keeps its places, so that a refusal names the column where a gap is.
  if (Array.isArray(into)) while (into.length < Number(name)) into.push({});
  const at = into as Record<string, JsonValue>;
  if (rest.length === 0) {
    at[name] = value;
    return;
  }
  const known = at[name];
  const isNested = typeof known === 'object' && known !== null;
  const next = isNested ? known : /^\d+$/.test(rest[0] ?? '') ? [] : {};
  at[name] = next;
  put(next as JsonObject | JsonValue[], rest, value);
}
