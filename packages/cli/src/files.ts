import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord, type JsonObject, type JsonValue, parseJson } from '@portolan/kernel';
import { done, type Outcome, outcomeOf, refuse } from './outcome.ts';

/** A file that a person names. */
export async function readBytes(file: string): Promise<Outcome<Uint8Array>> {
  try {
    return done(await readFile(file));
  } catch (error) {
    return refuse('CLI_FILE_UNREADABLE', { file, reason: reasonOf(error) });
  }
}

/** A JSON file that must hold an object. */
export async function readJsonObject(file: string, expected: string): Promise<Outcome<JsonObject>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const parsed = outcomeOf(parseJson(bytes.value));
  if (!parsed.ok) return parsed;
  return isObject(parsed.value) ? done(parsed.value) : refuse('CLI_NOT_JSON', { file, expected });
}

/** The names of the files in a folder, in the order of their names; hidden files are passed over. */
export async function filesIn(folder: string): Promise<Outcome<string[]>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
    return done(names.sort().map((name) => join(folder, name)));
  } catch (error) {
    return refuse('CLI_FILE_UNREADABLE', { file: folder, reason: reasonOf(error) });
  }
}

function isObject(value: JsonValue): value is JsonObject {
  return isRecord(value);
}

function reasonOf(error: unknown): string {
  const code = isRecord(error) ? error.code : undefined;
  const known: Record<string, string> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'you may not read it',
    EISDIR: 'it is a folder',
    ENOTDIR: 'it is not a folder',
  };
  return known[String(code)] ?? (error instanceof Error ? error.message : String(error));
}
