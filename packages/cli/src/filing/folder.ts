import { basename } from 'node:path';
import { isRecord, type JsonObject } from '@portolan/kernel';
import { filesIn, readBytes, readJsonObject } from '../files.ts';
import { done, type Outcome, refuse } from '../outcome.ts';

/** Name of the file that is no document but says how the folder is to be filed. */
const noteName = 'filing.json';
/** What the rules are expected to say of an example folder: for tests, and no document either. */
const expectedName = 'expected.json';

/** The documents of a shipment and what goes along with them. */
export interface Folder {
  readonly documents: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The instant at which a story happens; only a node with the sample community takes it. */
  readonly storyAt?: string;
  /** What the filer gives by itself, by pointer into the entry. */
  readonly typed: Readonly<Record<string, unknown>>;
}

/** Reads a folder. Refuses one without documents, and a filing.json that is not understood. */
export async function readFolder(path: string): Promise<Outcome<Folder>> {
  const files = await filesIn(path);
  if (!files.ok) return files;
  const note = files.value.find((file) => basename(file) === noteName);
  const said = note === undefined ? done<Note>({ typed: {} }) : await readNote(note);
  if (!said.ok) return said;
  const others = files.value.filter((file) => file !== note && basename(file) !== expectedName);
  const documents = await readDocuments(others);
  if (!documents.ok) return documents;
  if (documents.value.length === 0) return refuse('CLI_FOLDER_EMPTY', { folder: path });
  return done({ documents: documents.value, ...said.value });
}

async function readDocuments(files: readonly string[]): Promise<Outcome<Folder['documents']>> {
  const documents: { name: string; bytes: Uint8Array }[] = [];
  for (const file of files) {
    const bytes = await readBytes(file);
    if (!bytes.ok) return bytes;
    documents.push({ name: basename(file), bytes: bytes.value });
  }
  return done(documents);
}

type Note = Omit<Folder, 'documents'>;

async function readNote(file: string): Promise<Outcome<Note>> {
  const expected = 'an object with storyAt (a time) and typed (values by pointer)';
  const note = await readJsonObject(file, expected);
  if (!note.ok) return note;
  const { storyAt, typed = {} }: JsonObject = note.value;
  const understood = (storyAt === undefined || typeof storyAt === 'string') && isRecord(typed);
  if (!understood) return refuse('CLI_NOT_JSON', { file, expected });
  return done({ typed, ...(storyAt !== undefined && { storyAt }) });
}
