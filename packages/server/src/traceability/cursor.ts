/** A place in a list, as opaque text. */
export function cursorOf(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const KEY = /^[0-9a-f-]{36}$/;

/** Reads a place of a time and a key back; a damaged one begins at the first page. */
export function readCursor(cursor: string | undefined): readonly [at: string, key: string] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts)) return undefined;
    const [at, key] = parts.map(String);
    return INSTANT.test(at ?? '') && KEY.test(key ?? '') ? [at as string, key as string] : undefined;
  } catch {
    return undefined;
  }
}
